#include "sync/server/store/group_rows.h"
#include "sync/server/store/secret_blob.h"
#include "sync/server/store/stored_instant.h"

#define INVITE_COLUMNS "invite_id, scope_id, role, uses, by_account, created_ms, ends_ms FROM group_invite"

namespace rehearse::sync {
namespace {

constexpr const char* kByCode = "SELECT " INVITE_COLUMNS " WHERE code = ?1";
constexpr const char* kAll = "SELECT " INVITE_COLUMNS " WHERE scope_id = ?1 ORDER BY invite_id DESC";
constexpr const char* kAdd =
    "INSERT INTO group_invite (code, scope_id, role, uses, by_account, created_ms, ends_ms)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING invite_id";
constexpr const char* kUse = "UPDATE group_invite SET uses = uses - 1 WHERE invite_id = ?1 AND uses > 0";
constexpr const char* kDelete = "DELETE FROM group_invite WHERE scope_id = ?1 AND invite_id = ?2";

GroupInviteRow invite_in(const Statement& row) {
  return {row.integer(0),         row.integer(1), static_cast<GroupRole>(row.integer(2)),
          row.integer(3),         row.integer(4), instant(row.integer(5)),
          instant(row.integer(6))};
}

}  // namespace

std::optional<GroupInviteRow> find_group_invite(ServerDatabase& database, const SecretHash& code) {
  Statement row = database.query(kByCode);
  if (!row.bind(as_blob(code)).step()) return std::nullopt;
  return invite_in(row);
}

std::vector<GroupInviteRow> list_group_invites(ServerDatabase& database, ScopeId scope) {
  std::vector<GroupInviteRow> invites;
  Statement row = database.query(kAll);
  row.bind(scope);
  while (row.step()) invites.push_back(invite_in(row));
  return invites;
}

std::int64_t add_group_invite(ServerDatabase& database, const GroupInviteRow& invite,
                              const SecretHash& code) {
  Statement row = database.query(kAdd);
  row.bind(as_blob(code), invite.scope, static_cast<std::int64_t>(invite.role), invite.uses, invite.by,
           in_ms(invite.created), in_ms(invite.ends))
      .step();
  return row.integer(0);
}

void use_group_invite(ServerDatabase& database, std::int64_t id) { database.query(kUse).bind(id).run(); }

bool delete_group_invite(ServerDatabase& database, ScopeId scope, std::int64_t id) {
  return database.query(kDelete).bind(scope, id).run() > 0;
}

}  // namespace rehearse::sync
