// How often something may be done: each key has a bucket of tokens that fills up again with time.
// Any thread. Bounded memory: beyond `most_keys` the one that was asked for longest ago is forgotten, which
// is as if its bucket were full.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sync/server/front/limits.h"

namespace rehearse::sync {

struct BucketSize {
  double most = 1;        // tokens of a full bucket
  double per_second = 1;  // it gets back
};

class TokenBuckets {
 public:
  explicit TokenBuckets(BucketSize size, std::size_t most_keys = 10'000);

  /// Takes that many tokens. Not enough there: takes none and says when there will be; never longer than
  /// filling an empty bucket takes.
  std::optional<std::chrono::seconds> take(std::string_view key, double tokens, Moment now);

  /// Puts some back: what was asked for cost less than it might have.
  void give_back(std::string_view key, double tokens, Moment now);

  std::size_t keys() const;

 private:
  struct Bucket {
    std::string key;
    double tokens = 0;
    Moment seen;
  };
  using Buckets = std::list<Bucket>;  // the one seen last in front

  Bucket& bucket_of(std::string_view key, Moment now);

  const BucketSize size_;
  const std::size_t most_keys_;
  mutable std::mutex mutex_;
  Buckets buckets_;
  std::unordered_map<std::string_view, Buckets::iterator> by_key_;  // the views are of the buckets' own keys
};

}  // namespace rehearse::sync
