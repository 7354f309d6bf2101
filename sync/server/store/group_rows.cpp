#include "sync/server/store/group_rows.h"

#include "sync/server/store/stored_instant.h"
#include "sync/server/store/stream_rows.h"

namespace rehearse::sync {
namespace {

constexpr const char* kFind =
    "SELECT scope_id, name, created_ms FROM study_group WHERE scope_id = ?1 AND name IS NOT NULL";
constexpr const char* kAdd = "INSERT INTO study_group (scope_id, name, created_ms) VALUES (?1, ?2, ?3)";
constexpr const char* kRename = "UPDATE study_group SET name = ?2 WHERE scope_id = ?1";

constexpr const char* kRole =
    "SELECT m.role FROM member m JOIN study_group g ON g.scope_id = m.scope_id"
    " WHERE m.scope_id = ?1 AND m.account_id = ?2 AND g.name IS NOT NULL";
constexpr const char* kMembers =
    "SELECT m.account_id, coalesce(a.name, ''), m.role, m.joined_ms FROM member m"
    " LEFT JOIN account a ON a.account_id = m.account_id"
    " WHERE m.scope_id = ?1 ORDER BY m.role DESC, m.joined_ms, m.account_id";
constexpr const char* kMemberships =
    "SELECT g.scope_id, g.name, g.created_ms, m.role,"
    " (SELECT count(*) FROM member c WHERE c.scope_id = g.scope_id)"
    " FROM membership s JOIN study_group g ON g.scope_id = s.group_scope"
    " JOIN member m ON m.scope_id = g.scope_id AND m.account_id = s.scope_id"
    " WHERE s.scope_id = ?1 AND g.name IS NOT NULL ORDER BY g.name, g.scope_id";
constexpr const char* kGroupsOf = "SELECT group_scope FROM membership WHERE scope_id = ?1";
constexpr const char* kAddMember =
    "INSERT INTO member (scope_id, account_id, role, joined_ms) VALUES (?1, ?2, ?3, ?4)";
constexpr const char* kAddMembership = "INSERT INTO membership (scope_id, group_scope) VALUES (?1, ?2)";
constexpr const char* kSetRole = "UPDATE member SET role = ?3 WHERE scope_id = ?1 AND account_id = ?2";
constexpr const char* kDeleteMember = "DELETE FROM member WHERE scope_id = ?1 AND account_id = ?2";
constexpr const char* kDeleteMembership = "DELETE FROM membership WHERE scope_id = ?1 AND group_scope = ?2";
constexpr const char* kOwners = "SELECT count(*) FROM member WHERE scope_id = ?1 AND role = ?2";

constexpr const char* kTakeName = "UPDATE study_group SET name = NULL WHERE scope_id = ?1";
constexpr const char* kDeleteInvites = "DELETE FROM group_invite WHERE scope_id = ?1";
constexpr const char* kBegun = "SELECT scope_id FROM study_group WHERE name IS NULL";
constexpr const char* kDeleteGroup = "DELETE FROM study_group WHERE scope_id = ?1";

GroupRow group_in(const Statement& row) { return {row.integer(0), row.text(1), instant(row.integer(2))}; }

}  // namespace

std::optional<GroupRow> find_group(ServerDatabase& database, ScopeId scope) {
  Statement row = database.query(kFind);
  if (!row.bind(scope).step()) return std::nullopt;
  return group_in(row);
}

void add_group(ServerDatabase& database, const GroupRow& group) {
  database.query(kAdd).bind(group.scope, group.name, in_ms(group.created)).run();
}

void rename_group(ServerDatabase& database, ScopeId scope, const std::string& name) {
  database.query(kRename).bind(scope, name).run();
}

// --- members ---

std::optional<GroupRole> role_in_group(ServerDatabase& database, ScopeId scope, std::int64_t account) {
  Statement row = database.query(kRole);
  if (!row.bind(scope, account).step()) return std::nullopt;
  return static_cast<GroupRole>(row.integer(0));
}

std::vector<MemberRow> list_members(ServerDatabase& database, ScopeId scope) {
  std::vector<MemberRow> members;
  Statement row = database.query(kMembers);
  row.bind(scope);
  while (row.step())
    members.push_back(
        {row.integer(0), row.text(1), static_cast<GroupRole>(row.integer(2)), instant(row.integer(3))});
  return members;
}

std::vector<MembershipRow> list_memberships(ServerDatabase& database, std::int64_t account) {
  std::vector<MembershipRow> memberships;
  Statement row = database.query(kMemberships);
  row.bind(account);
  while (row.step())
    memberships.push_back({group_in(row), static_cast<GroupRole>(row.integer(3)), row.integer(4)});
  return memberships;
}

void add_member(ServerDatabase& database, ScopeId scope, const MemberRow& member) {
  database.query(kAddMember)
      .bind(scope, member.account, static_cast<std::int64_t>(member.role), in_ms(member.joined))
      .run();
  database.query(kAddMembership).bind(member.account, scope).run();
}

void set_role(ServerDatabase& database, ScopeId scope, std::int64_t account, GroupRole role) {
  database.query(kSetRole).bind(scope, account, static_cast<std::int64_t>(role)).run();
}

void delete_member(ServerDatabase& database, ScopeId scope, std::int64_t account) {
  database.query(kDeleteMember).bind(scope, account).run();
  database.query(kDeleteMembership).bind(account, scope).run();
}

std::int64_t count_owners(ServerDatabase& database, ScopeId scope) {
  Statement row = database.query(kOwners);
  row.bind(scope, static_cast<std::int64_t>(GroupRole::kOwner)).step();
  return row.integer(0);
}

void leave_groups(ServerDatabase& database, std::int64_t account) {
  std::vector<ScopeId> groups;
  {
    Statement row = database.query(kGroupsOf);
    row.bind(account);
    while (row.step()) groups.push_back(row.integer(0));
  }
  for (const ScopeId scope : groups) {
    delete_member(database, scope, account);
    const std::vector<MemberRow> left = list_members(database, scope);
    if (left.empty())
      begin_group_deletion(database, scope);
    else if (left.front().role != GroupRole::kOwner)
      set_role(database, scope, left.front().account, GroupRole::kOwner);
  }
}

// --- the end of a group ---

void begin_group_deletion(ServerDatabase& database, ScopeId scope) {
  database.query(kTakeName).bind(scope).run();
  database.query(kDeleteInvites).bind(scope).run();
  for (const MemberRow& member : list_members(database, scope))
    delete_member(database, scope, member.account);
}

std::vector<ScopeId> group_deletions_begun(ServerDatabase& database) {
  std::vector<ScopeId> scopes;
  Statement row = database.query(kBegun);
  while (row.step()) scopes.push_back(row.integer(0));
  return scopes;
}

bool delete_group_rows(ServerDatabase& database, ScopeId scope, std::size_t most) {
  if (!delete_stream(database, scope, most)) return false;
  database.query(kDeleteGroup).bind(scope).run();
  return true;
}

}  // namespace rehearse::sync
