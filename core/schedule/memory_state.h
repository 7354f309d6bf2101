// What is remembered of one card, as a fold over its answers: the state of one of the two schedulers, and
// the days it counts from.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/base/time.h"
#include "core/schedule/fsrs6.h"
#include "core/schedule/sm2.h"

namespace rehearse {

// DO NOT RENUMBER: these values are in every library file.
enum class SchedulerKind { kSm2 = 0, kFsrs6 = 1 };

struct MemoryState {
  SchedulerKind scheduler = SchedulerKind::kSm2;  // that made this state: one for all answers of a fold
  bool met = false;                               // false: never answered, and nothing below means anything
  int lapses = 0;                                 // failures after the first meeting
  Sm2State sm2;                                   // SM-2 alone
  Fsrs6State fsrs;                                // FSRS-6 alone
  std::int64_t fsrs_interval_days = 0;            // FSRS-6 alone: to the desired retention
  StudyDay anchor{};                              // the day the interval counts from
  StudyDay seen{};                   // the day of the latest answer, also of one that changed nothing
  std::optional<StudyDay> moved_to;  // the day the learner wants it on; until the next answer that counts

  std::int64_t interval_days() const {
    return scheduler == SchedulerKind::kSm2 ? sm2.interval_days : fsrs_interval_days;
  }
  /// The day the scheduler asks for.
  StudyDay scheduled() const { return anchor + std::chrono::days{interval_days()}; }
  /// The day it comes: the learner's word goes before the scheduler's.
  StudyDay due() const { return moved_to.value_or(scheduled()); }

  friend bool operator==(const MemoryState&, const MemoryState&) = default;
};

/// What another program knew of a card when the learner came from there.
struct Schedule {
  StudyDay due{};
  std::int64_t interval_days = 1;  // at least 1
  int easiness = 250;              // hundredths, at least kLowestEasiness
  int repetitions = 0;
  int lapses = 0;

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// The state by SM-2 after an answer of `quality` on `day`, and what its text leaves open — answers before
/// the day, after it, and twice on one day:
/// - the first meeting starts the card, and is no lapse however it went;
/// - a second answer on the same study day is drill and changes nothing (so does a day that lies before
///   the latest answer: a clock was set back, and elapsed time is floored at 0);
/// - on the due day or later: the exact SM-2 step;
/// - before it, a failure counts in full, a quality of 3 changes nothing, and a success after e of I days
///   gives the interval ⌈I + e·(EF − 1)⌉ (from the second repetition on; before that nothing). So nothing
///   is gained at e = 0 and the full I·EF at e = I; repetitions and easiness move only when due.
/// The due day is the scheduled one: a card that was moved counts as early or late by when it is answered.
MemoryState observe(MemoryState state, Quality quality, StudyDay day);

/// The state by SM-2 once the card was taken over with this schedule: due on its day, the interval counted
/// back from there. Later answers go on from it.
MemoryState take_over(MemoryState state, const Schedule& schedule);

/// The state once the learner wants the card on `day`: what is remembered of it stays. Nothing changes for a
/// card never met.
MemoryState move_due(MemoryState state, StudyDay day);

/// Whole days the interval has run by `day`; 0 before it began, as where a card was rescheduled under a clock
/// that stood ahead.
constexpr std::int64_t elapsed_days(const MemoryState& state, StudyDay day) {
  return std::max<std::int64_t>(0, (day - state.anchor).count());
}

/// Failures after which a card is a leech: it costs more than it brings and wants other words.
inline constexpr int kLapsesOfLeech = 8;

constexpr bool is_leech(const MemoryState& state) { return state.lapses >= kLapsesOfLeech; }

}  // namespace rehearse
