#include "sync/server/store/small_tables.h"

#include <array>
#include <string_view>

namespace rehearse::sync {
namespace {

// A name that is NULL, of what is being deleted, is read as an empty one. No other is empty.
constexpr const char* kAccounts =
    "SELECT account_id, coalesce(name, ''), password, is_admin, created_ms FROM account ORDER BY account_id";
constexpr const char* kAddAccount =
    "INSERT INTO account (account_id, name, password, is_admin, created_ms)"
    " VALUES (?1, nullif(?2, ''), ?3, ?4, ?5) ON CONFLICT DO NOTHING";
constexpr const char* kSessions =
    "SELECT session_id, account_id, token, device, created_ms, used_day FROM session ORDER BY session_id";
constexpr const char* kAddSession =
    "INSERT INTO session (session_id, account_id, token, device, created_ms, used_day)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
constexpr const char* kInvites =
    "SELECT invite_id, code, uses, is_admin, created_ms, ends_ms FROM invite ORDER BY invite_id";
constexpr const char* kAddInvite =
    "INSERT INTO invite (invite_id, code, uses, is_admin, created_ms, ends_ms)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
constexpr const char* kGroups =
    "SELECT scope_id, coalesce(name, ''), created_ms FROM study_group ORDER BY scope_id";
constexpr const char* kAddGroup =
    "INSERT INTO study_group (scope_id, name, created_ms) VALUES (?1, nullif(?2, ''), ?3)"
    " ON CONFLICT DO NOTHING";
constexpr const char* kMembers =
    "SELECT scope_id, account_id, role, joined_ms FROM member ORDER BY scope_id, account_id";
constexpr const char* kAddMember =
    "INSERT INTO member (scope_id, account_id, role, joined_ms) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT DO NOTHING";
constexpr const char* kMemberships =
    "SELECT scope_id, group_scope FROM membership ORDER BY scope_id, group_scope";
constexpr const char* kAddMembership =
    "INSERT INTO membership (scope_id, group_scope) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
constexpr const char* kGroupInvites =
    "SELECT invite_id, code, scope_id, role, uses, by_account, created_ms, ends_ms FROM group_invite"
    " ORDER BY invite_id";
constexpr const char* kAddGroupInvite =
    "INSERT INTO group_invite (invite_id, code, scope_id, role, uses, by_account, created_ms, ends_ms)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING";

struct SmallTable {
  const char* rows;
  std::string_view kinds;  // of their columns: i integer, t text, b bytes
  void (*add)(ServerDatabase& to, const Statement& row);
};

// An account before its sessions.
constexpr std::array<SmallTable, 7> kTables{{
    {kAccounts, "ittii",
     [](ServerDatabase& to, const Statement& row) {
       to.query(kAddAccount)
           .bind(row.integer(0), row.text(1), row.text(2), row.integer(3), row.integer(4))
           .run();
     }},
    {kSessions, "iibtii",
     [](ServerDatabase& to, const Statement& row) {
       to.query(kAddSession)
           .bind(row.integer(0), row.integer(1), Blob{row.bytes(2)}, row.text(3), row.integer(4),
                 row.integer(5))
           .run();
     }},
    {kInvites, "ibiiii",
     [](ServerDatabase& to, const Statement& row) {
       to.query(kAddInvite)
           .bind(row.integer(0), Blob{row.bytes(1)}, row.integer(2), row.integer(3), row.integer(4),
                 row.integer(5))
           .run();
     }},
    {kGroups, "iti",
     [](ServerDatabase& to, const Statement& row) {
       to.query(kAddGroup).bind(row.integer(0), row.text(1), row.integer(2)).run();
     }},
    {kMembers, "iiii",
     [](ServerDatabase& to, const Statement& row) {
       to.query(kAddMember).bind(row.integer(0), row.integer(1), row.integer(2), row.integer(3)).run();
     }},
    {kMemberships, "ii",
     [](ServerDatabase& to, const Statement& row) {
       to.query(kAddMembership).bind(row.integer(0), row.integer(1)).run();
     }},
    {kGroupInvites, "ibiiiiii",
     [](ServerDatabase& to, const Statement& row) {
       to.query(kAddGroupInvite)
           .bind(row.integer(0), Blob{row.bytes(1)}, row.integer(2), row.integer(3), row.integer(4),
                 row.integer(5), row.integer(6), row.integer(7))
           .run();
     }},
}};

bool is_same_row(const Statement& a, const Statement& b, std::string_view kinds) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const int column = static_cast<int>(i);
    const bool is_same =
        kinds[i] == 'i' ? a.integer(column) == b.integer(column) : a.bytes(column) == b.bytes(column);
    if (!is_same) return false;
  }
  return true;
}

bool has_same_rows(ServerDatabase& one, ServerDatabase& other, const SmallTable& table) {
  Statement a = one.query(table.rows), b = other.query(table.rows);
  for (;;) {
    const bool has_row = a.step();
    if (has_row != b.step()) return false;
    if (!has_row) return true;
    if (!is_same_row(a, b, table.kinds)) return false;
  }
}

}  // namespace

bool copy_small_tables(ServerDatabase& from, ServerDatabase& to) {
  for (const SmallTable& table : kTables) {
    Statement row = from.query(table.rows);
    while (row.step()) table.add(to, row);
  }
  for (const SmallTable& table : kTables)
    if (!has_same_rows(from, to, table)) return false;
  return true;
}

void keep_counting(ServerDatabase& from, ServerDatabase& to) {
  for (const NumberedTable table : {NumberedTable::kAccount, NumberedTable::kSession, NumberedTable::kInvite,
                                    NumberedTable::kGroupInvite})
    to.count_on_from(table, from.last_number(table));
}

}  // namespace rehearse::sync
