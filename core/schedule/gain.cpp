#include "core/schedule/gain.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/schedule/quick_power.h"
#include "core/schedule/retrievability.h"

namespace rehearse {
namespace {

double quick_exp(double value) { return quick_exp2(value * std::numbers::log2e); }

}  // namespace

Weigher::Weigher(const Scheduler& scheduler, StudyDay goal)
    : scheduler_(scheduler),
      goal_(goal),
      decay_(scheduler.parameters().w[20]),
      curve_factor_(std::pow(kRecallAtStability, -1 / decay_) - 1),
      growth_(std::exp(scheduler.parameters().w[8])),
      lapse_factor_(scheduler.parameters().w[11]) {}

double Weigher::stability(const MemoryState& state) const {
  return scheduler_.kind() == SchedulerKind::kSm2 ? stability_of(state) : state.fsrs.stability;
}

double Weigher::recall_after(double stability, std::int64_t elapsed) const {
  return quick_exp2(-decay_ * quick_log2(1 + curve_factor_ * static_cast<double>(elapsed) / stability));
}

Outlook Weigher::outlook(const MemoryState& state, StudyDay day) const {
  if (scheduler_.kind() == SchedulerKind::kFsrs6 && state.met && state.seen < day)
    return outlook_fsrs6(state, day);
  return {recall(state, day), recall(state, goal_),
          recall(scheduler_.observe(state, Quality::kGood, day), goal_),
          recall(scheduler_.observe(state, Quality::kWrongEasy, day), goal_)};
}

// The formulas of core/schedule/fsrs6.cpp for a stability after Good and after Again on a later day.
Outlook Weigher::outlook_fsrs6(const MemoryState& state, StudyDay day) const {
  const auto& w = scheduler_.parameters().w;
  const double stability = state.fsrs.stability, difficulty = state.fsrs.difficulty;
  const std::int64_t days_left = (goal_ - day).count();
  Outlook seen;
  seen.asked = recall_after(stability, elapsed_days(state, day));
  seen.untouched = recall_after(stability, elapsed_days(state, goal_));
  const double forgotten = 1 - seen.asked;
  const double recalled =
      stability * (1 + growth_ * (kDifficultyWithoutGrowth - difficulty) *
                           quick_exp2(-w[9] * quick_log2(stability)) * (quick_exp(w[10] * forgotten) - 1));
  const double relearned = lapse_factor_ * quick_exp2(-w[12] * quick_log2(difficulty)) *
                           (quick_exp2(w[13] * quick_log2(stability + 1)) - 1) * quick_exp(w[14] * forgotten);
  seen.after_recall = recall_after(std::clamp(recalled, kLowestStability, kHighestStability), days_left);
  seen.after_miss = recall_after(
      std::clamp(std::min(relearned, stability), kLowestStability, kHighestStability), days_left);
  return seen;
}

}  // namespace rehearse
