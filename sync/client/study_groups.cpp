#include "sync/client/study_groups.h"

#include <nlohmann/json.hpp>

#include "sync/client/json_call.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

Meant of_group(const Problem& problem) {
  switch (problem.kind) {
    case ProblemKind::kNotFound:
      return {{"there is no such group, or you are no member of it", "没有这个小组，或你不是成员"}};
    case ProblemKind::kForbidden:
      return {{"only owners of the group may do that", "只有小组的管理者可以这样做"}};
    case ProblemKind::kConflict:
      return {{"the group's last owner stays: make somebody else an owner first",
               "小组至少要有一位管理者：请先让别人成为管理者"}};
    case ProblemKind::kQuota: return {{"there are too many of them already", "数量已达上限"}};
    default: return {};
  }
}

Meant of_code(const Problem& problem) {
  if (problem.kind == ProblemKind::kForbidden)
    return {{"the invite is not valid, or was used up", "邀请码无效，或已用完"}, Concern::kInvite};
  if (problem.kind == ProblemKind::kQuota)
    return {{"the group is full, or you are in too many", "小组人数已满，或你加入的小组过多"}};
  return {};
}

Meant of_name(const Problem& problem) {
  if (problem.kind == ProblemKind::kBadRequest)
    return {{"a group cannot be called so: one line of 1 to 60 characters",
             "小组不能这样命名：一行，1 到 60 个字符"}};
  if (problem.kind == ProblemKind::kQuota) return {{"you are in too many groups", "你加入的小组过多"}};
  return {};
}

std::optional<JoinedGroup> group_in(const Json& json) {
  const auto scope = group_scope(text_in(json, "id"));
  const auto role = group_role_of(text_in(json, "role"));
  if (!scope || !role) return std::nullopt;
  return JoinedGroup{*scope, text_in(json, "name"), *role};
}

std::variant<JoinedGroup, Trouble> joined(const std::variant<HttpReply, Trouble>& result) {
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  const auto group = group_in(json_in(std::get<HttpReply>(result)));
  if (!group) return no_sense();
  return *group;
}

std::string path_of(Scope group) { return "/v1/groups/" + group_id(group); }

HttpRequest post(const std::string& path, const std::string& token, const Json& body) {
  return {"POST", path, token, kJsonType, body_of(body)};
}

}  // namespace

std::variant<std::vector<JoinedGroup>, Trouble> groups(HttpClient& client, const std::string& token) {
  const auto result = ask(client, {"GET", "/v1/groups", token, "", ""}, kOk);
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  const auto list = list_in(std::get<HttpReply>(result), "groups");
  if (!list) return no_sense();
  std::vector<JoinedGroup> groups;
  for (const Json& row : *list)
    if (const auto group = group_in(row)) groups.push_back(*group);
  return groups;
}

std::variant<JoinedGroup, Trouble> create_group(HttpClient& client, const std::string& token,
                                                const std::string& name) {
  return joined(ask(client, post("/v1/groups", token, {{"name", name}}), kCreated, of_name));
}

std::variant<OfferedGroup, Trouble> look_at_invite(HttpClient& client, const std::string& token,
                                                   const std::string& code) {
  const auto result = ask(client, post("/v1/invites/look", token, {{"code", code}}), kOk, of_code);
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  const Json json = json_in(std::get<HttpReply>(result));
  const auto role = group_role_of(text_in(json, "role"));
  const auto members = json.is_object() ? json.find("members") : json.end();
  if (!role || members == json.end() || !members->is_number_integer()) return no_sense();
  return OfferedGroup{text_in(json, "name"), *role, text_in(json, "by"), members->get<std::int64_t>()};
}

std::variant<JoinedGroup, Trouble> join_group(HttpClient& client, const std::string& token,
                                              const std::string& code) {
  return joined(ask(client, post("/v1/invites/accept", token, {{"code", code}}), kOk, of_code));
}

std::variant<GroupInvite, Trouble> invite(HttpClient& client, const std::string& token, Scope group,
                                          GroupRole role, int uses, int days) {
  const Json terms{{"role", word_of(role)}, {"uses", std::to_string(uses)}, {"days", std::to_string(days)}};
  const auto result = ask(client, post(path_of(group) + "/invites", token, terms), kCreated, of_group);
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  const Json json = json_in(std::get<HttpReply>(result));
  GroupInvite invite{text_in(json, "code"), text_in(json, "ends")};
  if (invite.code.empty()) return no_sense();
  return invite;
}

std::variant<std::vector<GroupMember>, Trouble> members(HttpClient& client, const std::string& token,
                                                        Scope group) {
  const auto result = ask(client, {"GET", path_of(group) + "/members", token, "", ""}, kOk, of_group);
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  const auto list = list_in(std::get<HttpReply>(result), "members");
  if (!list) return no_sense();
  std::vector<GroupMember> members;
  for (const Json& row : *list)
    if (const auto role = group_role_of(text_in(row, "role")))
      members.push_back({text_in(row, "account"), text_in(row, "name"), *role, flag_in(row, "current")});
  return members;
}

std::optional<Trouble> set_role(HttpClient& client, const std::string& token, Scope group,
                                const std::string& account, GroupRole role) {
  return tell(
      client,
      {"PATCH", path_of(group) + "/members/" + account, token, kJsonType, body_of({{"role", word_of(role)}})},
      of_group);
}

std::optional<Trouble> remove_member(HttpClient& client, const std::string& token, Scope group,
                                     const std::string& account) {
  return tell(client, {"DELETE", path_of(group) + "/members/" + account, token, "", ""}, of_group);
}

std::optional<Trouble> delete_group(HttpClient& client, const std::string& token, Scope group) {
  return tell(client, {"DELETE", path_of(group), token, "", ""}, of_group);
}

}  // namespace rehearse::sync
