#include "sync/server/limiter/limiter.h"

#include <string>

#include "sync/server/limiter/client_address.h"

namespace rehearse::sync {
namespace {

// A new device reads a million reviews in 200 pages, which may take no longer than the network does.
constexpr double kPageCost = 0.2;

}  // namespace

Limiter::Limiter(const RequestLimits& limits)
    : requests_(limits.requests),
      ops_(limits.ops),
      passwords_(limits.passwords),
      sign_ins_(limits.sign_ins),
      sign_ups_(limits.sign_ups) {}

Limiter::Wait Limiter::request(std::int64_t account, Moment now) {
  return requests_.take(std::to_string(account), 1, now);
}

void Limiter::was_page(std::int64_t account, Moment now) {
  requests_.give_back(std::to_string(account), 1 - kPageCost, now);
}

Limiter::Wait Limiter::ops(std::int64_t account, std::size_t count, Moment now) {
  return ops_.take(std::to_string(account), static_cast<double>(count), now);
}

Limiter::Wait Limiter::password(std::int64_t account, Moment now) {
  return passwords_.take(std::to_string(account), 1, now);
}

Limiter::Wait Limiter::sign_in(std::string_view address, Moment now) {
  return sign_ins_.take(counted_address(address), 1, now);
}

Limiter::Wait Limiter::sign_up(std::string_view address, Moment now) {
  return sign_ups_.take(counted_address(address), 1, now);
}

}  // namespace rehearse::sync
