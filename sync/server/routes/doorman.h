// What every handler has before it: who asks, from where and whether too often; and behind it: what a fault
// is to the client.
#pragma once

#include <functional>

#include "sync/server/front/messages.h"
#include "sync/server/routes/services.h"

namespace rehearse::sync {

using SignedInHandler = std::function<Reply(const Request&, const Sender&)>;

/// For everybody.
Handler open_to_all(Services& services, Handler handler);
/// For who shows a token in the Authorization header: the one place where a token is looked at. Limited for
/// each account.
Handler for_signed_in(Services& services, SignedInHandler handler);

/// rate-limited, with the wait; counts it.
Reply too_often(Services& services, const Request& request, std::chrono::seconds wait);

/// As the limits and the log count the client.
std::string address_of(const Services& services, const Request& request);

}  // namespace rehearse::sync
