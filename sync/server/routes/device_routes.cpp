#include <nlohmann/json.hpp>

#include "sync/protocol/lines.h"
#include "sync/server/routes/doorman.h"
#include "sync/server/routes/replies.h"
#include "sync/server/routes/routes.h"
#include "sync/server/routes/signed_in_reply.h"

namespace rehearse::sync {
namespace {

constexpr int kOk = 200;

Reply sign_in(Services& services, const Request& request) {
  if (const auto wait = services.limiter.sign_in(address_of(services, request), services.clocks.steady()))
    return too_often(services, request, *wait);
  const auto fields = read_text_fields(request.body);
  if (!fields) return no_fields(request);
  return signed_in_reply(services, request,
                         services.accounts.sign_in(credentials_in(*fields), services.clocks.wall()));
}

Reply sign_out(Services& services, const Request&, const Sender& sender) {
  services.accounts.revoke(sender.account, sender.session);
  return no_content();
}

Reply devices(Services& services, const Request&, const Sender& sender) {
  auto list = nlohmann::ordered_json::array();
  for (const SessionRow& session : services.accounts.devices(sender.account))
    list.push_back({{"id", std::to_string(session.id)},
                    {"name", session.device},
                    {"created", format_instant(session.created)},
                    {"used", format_day(day_from_number(session.used_day))},
                    {"current", session.id == sender.session}});
  return json_reply(kOk, {{"devices", list}});
}

Reply rename(Services& services, const Request& request, const Sender& sender) {
  const auto fields = read_text_fields(request.body);
  const auto name = fields ? fields->find("name") : TextFields::const_iterator();
  if (!fields || name == fields->end()) return no_fields(request);
  // Another account's device and one that does not exist are the same to who asks.
  const auto session = whole_number<std::int64_t>(request.parts.at("device")).value_or(0);
  if (const auto problem = services.accounts.rename_device(sender.account, session, name->second))
    return reply_of(*problem, request);
  return no_content();
}

Reply revoke(Services& services, const Request& request, const Sender& sender) {
  const auto session = whole_number<std::int64_t>(request.parts.at("device"));
  if (!session || !services.accounts.revoke(sender.account, *session))
    return reply_of({ProblemKind::kNotFound, "no such device", std::nullopt}, request);
  return no_content();
}

}  // namespace

void add_device_routes(Routes& routes, Services& services) {
  routes.push_back({"POST", "/v1/sessions", open_to_all(services, [&services](const Request& request) {
                      return sign_in(services, request);
                    })});
  const auto add = [&](const char* method, const char* pattern, auto* handle) {
    routes.push_back(
        {method, pattern,
         for_signed_in(services, [&services, handle](const Request& request, const Sender& sender) {
           return handle(services, request, sender);
         })});
  };
  add("DELETE", "/v1/sessions/current", sign_out);
  add("GET", "/v1/devices", devices);
  add("PATCH", "/v1/devices/{device}", rename);
  add("DELETE", "/v1/devices/{device}", revoke);
}

}  // namespace rehearse::sync
