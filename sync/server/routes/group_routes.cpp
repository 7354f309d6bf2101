#include <nlohmann/json.hpp>

#include "sync/server/groups/group_problems.h"
#include "sync/server/routes/doorman.h"
#include "sync/server/routes/group_replies.h"
#include "sync/server/routes/replies.h"
#include "sync/server/routes/routes.h"
#include "sync/server/routes/signed_in_reply.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kOk = 200;
constexpr int kCreated = 201;

Reply create(Services& services, const Request& request, const Sender& sender) {
  const auto fields = read_text_fields(request.body);
  if (!fields) return no_fields(request);
  const auto made = services.groups.create(sender.account, field(*fields, "name"), services.clocks.wall());
  if (const auto* problem = std::get_if<Problem>(&made)) return reply_of(*problem, request);
  return json_reply(kCreated, json_of(std::get<MembershipRow>(made)));
}

Reply list(Services& services, const Request&, const Sender& sender) {
  auto groups = Json::array();
  for (const MembershipRow& membership : services.groups.of_account(sender.account))
    groups.push_back(json_of(membership));
  return json_reply(kOk, {{"groups", groups}});
}

Reply rename(Services& services, const Request& request, const Sender& sender, ScopeId group) {
  const auto fields = read_text_fields(request.body);
  if (!fields) return no_fields(request);
  return done_or(services.groups.rename(sender.account, group, field(*fields, "name")), request);
}

Reply remove(Services& services, const Request& request, const Sender& sender, ScopeId group) {
  return done_or(services.groups.remove(sender.account, group), request);
}

// --- members ---

Reply members(Services& services, const Request& request, const Sender& sender, ScopeId group) {
  const auto found = services.groups.members(sender.account, group);
  if (const auto* problem = std::get_if<Problem>(&found)) return reply_of(*problem, request);
  auto list = Json::array();
  for (const MemberRow& member : std::get<std::vector<MemberRow>>(found))
    list.push_back({{"account", author_name(member.account)},
                    {"name", member.name},
                    {"role", word_of(member.role)},
                    {"joined", format_instant(member.joined)},
                    {"current", member.account == sender.account}});
  return json_reply(kOk, {{"members", list}});
}

Reply set_role(Services& services, const Request& request, const Sender& sender, ScopeId group) {
  const auto fields = read_text_fields(request.body);
  const auto role = fields ? group_role_of(field(*fields, "role")) : std::nullopt;
  if (!role)
    return reply_of({ProblemKind::kBadRequest, "a role is reader, editor or owner", std::nullopt}, request);
  const auto member = account_in(request);
  if (!member) return reply_of(no_member(), request);
  return done_or(services.groups.set_role(sender.account, group, *member, *role), request);
}

Reply remove_member(Services& services, const Request& request, const Sender& sender, ScopeId group) {
  const auto member = account_in(request);
  if (!member) return reply_of(no_member(), request);
  return done_or(services.groups.remove_member(sender.account, group, *member), request);
}

}  // namespace

void add_group_routes(Routes& routes, Services& services) {
  routes.push_back({"POST", "/v1/groups",
                    for_signed_in(services, [&services](const Request& request, const Sender& sender) {
                      return create(services, request, sender);
                    })});
  routes.push_back({"GET", "/v1/groups",
                    for_signed_in(services, [&services](const Request& request, const Sender& sender) {
                      return list(services, request, sender);
                    })});
  routes.push_back({"PATCH", "/v1/groups/{group}", in_group(services, rename)});
  routes.push_back({"DELETE", "/v1/groups/{group}", in_group(services, remove)});
  routes.push_back({"GET", "/v1/groups/{group}/members", in_group(services, members)});
  routes.push_back({"PATCH", "/v1/groups/{group}/members/{account}", in_group(services, set_role)});
  routes.push_back({"DELETE", "/v1/groups/{group}/members/{account}", in_group(services, remove_member)});
}

}  // namespace rehearse::sync
