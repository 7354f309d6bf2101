#include "sync/server/routes/doorman.h"

#include <algorithm>
#include <cctype>

#include "core/base/store_error.h"
#include "sync/server/limiter/client_address.h"
#include "sync/server/routes/replies.h"
#include "sync/server/store/commits.h"

namespace rehearse::sync {
namespace {

// A full disk does not get empty by itself; somebody has to see the log.
constexpr std::chrono::seconds kAfterStoreFault{60};
constexpr std::chrono::seconds kAfterBusy{2};  // twenty passwords

/// What stands behind `Bearer ` (RFC 6750, 2.1); empty without it.
std::string_view token_in(const Request& request) {
  constexpr std::string_view kScheme = "bearer ";
  const std::string_view value = request.header("authorization");
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  if (value.size() < kScheme.size() ||
      !std::equal(kScheme.begin(), kScheme.end(), value.begin(), [&](char b, char a) { return same(a, b); }))
    return {};
  return value.substr(kScheme.size());
}

Problem signed_out() { return {ProblemKind::kUnauthenticated, "there is no device with this token", {}}; }

}  // namespace

Handler open_to_all(Services& services, Handler handler) {
  return [&services, handler = std::move(handler)](const Request& request) {
    services.notes.set_address(request.id, address_of(services, request));
    try {
      return handler(request);
    } catch (const SenderGone&) {
      return reply_of(signed_out(), request);
    } catch (const HasherBusy& busy) {
      return reply_of({ProblemKind::kBusy, busy.what(), kAfterBusy}, request);
    } catch (const CommitUnknown& error) {
      ++services.counters.faults;
      services.on_fault("request " + request.id + ": " + error.what());
      return reply_of({ProblemKind::kBusy, "it is not known whether it was kept: send it again", kAfterBusy},
                      request);
    } catch (const StoreError& error) {
      ++services.counters.faults;
      services.on_fault("request " + request.id + ": " + error.what());
      return reply_of({ProblemKind::kBusy, "nothing was kept: the server cannot write now", kAfterStoreFault},
                      request);
    }
  };
}

Handler for_signed_in(Services& services, SignedInHandler handler) {
  return open_to_all(services, [&services, handler = std::move(handler)](const Request& request) {
    const auto sender = services.accounts.sender_of(token_in(request), services.clocks.wall());
    if (!sender) return reply_of(signed_out(), request);
    services.notes.set_account(request.id, sender->account);
    if (const auto wait = services.limiter.request(sender->account, services.clocks.steady()))
      return too_often(services, request, *wait);
    return handler(request, *sender);
  });
}

Reply too_often(Services& services, const Request& request, std::chrono::seconds wait) {
  ++services.counters.limited;
  return reply_of({ProblemKind::kRateLimited, "ask again later", wait}, request);
}

std::string address_of(const Services& services, const Request& request) {
  return client_address(request, services.proxies);
}

}  // namespace rehearse::sync
