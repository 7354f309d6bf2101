// The rows of groups, their members and their invites. To be called inside a transaction where they write.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "sync/server/accounts/secrets.h"
#include "sync/server/groups/group_role.h"
#include "sync/server/store/server_database.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

struct GroupRow {
  ScopeId scope = 0;
  std::string name;
  Instant created{};
};

struct MemberRow {
  std::int64_t account = 0;
  std::string name;  // of the account
  GroupRole role = GroupRole::kReader;
  Instant joined{};
};

/// A group as one of its members has it.
struct MembershipRow {
  GroupRow group;
  GroupRole role = GroupRole::kReader;
  std::int64_t members = 0;
};

/// Nothing for a group that is being deleted.
std::optional<GroupRow> find_group(ServerDatabase& database, ScopeId scope);
/// Precondition: the scope is nobody's.
void add_group(ServerDatabase& database, const GroupRow& group);
void rename_group(ServerDatabase& database, ScopeId scope, const std::string& name);

/// Nothing for who is no member, and in a group that is being deleted.
std::optional<GroupRole> role_in_group(ServerDatabase& database, ScopeId scope, std::int64_t account);
/// Owners first, then editors, then readers; each in the order in which they joined.
std::vector<MemberRow> list_members(ServerDatabase& database, ScopeId scope);
/// By name.
std::vector<MembershipRow> list_memberships(ServerDatabase& database, std::int64_t account);
/// Precondition: is no member yet.
void add_member(ServerDatabase& database, ScopeId scope, const MemberRow& member);
void set_role(ServerDatabase& database, ScopeId scope, std::int64_t account, GroupRole role);
void delete_member(ServerDatabase& database, ScopeId scope, std::int64_t account);
std::int64_t count_owners(ServerDatabase& database, ScopeId scope);
/// Before an account goes. A group that loses its last owner is the longest-standing editor's, or reader's;
/// one that loses its last member is deleted.
void leave_groups(ServerDatabase& database, std::int64_t account);

/// From here on the group is none. Its rows are still there.
void begin_group_deletion(ServerDatabase& database, ScopeId scope);
std::vector<ScopeId> group_deletions_begun(ServerDatabase& database);
/// Deletes up to `most` of its ops; true when nothing was left and the group went as well.
bool delete_group_rows(ServerDatabase& database, ScopeId scope, std::size_t most);

struct GroupInviteRow {
  std::int64_t id = 0;
  ScopeId scope = 0;
  GroupRole role = GroupRole::kReader;
  std::int64_t uses = 1;  // left
  std::int64_t by = 0;    // account
  Instant created{};
  Instant ends{};

  bool is_open(Instant now) const { return uses > 0 && now < ends; }
};

std::optional<GroupInviteRow> find_group_invite(ServerDatabase& database, const SecretHash& code);
/// Those used up and those that ended too, the newest first.
std::vector<GroupInviteRow> list_group_invites(ServerDatabase& database, ScopeId scope);
/// Its number.
std::int64_t add_group_invite(ServerDatabase& database, const GroupInviteRow& invite, const SecretHash& code);
void use_group_invite(ServerDatabase& database, std::int64_t id);
/// False when this group has no such invite.
bool delete_group_invite(ServerDatabase& database, ScopeId scope, std::int64_t id);

}  // namespace rehearse::sync
