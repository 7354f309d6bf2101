// What a failed check shows of schedulers and what they remember.
#pragma once

#include <ostream>

#include "core/schedule/scheduler.h"

namespace rehearse {

inline std::ostream& operator<<(std::ostream& out, Quality quality) {
  return out << "quality " << static_cast<int>(quality);
}

inline std::ostream& operator<<(std::ostream& out, const Fsrs6Parameters& parameters) {
  for (const double value : parameters.w) out << value << ' ';
  return out;
}

inline std::ostream& operator<<(std::ostream& out, const Fsrs6State& state) {
  return out << "stability " << state.stability << ", difficulty " << state.difficulty;
}

inline std::ostream& operator<<(std::ostream& out, const Scheduler& scheduler) {
  if (scheduler.kind() == SchedulerKind::kSm2) return out << "SM-2";
  return out << "FSRS-6 at " << scheduler.desired_retention() << " with " << scheduler.parameters();
}

}  // namespace rehearse
