#include "core/store/joined_groups.h"

namespace rehearse {
namespace {

constexpr const char* kRead = "SELECT scope, name, role FROM study_group ORDER BY name, scope";
constexpr const char* kClear = "DELETE FROM study_group";
constexpr const char* kAdd = "INSERT INTO study_group (scope, name, role) VALUES (?1, ?2, ?3)";

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

}  // namespace rehearse
