#include "gui/commands/member_names.h"

#include <algorithm>

#include "sync/client/account_file.h"
#include "sync/client/study_groups.h"

namespace rehearse {
namespace {

const GroupMember* find(const std::vector<GroupMember>& members, const std::string& account) {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const GroupMember& member) { return member.account == account; });
  return found == members.end() ? nullptr : &*found;
}

}  // namespace

MemberNames::MemberNames(const Environment& environment, Library& library, Scope group,
                         const std::vector<std::string>& authors)
    : members_(library.members(group)) {
  const bool is_known = std::all_of(authors.begin(), authors.end(), [&](const std::string& author) {
    return author.empty() || find(members_, author) != nullptr;
  });
  if (is_known) return;
  const auto account = sync::read_account(environment.library);
  if (!account || !*account || !(*account)->is_signed_in()) return;
  sync::HttpClient client((*account)->server, (*account)->trust);
  const auto asked = sync::members(client, (*account)->token, group);
  const auto* members = std::get_if<std::vector<GroupMember>>(&asked);
  if (members == nullptr) return;
  library.set_members(group, *members);
  members_ = *members;
}

Words MemberNames::operator()(const std::string& author) const {
  const GroupMember* const member = find(members_, author);
  if (author.empty() || (member != nullptr && member->is_self)) return {"you", "你"};
  if (member == nullptr || member->name.empty()) return {"member " + author, "成员 " + author};
  return {member->name, member->name};
}

}  // namespace rehearse
