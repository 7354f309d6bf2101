#include "core/schedule/card_act.h"

#include <algorithm>
#include <array>

namespace rehearse {
namespace {

// By CardActKind.
constexpr std::array<std::string_view, kLastCardAct + 1> kWords{"suspend",    "bury",  "release", "due",
                                                                "reschedule", "reset", "forgive"};

MemoryState rescheduled(const MemoryState& state, const CardAct& act, const Scheduler& scheduler) {
  Schedule schedule;
  schedule.interval_days = std::clamp<std::int64_t>((act.due - act.on).count(), 1, kLongestInterval);
  schedule.due = act.on + std::chrono::days{schedule.interval_days};
  schedule.repetitions = state.met ? std::max(state.sm2.repetitions, 1) : 1;
  if (state.met && state.scheduler == SchedulerKind::kSm2) schedule.easiness = state.sm2.easiness;
  schedule.lapses = state.lapses;
  MemoryState after = scheduler.take_over(state, schedule);
  if (state.met && state.scheduler == SchedulerKind::kFsrs6) after.fsrs.difficulty = state.fsrs.difficulty;
  // It is no answer: one that is given today still counts.
  after.seen = state.met ? state.seen : act.on - std::chrono::days{1};
  return after;
}

}  // namespace

std::string_view word_of(CardActKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

std::optional<CardActKind> card_act_from_word(std::string_view word) {
  const auto found = std::find(kWords.begin(), kWords.end(), word);
  if (found == kWords.end()) return std::nullopt;
  return static_cast<CardActKind>(found - kWords.begin());
}

bool wants_day(CardActKind kind) { return kind == CardActKind::kSetDue || kind == CardActKind::kReschedule; }

bool changes_memory(CardActKind kind) {
  return wants_day(kind) || kind == CardActKind::kReset || kind == CardActKind::kForgive;
}

MemoryState after_act(MemoryState state, const CardAct& act, const Scheduler& scheduler) {
  switch (act.kind) {
    case CardActKind::kSetDue: return move_due(state, act.due);
    case CardActKind::kReschedule: return rescheduled(state, act, scheduler);
    case CardActKind::kReset: return {};
    case CardActKind::kForgive: state.lapses = 0; return state;
    case CardActKind::kSuspend:
    case CardActKind::kBury:
    case CardActKind::kRelease: break;
  }
  return state;
}

}  // namespace rehearse
