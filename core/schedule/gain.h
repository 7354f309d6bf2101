// What a review is worth on the day of the interview.
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/base/time.h"
#include "core/schedule/scheduler.h"

namespace rehearse {

/// Probabilities of recall in [0, 1] when a card is asked on some day.
struct Outlook {
  double asked = 0;         // on that day
  double untouched = 0;     // on the goal day when nothing is done until then
  double after_recall = 0;  // on the goal day after a success
  double after_miss = 0;

  /// What the review is expected to add on the goal day; below 0 where a miss would cost more.
  double gain() const { return asked * after_recall + (1 - asked) * after_miss - untouched; }
};

/// Weighs many cards of one scheduler. Its figures are those of Scheduler::observe and retrievability within
/// 1e-5 (the state is not rounded, and powers are quick ones), at a tenth of their time.
class Weigher {
 public:
  Weigher(const Scheduler& scheduler, StudyDay goal);

  /// As Scheduler::retrievability.
  double recall(const MemoryState& state, StudyDay day) const {
    return state.met ? recall_after(stability(state), elapsed_days(state, day)) : 0;
  }

  /// Of a review on `day`, at most the goal day. A card never met has nothing to lose: asked and untouched
  /// are 0.
  Outlook outlook(const MemoryState& state, StudyDay day) const;

 private:
  double stability(const MemoryState& state) const;
  double recall_after(double stability, std::int64_t elapsed) const;
  Outlook outlook_fsrs6(const MemoryState& state, StudyDay day) const;

  const Scheduler& scheduler_;
  StudyDay goal_;
  double decay_, curve_factor_;
  double growth_, lapse_factor_;  // w8 and w11 of FSRS-6
};

}  // namespace rehearse
