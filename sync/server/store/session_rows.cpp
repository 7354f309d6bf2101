#include "sync/server/store/session_rows.h"

#include "sync/server/store/secret_blob.h"
#include "sync/server/store/stored_instant.h"

namespace rehearse::sync {
namespace {

constexpr const char* kByToken =
    "SELECT session_id, account_id, device, created_ms, used_day FROM session WHERE token = ?1";
constexpr const char* kOfAccount =
    "SELECT session_id, account_id, device, created_ms, used_day FROM session WHERE account_id = ?1"
    " ORDER BY used_day DESC, session_id DESC";
constexpr const char* kAdd =
    "INSERT INTO session (account_id, token, device, created_ms, used_day) VALUES (?1, ?2, ?3, ?4, ?5) "
    "RETURNING session_id";
constexpr const char* kRename = "UPDATE session SET device = ?3 WHERE account_id = ?1 AND session_id = ?2";
constexpr const char* kSaveUsedDay = "UPDATE session SET used_day = ?2 WHERE session_id = ?1";
constexpr const char* kDelete = "DELETE FROM session WHERE account_id = ?1 AND session_id = ?2";
constexpr const char* kDeleteOthers = "DELETE FROM session WHERE account_id = ?1 AND session_id <> ?2";

SessionRow session_in(const Statement& row) {
  return {row.integer(0), row.integer(1), row.text(2), instant(row.integer(3)), row.integer(4)};
}

}  // namespace

std::optional<SessionRow> find_session(ServerDatabase& database, const SecretHash& token) {
  Statement row = database.query(kByToken);
  if (!row.bind(as_blob(token)).step()) return std::nullopt;
  return session_in(row);
}

std::vector<SessionRow> list_sessions(ServerDatabase& database, std::int64_t account) {
  std::vector<SessionRow> sessions;
  Statement row = database.query(kOfAccount);
  row.bind(account);
  while (row.step()) sessions.push_back(session_in(row));
  return sessions;
}

std::int64_t add_session(ServerDatabase& database, const SessionRow& session, const SecretHash& token) {
  Statement row = database.query(kAdd);
  row.bind(session.account, as_blob(token), session.device, in_ms(session.created), session.used_day).step();
  return row.integer(0);
}

bool rename_session(ServerDatabase& database, std::int64_t account, std::int64_t id,
                    const std::string& device) {
  return database.query(kRename).bind(account, id, device).run() > 0;
}

void save_used_day(ServerDatabase& database, std::int64_t id, std::int64_t day) {
  database.query(kSaveUsedDay).bind(id, day).run();
}

bool delete_session(ServerDatabase& database, std::int64_t account, std::int64_t id) {
  return database.query(kDelete).bind(account, id).run() > 0;
}

std::int64_t delete_other_sessions(ServerDatabase& database, std::int64_t account, std::int64_t but) {
  return database.query(kDeleteOthers).bind(account, but).run();
}

}  // namespace rehearse::sync
