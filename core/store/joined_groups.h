// The groups that the learner's account is a member of, as its server said last.
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

/// By name.
std::vector<JoinedGroup> read_joined_groups(Database& database);
/// These and no others. Inside a transaction.
void write_joined_groups(Database& database, const std::vector<JoinedGroup>& groups);

}  // namespace rehearse
