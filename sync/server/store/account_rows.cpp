#include "sync/server/store/account_rows.h"

#include "sync/server/store/group_rows.h"
#include "sync/server/store/stored_instant.h"
#include "sync/server/store/stream_rows.h"

#define ACCOUNT_COLUMNS                                                                                \
  "a.account_id, a.name, a.password, a.is_admin, a.created_ms, coalesce(s.n, 0), coalesce(s.bytes, 0)" \
  " FROM account a LEFT JOIN scope s ON s.scope_id = a.account_id WHERE a.name IS NOT NULL"

namespace rehearse::sync {
namespace {

constexpr const char* kByName = "SELECT " ACCOUNT_COLUMNS " AND a.name = ?1";
constexpr const char* kById = "SELECT " ACCOUNT_COLUMNS " AND a.account_id = ?1";
constexpr const char* kAll = "SELECT " ACCOUNT_COLUMNS " ORDER BY a.account_id";
constexpr const char* kAny = "SELECT 1 FROM account LIMIT 1";
constexpr const char* kAdd =
    "INSERT INTO account (name, password, is_admin, created_ms) VALUES (?1, ?2, ?3, ?4) RETURNING account_id";
constexpr const char* kSavePassword = "UPDATE account SET password = ?2 WHERE account_id = ?1";
constexpr const char* kTakeName = "UPDATE account SET name = NULL, password = '' WHERE account_id = ?1";
constexpr const char* kDeleteSessions = "DELETE FROM session WHERE account_id = ?1";
constexpr const char* kBegun = "SELECT account_id FROM account WHERE name IS NULL";
constexpr const char* kDeleteAccount = "DELETE FROM account WHERE account_id = ?1";

AccountRow account_in(const Statement& row) {
  return {row.integer(0),
          row.text(1),
          row.text(2),
          row.integer(3) != 0 ? Role::kAdmin : Role::kMember,
          instant(row.integer(4)),
          row.integer(5),
          row.integer(6)};
}

}  // namespace

std::optional<AccountRow> find_account(ServerDatabase& database, std::string_view name) {
  Statement row = database.query(kByName);
  if (!row.bind(name).step()) return std::nullopt;
  return account_in(row);
}

std::optional<AccountRow> find_account(ServerDatabase& database, std::int64_t id) {
  Statement row = database.query(kById);
  if (!row.bind(id).step()) return std::nullopt;
  return account_in(row);
}

std::vector<AccountRow> list_accounts(ServerDatabase& database) {
  std::vector<AccountRow> accounts;
  Statement row = database.query(kAll);
  while (row.step()) accounts.push_back(account_in(row));
  return accounts;
}

bool has_accounts(ServerDatabase& database) { return database.query(kAny).step(); }

std::int64_t add_account(ServerDatabase& database, const AccountRow& account) {
  Statement row = database.query(kAdd);
  row.bind(account.name, account.password, account.role == Role::kAdmin, in_ms(account.created)).step();
  return row.integer(0);
}

void save_password(ServerDatabase& database, std::int64_t id, std::string_view hash) {
  database.query(kSavePassword).bind(id, hash).run();
}

void begin_deletion(ServerDatabase& database, std::int64_t id) {
  leave_groups(database, id);
  database.query(kDeleteSessions).bind(id).run();
  database.query(kTakeName).bind(id).run();
}

std::vector<std::int64_t> deletions_begun(ServerDatabase& database) {
  std::vector<std::int64_t> ids;
  Statement row = database.query(kBegun);
  while (row.step()) ids.push_back(row.integer(0));
  return ids;
}

bool delete_rows(ServerDatabase& database, std::int64_t id, std::size_t most) {
  if (!delete_stream(database, id, most)) return false;
  database.query(kDeleteAccount).bind(id).run();
  return true;
}

}  // namespace rehearse::sync
