#include <nlohmann/json.hpp>

#include "sync/protocol/lines.h"
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

/// What was left out stands at its default; nothing for what can be read as none.
std::optional<GroupInviteTerms> terms_in(const TextFields& fields) {
  GroupInviteTerms terms;
  if (const std::string& text = field(fields, "role"); !text.empty()) {
    const auto role = group_role_of(text);
    if (!role) return std::nullopt;
    terms.role = *role;
  }
  if (const std::string& text = field(fields, "uses"); !text.empty()) {
    const auto uses = whole_number<std::int64_t>(text);
    if (!uses) return std::nullopt;
    terms.uses = *uses;
  }
  if (const std::string& text = field(fields, "days"); !text.empty()) {
    const auto days = whole_number<std::int32_t>(text);
    if (!days) return std::nullopt;
    terms.days = std::chrono::days{*days};
  }
  return terms;
}

Reply invite(Services& services, const Request& request, const Sender& sender, ScopeId group) {
  const auto fields = read_text_fields(request.body);
  const auto terms = fields ? terms_in(*fields) : std::nullopt;
  if (!terms)
    return reply_of({ProblemKind::kBadRequest, "an invite has a role, uses and days, as texts", std::nullopt},
                    request);
  const auto made = services.groups.invite(sender.account, group, *terms, services.clocks.wall());
  if (const auto* problem = std::get_if<Problem>(&made)) return reply_of(*problem, request);
  const auto& invite = std::get<MadeInvite>(made);
  return json_reply(
      kCreated,
      {{"id", std::to_string(invite.id)}, {"code", invite.code}, {"ends", format_instant(invite.ends)}});
}

Reply invites(Services& services, const Request& request, const Sender& sender, ScopeId group) {
  const auto found = services.groups.invites(sender.account, group);
  if (const auto* problem = std::get_if<Problem>(&found)) return reply_of(*problem, request);
  auto list = Json::array();
  for (const GroupInviteRow& invite : std::get<std::vector<GroupInviteRow>>(found))
    list.push_back({{"id", std::to_string(invite.id)},
                    {"role", word_of(invite.role)},
                    {"uses", invite.uses},
                    {"created", format_instant(invite.created)},
                    {"ends", format_instant(invite.ends)},
                    {"open", invite.is_open(services.clocks.wall())}});
  return json_reply(kOk, {{"invites", list}});
}

Reply revoke(Services& services, const Request& request, const Sender& sender, ScopeId group) {
  const auto invite = whole_number<std::int64_t>(request.parts.at("invite")).value_or(0);
  return done_or(services.groups.revoke_invite(sender.account, group, invite), request);
}

// --- for who was given a code. It stands in the body: addresses are written into logs. ---

Reply look(Services& services, const Request& request, const Sender&) {
  const auto fields = read_text_fields(request.body);
  if (!fields) return no_fields(request);
  const auto found = services.groups.offer(field(*fields, "code"), services.clocks.wall());
  if (const auto* problem = std::get_if<Problem>(&found)) return reply_of(*problem, request);
  const auto& offer = std::get<GroupOffer>(found);
  return json_reply(kOk, {{"name", offer.group.name},
                          {"role", word_of(offer.role)},
                          {"by", offer.by},
                          {"members", offer.members}});
}

Reply accept(Services& services, const Request& request, const Sender& sender) {
  const auto fields = read_text_fields(request.body);
  if (!fields) return no_fields(request);
  const auto joined = services.groups.accept(sender.account, field(*fields, "code"), services.clocks.wall());
  if (const auto* problem = std::get_if<Problem>(&joined)) return reply_of(*problem, request);
  return json_reply(kOk, json_of(std::get<MembershipRow>(joined)));
}

}  // namespace

void add_group_invite_routes(Routes& routes, Services& services) {
  routes.push_back({"POST", "/v1/groups/{group}/invites", in_group(services, invite)});
  routes.push_back({"GET", "/v1/groups/{group}/invites", in_group(services, invites)});
  routes.push_back({"DELETE", "/v1/groups/{group}/invites/{invite}", in_group(services, revoke)});
  const auto add = [&](const char* pattern, auto* handle) {
    routes.push_back(
        {"POST", pattern,
         for_signed_in(services, [&services, handle](const Request& request, const Sender& sender) {
           return handle(services, request, sender);
         })});
  };
  add("/v1/invites/look", look);
  add("/v1/invites/accept", accept);
}

}  // namespace rehearse::sync
