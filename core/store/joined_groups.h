// The groups that the learner's account is a member of, and who is in them, as their server said last.
#pragma once

#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/store/group_role.h"
#include "core/store/scope.h"

namespace rehearse {

struct JoinedGroup {
  Scope scope = kOwnOps;
  std::string name;
  GroupRole role = GroupRole::kReader;

  friend bool operator==(const JoinedGroup&, const JoinedGroup&) = default;
};

struct GroupMember {
  std::string account;  // a_19
  std::string name;     // empty: deleted
  GroupRole role = GroupRole::kReader;
  bool is_self = false;

  friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

/// By name.
std::vector<JoinedGroup> read_joined_groups(Database& database);
/// These and no others. Inside a transaction.
void write_joined_groups(Database& database, const std::vector<JoinedGroup>& groups);

/// As the group's server said when it was asked last, by account; none before.
std::vector<GroupMember> read_members(Database& database, Scope group);
/// These and no others. Inside a transaction.
void write_members(Database& database, Scope group, const std::vector<GroupMember>& members);

}  // namespace rehearse
