#include "core/store/names.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace rehearse {
namespace {

constexpr const char* kFind = "SELECT number FROM name WHERE id = ?1";
constexpr const char* kAdd = "INSERT INTO name (id) VALUES (?1) RETURNING number";
constexpr const char* kAt = "SELECT id FROM name WHERE number = ?1";
constexpr const char* kAll = "SELECT id, number FROM name ORDER BY number";

constexpr std::size_t kFirstRemembered = 128;  // of 32 bytes each
constexpr std::size_t kMostRemembered = 32'768;

Blob bytes_of(const Name& name) {
  return {std::string_view(reinterpret_cast<const char*>(name.bytes.data()), name.size)};
}

Name name_in(const Query& row) {
  const std::string_view bytes = row.bytes(0);
  Name name;
  name.size = std::min(bytes.size(), name.bytes.size());
  std::copy_n(bytes.begin(), name.size, name.bytes.begin());
  return name;
}

}  // namespace

std::int64_t Names::number_of(const Name& name) {
  if (rollbacks_ != database_.rollbacks()) lately_.clear();
  rollbacks_ = database_.rollbacks();
  if (lately_.empty() || (2 * taken_ > lately_.size() && lately_.size() < kMostRemembered)) make_room();
  NumberedName& lately = place_of(name);
  if (lately.number != 0 && lately.name == name) return lately.number;
  const std::int64_t number = find_or_add(name);
  if (lately.number == 0) ++taken_;
  lately = {name, number};
  return number;
}

/// Ids are random, and a device is: any of their bytes tell them apart.
NumberedName& Names::place_of(const Name& name) {
  std::uint32_t head = 0;
  std::memcpy(&head, name.bytes.data(), sizeof head);
  return lately_[head % lately_.size()];
}

void Names::make_room() {
  std::vector<NumberedName> before(std::max(kFirstRemembered, 4 * lately_.size()));
  before.swap(lately_);
  taken_ = 0;
  for (const NumberedName& lately : before) {
    if (lately.number == 0) continue;
    NumberedName& place = place_of(lately.name);
    if (place.number == 0) ++taken_;
    place = lately;
  }
}

std::int64_t Names::find_or_add(const Name& name) {
  {
    Query query = database_.query(kFind);
    if (query.bind(bytes_of(name)).step()) return query.integer(0);
  }
  Query query = database_.query(kAdd);
  query.bind(bytes_of(name)).step();
  return query.integer(0);
}

std::optional<Name> Names::at(std::int64_t number) const {
  if (number > 0 && static_cast<std::uint64_t>(number) <= first_.size())
    return first_[static_cast<std::size_t>(number) - 1];
  Query query = database_.query(kAt);
  if (!query.bind(number).step()) return std::nullopt;
  return name_in(query);
}

void Names::read_all() {
  first_.clear();
  Query query = database_.query(kAll);
  // A number that was left out is no fault; what comes after it is looked up one by one.
  while (query.step() && query.integer(1) == static_cast<std::int64_t>(first_.size()) + 1)
    first_.push_back(name_in(query));
}

}  // namespace rehearse
