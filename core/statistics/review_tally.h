// What is counted over answers, day by day and card by card. A tally is the same whatever the order in which
// answers were added, and taking one out leaves what would be without it: so one more answer, or an undo,
// costs no new count over a million.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/row_set.h"
#include "core/base/time.h"
#include "core/statistics/review_columns.h"

namespace rehearse {

/// From this interval on a card is mature, before it is young. As Anki has it.
inline constexpr std::int32_t kMatureInterval = 21;  // days

/// Answers to cards met before, the first of each study day: what tells how well one remembers.
struct Tests {
  std::uint32_t passed = 0;
  std::uint32_t failed = 0;

  std::uint32_t all() const { return passed + failed; }
  /// True retention, in [0, 1]; 0 without tests.
  double retention() const { return all() == 0 ? 0 : double{1} * passed / all(); }
  friend bool operator==(const Tests&, const Tests&) = default;
};

struct PointTests {
  std::uint32_t recalled = 0;
  std::uint32_t hinted = 0;
  std::uint32_t missed = 0;
  friend bool operator==(const PointTests&, const PointTests&) = default;
};

struct HourCounts {
  std::uint32_t reviews = 0;
  Tests tests;
  friend bool operator==(const HourCounts&, const HourCounts&) = default;
};

/// Of one day, or summed over several.
struct AnswerCounts {
  std::array<std::uint32_t, 3> by_turn{};     // index: ReviewTurn
  std::array<std::uint32_t, 6> by_quality{};  // index: Quality; of every turn
  std::uint64_t spent_ms = 0;
  Tests young, mature;  // by the interval before the answer
  PointTests points;    // of whole answers that are tests
  std::array<HourCounts, 24> by_hour{};

  std::uint32_t reviews() const { return by_turn[0] + by_turn[1] + by_turn[2]; }
  std::uint32_t of(ReviewTurn turn) const { return by_turn[static_cast<std::size_t>(turn)]; }
  Tests tests() const { return {young.passed + mature.passed, young.failed + mature.failed}; }
  friend bool operator==(const AnswerCounts&, const AnswerCounts&) = default;
};

struct DayCounts {
  std::int32_t day = 0;
  AnswerCounts counts;
  friend bool operator==(const DayCounts&, const DayCounts&) = default;
};

/// Up to today and with it.
enum class Period { kMonth, kQuarter, kYear, kAll };  // 30, 90, 365 days

/// The days in a row with an answer.
struct Streak {
  std::size_t current = 0;  // up to today, or to yesterday while today has none
  std::size_t longest = 0;  // up to today
};

class ReviewTally {
 public:
  ReviewTally() = default;
  /// All of `reviews`.
  explicit ReviewTally(const ReviewColumns& reviews);
  /// Those whose card is in `cards`, such as the cards that a search finds.
  ReviewTally(const ReviewColumns& reviews, const RowSet& cards);

  void add(const Review& review);
  /// Precondition: `review` was added and not removed since.
  void remove(const Review& review);

  /// The days with answers, in order: reviews and minutes per day, and the calendar.
  std::span<const DayCounts> days() const { return days_; }
  std::span<const DayCounts> days(Period period, StudyDay today) const;
  /// Nothing but zeros when there was no answer.
  AnswerCounts on(StudyDay day) const;
  AnswerCounts sum(Period period, StudyDay today) const;
  Streak streak(StudyDay today) const;

  /// How a card, or the point of a point card, did in all its tests.
  Tests tests_of(std::uint32_t card) const;
  /// At most `most` cards failed at least once, the most often first, among equals the one tested less.
  std::vector<std::uint32_t> most_missed(std::size_t most) const;

  /// To be kept between runs: some hundred bytes a day and three a card. Empty for a tally of nothing.
  std::string bytes() const;
  /// Nothing when `bytes` are none that bytes() gave.
  static std::optional<ReviewTally> from_bytes(std::string_view bytes);

  friend bool operator==(const ReviewTally& a, const ReviewTally& b) {
    return a.days_ == b.days_ && a.cards_ == b.cards_;
  }

 private:
  template <class Predicate>
  void add_if(const ReviewColumns& reviews, Predicate is_in);
  static std::uint64_t packed(const Tests& tests);
  AnswerCounts& counts_of(std::int32_t day);
  void drop_zeros();

  std::vector<DayCounts> days_;       // in order; none without answers
  std::vector<std::uint64_t> cards_;  // two counts each; the last one is not zero
  std::size_t latest_ = 0;            // where the last day was found: answers come in the order of days
};

}  // namespace rehearse
