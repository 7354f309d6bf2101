#include "sync/server/store/invite_rows.h"

#include "sync/server/store/secret_blob.h"
#include "sync/server/store/stored_instant.h"

namespace rehearse::sync {
namespace {

constexpr const char* kByCode =
    "SELECT invite_id, uses, is_admin, created_ms, ends_ms FROM invite WHERE code = ?1";
constexpr const char* kAll =
    "SELECT invite_id, uses, is_admin, created_ms, ends_ms FROM invite ORDER BY invite_id DESC";
constexpr const char* kAdd =
    "INSERT INTO invite (code, uses, is_admin, created_ms, ends_ms) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING "
    "invite_id";
constexpr const char* kUse = "UPDATE invite SET uses = uses - 1 WHERE invite_id = ?1 AND uses > 0";
constexpr const char* kDelete = "DELETE FROM invite WHERE invite_id = ?1";

InviteRow invite_in(const Statement& row) {
  return {row.integer(0), row.integer(1), row.integer(2) != 0 ? Role::kAdmin : Role::kMember,
          instant(row.integer(3)), instant(row.integer(4))};
}

}  // namespace

std::optional<InviteRow> find_invite(ServerDatabase& database, const SecretHash& code) {
  Statement row = database.query(kByCode);
  if (!row.bind(as_blob(code)).step()) return std::nullopt;
  return invite_in(row);
}

std::vector<InviteRow> list_invites(ServerDatabase& database) {
  std::vector<InviteRow> invites;
  Statement row = database.query(kAll);
  while (row.step()) invites.push_back(invite_in(row));
  return invites;
}

std::int64_t add_invite(ServerDatabase& database, const InviteRow& invite, const SecretHash& code) {
  Statement row = database.query(kAdd);
  row.bind(as_blob(code), invite.uses, invite.role == Role::kAdmin, in_ms(invite.created), in_ms(invite.ends))
      .step();
  return row.integer(0);
}

bool use_invite(ServerDatabase& database, std::int64_t id) { return database.query(kUse).bind(id).run() > 0; }

bool delete_invite(ServerDatabase& database, std::int64_t id) {
  return database.query(kDelete).bind(id).run() > 0;
}

}  // namespace rehearse::sync
