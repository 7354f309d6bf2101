#include "core/store/known_kinds.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/store/database.h"
#include "core/store/op_log.h"
#include "core/store/op_row.h"
#include "core/store/packed_line.h"

namespace rehearse {
namespace {

constexpr const char* kRead = "SELECT position, line FROM op WHERE kind = 0";
constexpr const char* kWrite = "UPDATE op SET kind = ?2, target = ?3 WHERE position = ?1";
constexpr const char* kIsAnyImport = "SELECT EXISTS (SELECT 1 FROM op WHERE kind = 11)";
constexpr const char* kLines = "SELECT position, line FROM op ORDER BY position";
constexpr const char* kAddPart = "INSERT INTO import_part (import, first, last) VALUES (?1, ?2, ?3)";
constexpr const char* kWantRebuild =
    "CREATE TABLE IF NOT EXISTS rebuild_wanted (reason TEXT NOT NULL) STRICT";

/// Where the ops stand that came with each import, as their lines say.
std::vector<std::pair<OpId, OpRange>> import_parts(Database& database) {
  const Names names(database);
  std::vector<std::pair<OpId, OpRange>> parts;
  Query row = database.query(kLines);
  while (row.step()) {
    const std::int64_t position = row.integer(0);
    const Result<std::string> line = unpack_line(row.bytes(1), names);
    const Result<Op> op = line ? read_op(*line) : Result<Op>(line.error());
    if (!op || !op->import) continue;
    if (!parts.empty() && parts.back().first == *op->import && parts.back().second.last + 1 == position)
      parts.back().second.last = position;
    else
      parts.emplace_back(*op->import, OpRange{position, position});
  }
  return parts;
}

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

void know_imports(Database& database) {
  know_kinds(database);
  {
    Query query = database.query(kIsAnyImport);
    query.step();
    if (query.integer(0) == 0) return;
  }
  for (const auto& [import, range] : import_parts(database))
    database.query(kAddPart).bind(import, range.first, range.last).run();
}

}  // namespace rehearse
