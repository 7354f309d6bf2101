// Seeded random answers, the same on every machine.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "core/statistics/review_columns.h"

namespace rehearse::test {

class RandomReviews {
 public:
  explicit RandomReviews(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  /// An answer to one of `cards` cards on one of `days` days from 20,000 on. Its points live as long as this
  /// generator.
  Review review(std::size_t cards, std::size_t days) {
    Review review;
    review.card = static_cast<std::uint32_t>(below(cards));
    review.day = static_cast<std::int32_t>(20'000 + below(days));
    review.hour = static_cast<std::uint8_t>(below(24));
    review.turn = static_cast<ReviewTurn>(below(3));
    review.quality = static_cast<Quality>(below(6));
    review.interval_before = static_cast<std::int32_t>(below(60));
    review.spent_ms = static_cast<std::uint32_t>(below(120'000));
    std::vector<PointReview>& points = points_.emplace_back();
    for (std::size_t left = below(4); left > 0; --left)
      points.push_back({static_cast<std::uint32_t>(below(cards)), static_cast<PointResult>(below(3))});
    review.points = points;
    return review;
  }

  std::vector<Review> reviews(std::size_t count, std::size_t cards, std::size_t days) {
    std::vector<Review> reviews;
    points_.reserve(points_.size() + count);
    for (std::size_t i = 0; i < count; ++i) reviews.push_back(review(cards, days));
    return reviews;
  }

  /// Any order.
  void shuffle(std::vector<Review>& reviews) {
    for (std::size_t i = reviews.size(); i > 1; --i) std::swap(reviews[i - 1], reviews[below(i)]);
  }

 private:
  std::mt19937_64 random_;
  std::vector<std::vector<PointReview>> points_;
};

}  // namespace rehearse::test
