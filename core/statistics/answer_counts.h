// What is counted of answers: of a day, or summed over several.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "core/schedule/quality.h"

namespace rehearse {

enum class ReviewTurn : std::uint8_t {
  kFirst = 0,  // the card was new: read and learned rather than recalled
  kLater = 1,  // the first answer of a study day to a card met before
  kDrill = 2,  // another answer on the same study day
};

/// Which one an answer on `day` is when its card was answered last on `before`.
ReviewTurn turn_of(std::optional<StudyDay> before, StudyDay day);

/// A card that comes after so many days is mature, before them young. Anki goes by the interval that its
/// scheduler chose; days that really passed are the same whatever the scheduler.
inline constexpr std::chrono::days kMatureAfter{21};

/// One answer. A whole answer with five points is one.
struct Review {
  ReviewTurn turn = ReviewTurn::kLater;
  Quality quality = Quality::kBlackout;
  std::chrono::days since_last{0};  // days since its card was answered before; with kFirst nothing
  unsigned hour = 0;                // 0 to 23 on the learner's clock
  std::chrono::milliseconds spent{0};
  std::span<const PointResult> points{};  // of a whole answer: what became of each
};

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

struct AnswerCounts {
  std::array<std::uint32_t, 3> by_turn{};     // index: ReviewTurn
  std::array<std::uint32_t, 6> by_quality{};  // index: Quality; of every turn
  std::uint64_t spent_ms = 0;
  Tests young, mature;
  PointTests points;  // of whole answers that are tests
  std::array<HourCounts, 24> by_hour{};

  std::uint32_t reviews() const { return by_turn[0] + by_turn[1] + by_turn[2]; }
  std::uint32_t of(ReviewTurn turn) const { return by_turn[static_cast<std::size_t>(turn)]; }
  Tests tests() const { return {young.passed + mature.passed, young.failed + mature.failed}; }
  friend bool operator==(const AnswerCounts&, const AnswerCounts&) = default;
};

/// Counts one more answer.
void add_review(AnswerCounts& counts, const Review& review);
/// Takes one out, of counts that hold it or of a difference: counts wrap around like all unsigned numbers.
void take_out_review(AnswerCounts& counts, const Review& review);
void add_counts(AnswerCounts& sum, const AnswerCounts& more);

/// To be kept: some hundred bytes.
std::string write_counts(const AnswerCounts& counts);
/// Nothing when `bytes` are none that write_counts gave.
std::optional<AnswerCounts> read_counts(std::string_view bytes);

}  // namespace rehearse
