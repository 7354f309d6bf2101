// The answers of a learner side by side, a vector for each field, in any order: what statistics are counted
// from. Row numbers of cards are the caller's own, the same as in core/schedule/card_columns.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/schedule/quality.h"

namespace rehearse {

// DO NOT RENUMBER: may be kept with decoded reviews.
enum class ReviewTurn : std::uint8_t {
  kFirst = 0,  // the card was new: read and learned rather than recalled
  kLater = 1,  // the first answer of a study day to a card met before
  kDrill = 2,  // another answer on the same study day
};

/// What an answer says of one point card, in 32 bits: a learner has millions of them.
class PointReview {
 public:
  static constexpr std::uint32_t kMostCards = std::uint32_t{1} << 30;

  PointReview() = default;
  /// Precondition: card < kMostCards.
  PointReview(std::uint32_t card, PointResult result)
      : packed_(card << 2 | static_cast<std::uint32_t>(result)) {}

  std::uint32_t card() const { return packed_ >> 2; }
  PointResult result() const { return static_cast<PointResult>(packed_ & 3); }

 private:
  std::uint32_t packed_ = 0;
};

/// One answer. A whole answer with five points is one.
struct Review {
  std::uint32_t card = 0;
  std::int32_t day = 0;   // study day, day_number
  std::uint8_t hour = 0;  // 0 to 23 on the learner's clock
  ReviewTurn turn = ReviewTurn::kLater;
  Quality quality = Quality::kBlackout;
  std::int32_t interval_before = 0;  // days, of the card before this answer
  std::uint32_t spent_ms = 0;
  /// Of a whole answer: each point card it covered. None on a point card, whose own result is the quality.
  std::span<const PointReview> points{};
};

class ReviewColumns {
 public:
  std::size_t size() const { return card_.size(); }
  /// One more than the highest row of a card that an answer names.
  std::size_t card_rows() const { return card_rows_; }
  void reserve(std::size_t reviews, std::size_t points);
  void add(const Review& review);

  /// Valid until the next add. Precondition: row < size().
  Review operator[](std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : points_end_[row - 1];
    const std::span<const PointReview> points(points_);
    return {card_[row],
            day_[row],
            hour_[row],
            turn_[row],
            static_cast<Quality>(quality_[row]),
            interval_before_[row],
            spent_ms_[row],
            points.subspan(begin, points_end_[row] - begin)};
  }

 private:
  std::vector<std::uint32_t> card_;
  std::vector<std::int32_t> day_;
  std::vector<std::uint8_t> hour_;
  std::vector<ReviewTurn> turn_;
  std::vector<std::uint8_t> quality_;
  std::vector<std::int32_t> interval_before_;
  std::vector<std::uint32_t> spent_ms_;
  std::vector<std::uint32_t> points_end_;  // of each review, in points_
  std::vector<PointReview> points_;
  std::size_t card_rows_ = 0;
};

}  // namespace rehearse
