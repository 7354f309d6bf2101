#include "core/schedule/scheduler.h"

#include <algorithm>
#include <cmath>

#include "core/schedule/retrievability.h"

namespace rehearse {
Scheduler::Scheduler(const Fsrs6Parameters& parameters, double desired_retention)
    : kind_(SchedulerKind::kFsrs6),
      desired_retention_(
          std::isfinite(desired_retention)
              ? std::clamp(desired_retention, kLowestDesiredRetention, kHighestDesiredRetention)
              : kDesiredRetention),
      fsrs_(within_ranges(parameters)),
      days_per_stability_(fsrs_.days_per_stability(desired_retention_)) {}

Scheduler Scheduler::fsrs6(const Fsrs6Parameters& parameters, double desired_retention) {
  return Scheduler(parameters, desired_retention);
}

MemoryState Scheduler::observe(MemoryState state, Quality quality, StudyDay day) const {
  if (kind_ == SchedulerKind::kSm2) return rehearse::observe(state, quality, day);
  if (state.met && day <= state.seen) return state;
  const Fsrs6Rating rating = fsrs6_rating(quality);
  if (state.met) {
    state.fsrs = fsrs_.step(state.fsrs, rating, day - state.anchor);
    state.lapses += passed(quality) ? 0 : 1;
  } else {
    state.scheduler = kind_;
    state.met = true;
    state.fsrs = fsrs_.first(rating);
  }
  state.fsrs_interval_days = whole_interval_days(state.fsrs.stability * days_per_stability_);
  state.anchor = state.seen = day;
  return state;
}

MemoryState Scheduler::take_over(MemoryState state, const Schedule& schedule) const {
  if (kind_ == SchedulerKind::kSm2) return rehearse::take_over(state, schedule);
  const StudyDay anchor = schedule.due - std::chrono::days{schedule.interval_days};
  state.scheduler = kind_;
  state.fsrs = fsrs_.with_growth(static_cast<double>(schedule.interval_days), schedule.easiness / 100.0);
  state.fsrs_interval_days = schedule.interval_days;
  state.lapses = schedule.lapses;
  state.seen = state.met ? std::max(state.seen, anchor) : anchor;
  state.anchor = anchor;
  state.met = true;
  return state;
}

double Scheduler::stability(const MemoryState& state) const {
  return kind_ == SchedulerKind::kSm2 ? stability_of(state) : state.fsrs.stability;
}

double Scheduler::retrievability(const MemoryState& state, StudyDay day) const {
  if (!state.met) return 0;
  const auto elapsed = std::max<std::int64_t>(0, (day - state.anchor).count());
  return fsrs_.retrievability(stability(state), static_cast<double>(elapsed));
}

}  // namespace rehearse
