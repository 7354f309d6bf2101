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

Error no_editor(const JoinedGroup& group) {
  return {{"you read in this group: its owners can make you an editor",
           "你在这个小组是普通成员，这需要编辑身份，请联系管理者"},
          group.name,
          {"rehearse suggest DECK GROUP tells the editors", "可用 rehearse suggest 题库 小组 提交建议"}};
}

}  // namespace rehearse
