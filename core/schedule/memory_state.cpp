#include "core/schedule/memory_state.h"

#include <algorithm>

namespace rehearse {
namespace {

// Below this many repetitions an early success earns nothing: the first two intervals are fixed.
constexpr int kRepetitionsBeforeCredit = 2;

/// ⌈I + e·(EF − 1)⌉ in whole hundredths.
std::int64_t credited_interval(const Sm2State& state, std::int64_t elapsed) {
  const std::int64_t hundredths = state.interval_days * 100 + elapsed * (state.easiness - 100);
  return std::min((hundredths + 99) / 100, kLongestInterval);
}

}  // namespace

MemoryState observe(MemoryState state, Quality quality, StudyDay day) {
  if (!state.met) {
    state.sm2 = sm2_step(state.sm2, quality);
    state.met = true;
    state.anchor = state.seen = day;
    return state;
  }
  if (day <= state.seen) return state;
  const bool is_due = day >= state.scheduled();
  const std::int64_t elapsed = elapsed_days(state, day);
  state.seen = day;
  state.moved_to.reset();
  if (!passed(quality)) {
    ++state.lapses;
    state.sm2 = sm2_step(state.sm2, quality);
    state.anchor = day;
  } else if (is_due) {
    state.sm2 = sm2_step(state.sm2, quality);
    state.anchor = day;
  } else if (quality >= Quality::kGood && state.sm2.repetitions >= kRepetitionsBeforeCredit) {
    state.sm2.interval_days = credited_interval(state.sm2, elapsed);
    state.anchor = day;
  }
  return state;
}

MemoryState take_over(MemoryState state, const Schedule& schedule) {
  state.sm2 = {schedule.repetitions, schedule.easiness, schedule.interval_days};
  state.moved_to.reset();
  state.lapses = schedule.lapses;
  state.anchor = schedule.due - std::chrono::days{schedule.interval_days};
  state.seen = state.met ? std::max(state.seen, state.anchor) : state.anchor;
  state.met = true;
  return state;
}

MemoryState move_due(MemoryState state, StudyDay day) {
  if (state.met) state.moved_to = day;
  return state;
}

}  // namespace rehearse
