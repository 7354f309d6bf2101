#include "tests/bench/sync/reviews.h"

#include "core/store/op.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kCards = 2'000;
constexpr std::int64_t kFastestMs = 3'000, kSlowestMs = 40'000;
constexpr std::int64_t kMostDays = 90;

CardId random_card(std::mt19937_64& random) {
  CardId card;
  for (std::uint8_t& byte : card.bytes) byte = static_cast<std::uint8_t>(random());
  return card;
}

}  // namespace

Reviews::Reviews(std::uint64_t number) : random_(number), device_(random_()) {
  for (std::size_t i = 0; i < kCards; ++i) cards_.push_back(random_card(random_));
}

std::string Reviews::next_line() {
  const auto spent = static_cast<std::int64_t>(random_() % (kSlowestMs - kFastestMs)) + kFastestMs;
  at_ms_ += spent;
  ReviewOp review;
  review.card = cards_[random_() % cards_.size()];
  review.quality = review.suggested.emplace(static_cast<Quality>(2 + random_() % 4));
  review.spent = std::chrono::milliseconds{spent};
  review.utc_offset = std::chrono::hours{8};
  review.scheduler = "fsrs6";
  review.interval_days = static_cast<std::int64_t>(random_() % kMostDays);
  Envelope envelope;
  envelope.device = device_;
  envelope.counter = ++counter_;
  envelope.stamp.ms = at_ms_;
  envelope.wall = Instant{std::chrono::milliseconds{at_ms_}};
  envelope.salt = random_();
  return write_op({envelope, std::move(review)});
}

std::vector<sync::PushedOp> Reviews::next(std::size_t count) {
  lines_.clear();
  for (std::size_t i = 0; i < count; ++i) lines_.push_back(next_line());
  std::vector<sync::PushedOp> ops;
  for (std::size_t i = 0; i < count; ++i)
    ops.push_back({op_id(lines_[i]), lines_[i], device_, counter_ - count + 1 + i});
  return ops;
}

}  // namespace rehearse::bench
