// The states of all cards of a library side by side, a vector for each field: what walks over all of them
// (searches, statistics) reads only the fields it asks about. Row numbers are the caller's own.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/time.h"
#include "core/deck/card.h"
#include "core/schedule/scheduler.h"

namespace rehearse {

/// Bits of CardRow::status.
enum CardStatus : std::uint8_t {
  kCardMet = 1,         // answered at least once; otherwise no day and no number of its row means anything
  kCardSuspended = 2,   // set aside for good
  kCardBuried = 4,      // set aside until tomorrow
  kCardLeech = 8,       // forgotten again and again
  kCardContested = 16,  // of its question the learner's machines say different things
};

struct CardRow {
  std::uint32_t question = 0;  // row of its question
  CardKind kind = CardKind::kRecall;
  std::uint8_t status = 0;
  std::int32_t due_day = 0;     // day_number, as the other days
  std::int32_t anchor_day = 0;  // from which it is being forgotten
  std::int32_t seen_day = 0;    // of the latest answer
  std::int32_t interval_days = 0;
  std::uint16_t answers = 0;  // given to it
  std::uint16_t lapses = 0;
  std::uint16_t passed = 0;  // of its tests: the first answer of a study day to a card met before
  std::uint16_t failed = 0;
  std::uint16_t easiness = 0;  // SM-2's, hundredths; 0 where another scheduler made the state
  float stability_days = 0;    // recall has fallen to 0.9 so many days behind anchor_day
  float difficulty = 0;        // FSRS's, 1 to 10; 0 where another scheduler made the state
};

/// What a memory state says of the row of its card: its days and numbers, and whether it was met. Numbers too
/// large for a column become its largest.
CardRow row_of(const MemoryState& state, const Scheduler& scheduler);

struct CardColumns {
  std::vector<std::uint32_t> question;
  std::vector<CardKind> kind;
  std::vector<std::uint8_t> status;
  std::vector<std::int32_t> due_day;
  std::vector<std::int32_t> anchor_day;
  std::vector<std::int32_t> seen_day;
  std::vector<std::int32_t> interval_days;
  std::vector<std::uint16_t> answers;
  std::vector<std::uint16_t> lapses;
  std::vector<std::uint16_t> passed;
  std::vector<std::uint16_t> failed;
  std::vector<std::uint16_t> easiness;
  std::vector<float> stability_days;
  std::vector<float> difficulty;
  double decay = 0.1542;  // of the forgetting curve, see below

  std::size_t size() const { return question.size(); }
  void resize(std::size_t cards);
  void reserve(std::size_t cards);
  /// Precondition: row < size().
  void set(std::size_t row, const CardRow& card);
  /// Makes `count` rows of the `old_count` rows from `begin` on; what they hold is to be set.
  void replace(std::size_t begin, std::size_t old_count, std::size_t count);
};

/// How recall falls: R(t) = (1 + (0.9^(-1/decay) - 1) · t/stability)^-decay, so that R(stability) is 0.9
/// (open-spaced-repetition, FSRS-6; decay is its w20). To six digits.
class ForgettingCurve {
 public:
  /// Precondition: decay > 0.
  explicit ForgettingCurve(double decay);

  /// In [0, 1]. Elapsed time below 0 counts as 0, a stability too short for FSRS as its shortest.
  float recall(float elapsed_days, float stability_days) const {
    const float elapsed = std::max(0.0F, elapsed_days),
                stability = std::max(kShortestStability, stability_days);
    return std::pow(1 + factor_ * elapsed / stability, exponent_);
  }

 private:
  static constexpr float kShortestStability = 0.001F;

  float factor_;
  float exponent_;
};

/// With which the states of this scheduler are forgotten.
double decay_of(const Scheduler& scheduler);

/// The chance in [0, 1] that the card of each row is recalled on `day`; 0 where it was never met.
std::vector<float> retrievabilities(const CardColumns& cards, StudyDay day);

}  // namespace rehearse
