#include <nlohmann/json.hpp>

#include "sync/server/routes/doorman.h"
#include "sync/server/routes/replies.h"
#include "sync/server/routes/routes.h"
#include "sync/server/routes/signed_in_reply.h"
#include "sync/server/routes/text_fields.h"

namespace rehearse::sync {
namespace {

Reply sign_up(Services& services, const Request& request) {
  if (const auto wait = services.limiter.sign_up(address_of(services, request), services.clocks.steady()))
    return too_often(services, request, *wait);
  const auto fields = read_text_fields(request.body);
  if (!fields) return no_fields(request);
  return signed_in_reply(
      services, request,
      services.accounts.sign_up(field(*fields, "invite"), credentials_in(*fields), services.clocks.wall()));
}

/// Both ask for the password again: a token that was left lying about does not do. `act` says what went
/// wrong.
template <class Act>
Reply with_password(Services& services, const Request& request, const Sender& sender, Act act) {
  if (const auto wait = services.limiter.password(sender.account, services.clocks.steady()))
    return too_often(services, request, *wait);
  const auto fields = read_text_fields(request.body);
  if (!fields) return no_fields(request);
  const std::optional<Problem> problem = act(*fields);
  return problem ? reply_of(*problem, request) : no_content();
}

Reply change_password(Services& services, const Request& request, const Sender& sender) {
  return with_password(services, request, sender, [&](const TextFields& fields) {
    return services.accounts.change_password(sender, field(fields, "password"),
                                             field(fields, "new_password"));
  });
}

Reply delete_account(Services& services, const Request& request, const Sender& sender) {
  return with_password(services, request, sender, [&](const TextFields& fields) {
    return services.accounts.delete_account(sender, field(fields, "password"));
  });
}

}  // namespace

void add_account_routes(Routes& routes, Services& services) {
  routes.push_back({"POST", "/v1/accounts", open_to_all(services, [&services](const Request& request) {
                      return sign_up(services, request);
                    })});
  const auto add = [&](const char* method, const char* pattern, auto* handle) {
    routes.push_back(
        {method, pattern,
         for_signed_in(services, [&services, handle](const Request& request, const Sender& sender) {
           return handle(services, request, sender);
         })});
  };
  add("POST", "/v1/password", change_password);
  add("DELETE", "/v1/account", delete_account);
}

}  // namespace rehearse::sync
