// What signing up and signing in have in common: what is sent, and what comes back.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "sync/server/accounts/accounts.h"
#include "sync/server/front/messages.h"
#include "sync/server/routes/services.h"
#include "sync/server/routes/text_fields.h"

namespace rehearse::sync {

/// Of the member; empty when it was not sent, which is no name, no password and no invite.
const std::string& field(const TextFields& fields, std::string_view name);
Credentials credentials_in(const TextFields& fields);

/// bad-request.
Reply no_fields(const Request& request);

/// 201 with the token, which is shown this once; or the problem.
Reply signed_in_reply(Services& services, const Request& request,
                      const std::variant<SignedIn, Problem>& result);

}  // namespace rehearse::sync
