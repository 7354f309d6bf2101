// What one account and one address may ask of the server.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sync/server/limiter/token_buckets.h"

namespace rehearse::sync {

struct RequestLimits {
  BucketSize requests{60, 1};                   // with a token: an account, a minute
  BucketSize ops{500'000, 500'000 / 86'400.0};  // an account, a day: room for an import
  BucketSize passwords{10, 1 / 60.0};           // asked for by an account that is signed in
  BucketSize sign_ins{10, 1 / 60.0};            // an address
  BucketSize sign_ups{3, 1 / 60.0};             // an address
};

class Limiter {
 public:
  explicit Limiter(const RequestLimits& limits = {});

  /// Each: nothing when it may go on, else after how long to ask again.
  using Wait = std::optional<std::chrono::seconds>;
  Wait request(std::int64_t account, Moment now);
  /// The request was one of many that the server itself asked for: a page of a long stream.
  void was_page(std::int64_t account, Moment now);
  Wait ops(std::int64_t account, std::size_t count, Moment now);
  Wait password(std::int64_t account, Moment now);
  Wait sign_in(std::string_view address, Moment now);
  Wait sign_up(std::string_view address, Moment now);

 private:
  TokenBuckets requests_, ops_, passwords_, sign_ins_, sign_ups_;
};

}  // namespace rehearse::sync
