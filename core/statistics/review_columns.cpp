#include "core/statistics/review_columns.h"

#include <algorithm>

namespace rehearse {

void ReviewColumns::reserve(std::size_t reviews, std::size_t points) {
  card_.reserve(reviews);
  day_.reserve(reviews);
  hour_.reserve(reviews);
  turn_.reserve(reviews);
  quality_.reserve(reviews);
  interval_before_.reserve(reviews);
  spent_ms_.reserve(reviews);
  points_end_.reserve(reviews);
  points_.reserve(points);
}

void ReviewColumns::add(const Review& review) {
  card_rows_ = std::max(card_rows_, review.card + std::size_t{1});
  for (const PointReview& point : review.points)
    card_rows_ = std::max(card_rows_, point.card() + std::size_t{1});
  card_.push_back(review.card);
  day_.push_back(review.day);
  hour_.push_back(review.hour);
  turn_.push_back(review.turn);
  quality_.push_back(static_cast<std::uint8_t>(review.quality));
  interval_before_.push_back(review.interval_before);
  spent_ms_.push_back(review.spent_ms);
  points_.insert(points_.end(), review.points.begin(), review.points.end());
  points_end_.push_back(static_cast<std::uint32_t>(points_.size()));
}

}  // namespace rehearse
