#include "sync/server/limiter/token_buckets.h"

#include <algorithm>
#include <cmath>

namespace rehearse::sync {

TokenBuckets::TokenBuckets(BucketSize size, std::size_t most_keys) : size_(size), most_keys_(most_keys) {}

std::optional<std::chrono::seconds> TokenBuckets::take(std::string_view key, double tokens, Moment now) {
  const std::lock_guard lock(mutex_);
  Bucket& bucket = bucket_of(key, now);
  if (bucket.tokens >= tokens) {
    bucket.tokens -= tokens;
    return std::nullopt;
  }
  const double missing = std::min(tokens, size_.most) - bucket.tokens;
  return std::chrono::seconds{std::max(1L, std::lround(std::ceil(missing / size_.per_second)))};
}

void TokenBuckets::give_back(std::string_view key, double tokens, Moment now) {
  const std::lock_guard lock(mutex_);
  Bucket& bucket = bucket_of(key, now);
  bucket.tokens = std::min(size_.most, bucket.tokens + tokens);
}

TokenBuckets::Bucket& TokenBuckets::bucket_of(std::string_view key, Moment now) {
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, found->second);
    Bucket& bucket = buckets_.front();
    const std::chrono::duration<double> passed = std::max(now, bucket.seen) - bucket.seen;
    bucket.tokens = std::min(size_.most, bucket.tokens + passed.count() * size_.per_second);
    bucket.seen = std::max(now, bucket.seen);
    return bucket;
  }
  if (buckets_.size() >= most_keys_) {
    by_key_.erase(buckets_.back().key);
    buckets_.pop_back();
  }
  buckets_.push_front({std::string(key), size_.most, now});
  by_key_.emplace(buckets_.front().key, buckets_.begin());
  return buckets_.front();
}

std::size_t TokenBuckets::keys() const {
  const std::lock_guard lock(mutex_);
  return buckets_.size();
}

}  // namespace rehearse::sync
