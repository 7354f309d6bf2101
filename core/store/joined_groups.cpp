#include "core/store/joined_groups.h"

namespace rehearse {
namespace {

constexpr const char* kRead = "SELECT scope, name, role FROM study_group ORDER BY name, scope";
constexpr const char* kClear = "DELETE FROM study_group";
constexpr const char* kAdd = "INSERT INTO study_group (scope, name, role) VALUES (?1, ?2, ?3)";
constexpr const char* kMembers =
    "SELECT account, name, role, is_self FROM group_member WHERE scope = ?1 ORDER BY account";
constexpr const char* kClearMembers = "DELETE FROM group_member WHERE scope = ?1";
constexpr const char* kAddMember =
    "INSERT INTO group_member (scope, account, name, role, is_self) VALUES (?1, ?2, ?3, ?4, ?5)";

}  // namespace

std::vector<JoinedGroup> read_joined_groups(Database& database) {
  std::vector<JoinedGroup> groups;
  Query row = database.query(kRead);
  while (row.step()) groups.push_back({row.integer(0), row.text(1), static_cast<GroupRole>(row.integer(2))});
  return groups;
}

void write_joined_groups(Database& database, const std::vector<JoinedGroup>& groups) {
  database.execute(kClear);
  for (const JoinedGroup& group : groups)
    database.query(kAdd).bind(group.scope, group.name, static_cast<int>(group.role)).run();
}

std::vector<GroupMember> read_members(Database& database, Scope group) {
  std::vector<GroupMember> members;
  Query row = database.query(kMembers);
  row.bind(group);
  while (row.step())
    members.push_back(
        {row.text(0), row.text(1), static_cast<GroupRole>(row.integer(2)), row.integer(3) != 0});
  return members;
}

void write_members(Database& database, Scope group, const std::vector<GroupMember>& members) {
  database.query(kClearMembers).bind(group).run();
  for (const GroupMember& member : members)
    database.query(kAddMember)
        .bind(group, member.account, member.name, static_cast<int>(member.role), member.is_self)
        .run();
}

}  // namespace rehearse
