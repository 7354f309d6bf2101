// What a review today is worth on the day of the interview.
#pragma once

#include "core/base/time.h"
#include "core/schedule/scheduler.h"

namespace rehearse {

/// Probabilities of recall in [0, 1].
struct Outlook {
  double today = 0;
  double untouched = 0;     // on the goal day when nothing is done until then
  double after_recall = 0;  // on the goal day after a success today
  double after_miss = 0;

  /// What a review today is expected to add on the goal day; below 0 where a miss would cost more.
  double gain() const { return today * after_recall + (1 - today) * after_miss - untouched; }
};

/// Precondition: goal >= today. A card never met has nothing to lose: today and untouched are 0.
Outlook outlook(const Scheduler& scheduler, const MemoryState& state, StudyDay today, StudyDay goal);

}  // namespace rehearse
