#include "sync/server/store/sqlite_database.h"

#include <memory>

#include "sync/server/store/server_schema.h"

namespace rehearse::sync {
namespace {

constexpr const char* kLast = "SELECT seq FROM sqlite_sequence WHERE name = ?1";
constexpr const char* kCountOn = "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1";
// Until its first row a table has none.
constexpr const char* kBeginToCount =
    "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0"
    " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)";

const char* name_of(NumberedTable table) {
  switch (table) {
    case NumberedTable::kAccount: return "account";
    case NumberedTable::kSession: return "session";
    case NumberedTable::kInvite: return "invite";
    case NumberedTable::kGroupInvite: break;
  }
  return "group_invite";
}

}  // namespace

SqliteDatabase::SqliteDatabase(const std::filesystem::path& file) : database_(file, server_format()) {}

Statement SqliteDatabase::query(const char* sql) {
  return Statement(std::unique_ptr<Query>(new Query(database_.query(sql))));  // it cannot be moved
}

std::int64_t SqliteDatabase::last_number(NumberedTable table) {
  Statement row = query(kLast);
  return row.bind(name_of(table)).step() ? row.integer(0) : 0;
}

void SqliteDatabase::count_on_from(NumberedTable table, std::int64_t last) {
  query(kBeginToCount).bind(name_of(table)).run();
  query(kCountOn).bind(name_of(table), last).run();
}

}  // namespace rehearse::sync
