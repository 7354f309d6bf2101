#include "core/store/projection_changes.h"

#include <cstddef>
#include <new>

namespace rehearse {
namespace {

constexpr std::size_t kMostNoted = 256;  // rows; of more it is quicker to read everything

}  // namespace

ProjectionChanges::ProjectionChanges(Database& database) : database_(database) {
  changed_.is_everything = true;
  database_.listen([this](std::string_view table, std::int64_t row) { hear(table, row); });
}

ProjectionChanges::~ProjectionChanges() { database_.listen(nullptr); }

const ChangedRows& ProjectionChanges::unseen() {
  const std::int64_t version = database_.version_elsewhere();
  if (version != version_) forget();
  version_ = version;
  return changed_;
}

void ProjectionChanges::seen() {
  changed_ = {};
  changed_.is_everything = database_.is_in_transaction();
}

void ProjectionChanges::forget() {
  changed_ = {};
  changed_.is_everything = true;
}

void ProjectionChanges::hear(std::string_view table, std::int64_t row) {
  if (changed_.is_everything) return;
  try {
    if (table == "question")
      changed_.questions.insert(row);
    else if (table == "memory")
      changed_.remembered.insert(row);
    else if (table == "deck")
      changed_.are_decks = true;
    if (changed_.questions.size() + changed_.remembered.size() > kMostNoted) forget();
  } catch (const std::bad_alloc&) {
    forget();  // SQLite, which calls this, knows no exceptions
  }
}

}  // namespace rehearse
