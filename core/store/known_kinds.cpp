#include "core/store/known_kinds.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/store/database.h"
#include "core/store/op_row.h"
#include "core/store/packed_line.h"

namespace rehearse {
namespace {

constexpr const char* kRead = "SELECT position, line FROM op WHERE kind = 0";
constexpr const char* kWrite = "UPDATE op SET kind = ?2, target = ?3 WHERE position = ?1";
constexpr const char* kWantRebuild =
    "CREATE TABLE IF NOT EXISTS rebuild_wanted (reason TEXT NOT NULL) STRICT";

}  // namespace

void know_kinds(Database& database) {
  const Names names(database);
  std::vector<std::pair<std::int64_t, Op>> known;
  {
    Query row = database.query(kRead);
    while (row.step()) {
      const Result<std::string> line = unpack_line(row.bytes(1), names);
      if (!line) continue;
      Result<Op> op = read_op(*line);
      if (op && stored_kind(*op) != StoredKind::kOther) known.emplace_back(row.integer(0), std::move(*op));
    }
  }
  for (const auto& [position, op] : known) {
    const std::optional<std::string> target = stored_target(op);
    database.query(kWrite)
        .bind(position, static_cast<int>(stored_kind(op)), target ? Blob{*target} : Blob{})
        .run();
  }
  if (!known.empty()) database.execute(kWantRebuild);
}

}  // namespace rehearse
