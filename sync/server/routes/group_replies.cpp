#include "sync/server/routes/group_replies.h"

#include <nlohmann/json.hpp>

#include "core/store/scope.h"
#include "sync/protocol/lines.h"
#include "sync/server/groups/group_problems.h"
#include "sync/server/routes/doorman.h"
#include "sync/server/routes/replies.h"

namespace rehearse::sync {

Handler in_group(Services& services, GroupHandler handle) {
  return for_signed_in(services, [&services, handle](const Request& request, const Sender& sender) {
    const auto group = group_scope(request.parts.at("group"));
    return group ? handle(services, request, sender, *group) : reply_of(no_group(), request);
  });
}

std::optional<std::int64_t> account_in(const Request& request) {
  const std::string& text = request.parts.at("account");
  constexpr std::string_view kPrefix = "a_";
  if (!text.starts_with(kPrefix)) return std::nullopt;
  const auto account = whole_number<std::int64_t>(text.substr(kPrefix.size()));
  return account && author_name(*account) == text ? account : std::nullopt;
}

nlohmann::ordered_json json_of(const MembershipRow& membership) {
  nlohmann::ordered_json json;
  json["id"] = group_id(membership.group.scope);
  json["name"] = membership.group.name;
  json["role"] = word_of(membership.role);
  json["members"] = membership.members;
  json["created"] = format_instant(membership.group.created);
  return json;
}

Reply done_or(const std::optional<Problem>& problem, const Request& request) {
  return problem ? reply_of(*problem, request) : no_content();
}

}  // namespace rehearse::sync
