#include "core/schedule/scheduler.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>

#include "core/schedule/retrievability.h"

namespace rehearse {
namespace {

using std::chrono::days;

constexpr std::int64_t kShortestFuzzedInterval = 3;
constexpr std::int64_t kFuzzPart = 20;  // of the interval, and a day

std::int64_t spread_of(std::int64_t interval_days) {
  return interval_days < kShortestFuzzedInterval ? 0 : 1 + interval_days / kFuzzPart;
}

/// Of the card and of which answer it waits after; mixed by the last steps of MurmurHash3 (A. Appleby).
std::uint64_t seed_of(const MemoryState& state, const CardId& card) {
  std::uint64_t seed = std::hash<CardId>()(card) + static_cast<std::uint64_t>(day_number(state.anchor));
  seed = (seed ^ (seed >> 33)) * 0xff51afd7ed558ccdULL;
  seed = (seed ^ (seed >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  return seed ^ (seed >> 33);
}

}  // namespace

Scheduler::Scheduler(const Fsrs6Parameters& parameters, double desired_retention)
    : kind_(SchedulerKind::kFsrs6),
      fuzz_(Fuzz::kOn),
      desired_retention_(
          std::isfinite(desired_retention)
              ? std::clamp(desired_retention, kLowestDesiredRetention, kHighestDesiredRetention)
              : kDesiredRetention),
      fsrs_(within_ranges(parameters)),
      days_per_stability_(fsrs_.days_per_stability(desired_retention_)) {}

Scheduler Scheduler::fsrs6(const Fsrs6Parameters& parameters, double desired_retention) {
  return Scheduler(parameters, desired_retention);
}

Scheduler Scheduler::with_fuzz(Fuzz fuzz) const {
  Scheduler scheduler = *this;
  scheduler.fuzz_ = fuzz;
  return scheduler;
}

MemoryState Scheduler::observe(MemoryState state, Quality quality, StudyDay day) const {
  if (kind_ == SchedulerKind::kSm2) return rehearse::observe(state, quality, day);
  if (state.met && day <= state.seen) return state;
  const Fsrs6Rating rating = fsrs6_rating(quality);
  if (state.met) {
    state.fsrs = fsrs_.step(state.fsrs, rating, days{elapsed_days(state, day)});
    state.lapses += passed(quality) ? 0 : 1;
  } else {
    state.scheduler = kind_;
    state.met = true;
    state.fsrs = fsrs_.first(rating);
  }
  state.fsrs_interval_days = whole_interval_days(state.fsrs.stability * days_per_stability_);
  state.anchor = state.seen = day;
  state.moved_to.reset();
  return state;
}

MemoryState Scheduler::take_over(MemoryState state, const Schedule& schedule) const {
  if (kind_ == SchedulerKind::kSm2) return rehearse::take_over(state, schedule);
  const StudyDay anchor = schedule.due - days{schedule.interval_days};
  state.scheduler = kind_;
  state.fsrs = fsrs_.with_growth(static_cast<double>(schedule.interval_days), schedule.easiness / 100.0);
  state.fsrs_interval_days = schedule.interval_days;
  state.moved_to.reset();
  state.lapses = schedule.lapses;
  state.seen = state.met ? std::max(state.seen, anchor) : anchor;
  state.anchor = anchor;
  state.met = true;
  return state;
}

StudyDay Scheduler::due(const MemoryState& state, const CardId& card) const {
  if (fuzz_ == Fuzz::kOff || state.moved_to) return state.due();
  const std::int64_t spread = spread_of(state.interval_days());
  // SM-2 takes an answer before its day for an early one, so there a day may only be later.
  const std::int64_t earliest = kind_ == SchedulerKind::kSm2 ? 0 : -spread;
  const auto choices = static_cast<std::uint64_t>(spread - earliest + 1);
  return state.due() + days{earliest + static_cast<std::int64_t>(seed_of(state, card) % choices)};
}

double Scheduler::stability(const MemoryState& state) const {
  return kind_ == SchedulerKind::kSm2 ? stability_of(state) : state.fsrs.stability;
}

double Scheduler::retrievability(const MemoryState& state, StudyDay day) const {
  if (!state.met) return 0;
  return fsrs_.retrievability(stability(state), static_cast<double>(elapsed_days(state, day)));
}

}  // namespace rehearse
