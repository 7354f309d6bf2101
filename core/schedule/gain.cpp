#include "core/schedule/gain.h"

namespace rehearse {

Outlook outlook(const Scheduler& scheduler, const MemoryState& state, StudyDay today, StudyDay goal) {
  const MemoryState recalled = scheduler.observe(state, Quality::kGood, today);
  const MemoryState missed = scheduler.observe(state, Quality::kWrongEasy, today);
  return {scheduler.retrievability(state, today), scheduler.retrievability(state, goal),
          scheduler.retrievability(recalled, goal), scheduler.retrievability(missed, goal)};
}

}  // namespace rehearse
