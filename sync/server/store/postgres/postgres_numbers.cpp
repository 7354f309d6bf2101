// Where the numbers of rows come from: a sequence for each table.
#include <algorithm>

#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::sync {
namespace {

constexpr const char* kLast =
    "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(?1, ?2)::regclass), 0)";
constexpr const char* kCountOn = "SELECT setval(pg_get_serial_sequence(?1, ?2), greatest(?3, 1), ?3 > 0)";

struct Column {
  const char *table, *number;
};

Column column_of(NumberedTable table) {
  switch (table) {
    case NumberedTable::kAccount: return {"account", "account_id"};
    case NumberedTable::kSession: return {"session", "session_id"};
    case NumberedTable::kInvite: return {"invite", "invite_id"};
    case NumberedTable::kGroupInvite: break;
  }
  return {"group_invite", "invite_id"};
}

}  // namespace

std::int64_t PostgresConnection::last_number(NumberedTable table) {
  const Column column = column_of(table);
  PostgresQuery row(*this, kLast);
  row.bind(column.table, column.number).step();
  return row.integer(0);
}

void PostgresConnection::count_on_from(NumberedTable table, std::int64_t last) {
  const Column column = column_of(table);
  PostgresQuery(*this, kCountOn).bind(column.table, column.number, std::max(last, last_number(table))).run();
}

}  // namespace rehearse::sync
