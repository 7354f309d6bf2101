#include "gui/commands/find_group.h"

#include <vector>

namespace rehearse {

Result<JoinedGroup> find_group(const Library& library, const std::string& name) {
  std::vector<JoinedGroup> found;
  for (const JoinedGroup& group : library.groups()) {
    if (group_id(group.scope) == name || group.name == name) return group;
    if (!name.empty() && group.name.find(name) != std::string::npos) found.push_back(group);
  }
  if (found.size() == 1) return found.front();
  const Words hint{"see: rehearse groups", "可用 rehearse groups 查看"};
  if (found.empty()) return Error{{"no such group", "没有这个小组"}, name, hint};
  return Error{{"more than one group is called so", "有多个小组符合这个名称"}, name, hint};
}

}  // namespace rehearse
