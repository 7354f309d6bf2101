#include "core/store/pack_log.h"

#include <cstdint>
#include <optional>
#include <string>

#include "core/store/database.h"
#include "core/store/names.h"
#include "core/store/op_row.h"
#include "core/store/packed_line.h"

namespace rehearse {
namespace {

constexpr const char* kRead = "SELECT position, line FROM text_op ORDER BY position";
constexpr const char* kWrite =
    "INSERT INTO op (position, scope, kind, target, admitted_ms, line)"
    " SELECT position, 0, ?2, ?3, admitted_ms, ?4 FROM text_op WHERE position = ?1";
constexpr const char* kDrop = "DROP TABLE text_op";

}  // namespace

void pack_log(Database& database) {
  Names names(database);
  {
    Query row = database.query(kRead);
    while (row.step()) {
      const std::string line = row.text(1);
      const Result<Op> op = read_op(line);
      const auto kind = op ? stored_kind(*op) : StoredKind::kOther;
      const auto target = op ? stored_target(*op) : std::nullopt;
      const std::string packed = pack_line(line, names);
      database.query(kWrite)
          .bind(row.integer(0), static_cast<int>(kind), target ? Blob{*target} : Blob{}, Blob{packed})
          .run();
    }
  }
  database.execute(kDrop);
}

}  // namespace rehearse
