// The one interface of the two schedulers. Pure: what a card remembers is a fold of `observe` over its
// answers, and changing the scheduler is that fold once more.
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/schedule/fsrs6.h"
#include "core/schedule/memory_state.h"

namespace rehearse {

inline constexpr double kDesiredRetention = 0.9;
inline constexpr double kLowestDesiredRetention = 0.7;
inline constexpr double kHighestDesiredRetention = 0.99;

/// Whether cards that were learned together come apart by some days.
enum class Fuzz { kOff, kOn };

/// A value: which algorithm, and what it is set to. Precondition of every call with a state that is met: the
/// state was made by a scheduler of the same kind.
class Scheduler {
 public:
  /// SM-2.
  Scheduler() = default;
  /// FSRS-6. Parameters and retention outside their ranges are moved into them.
  static Scheduler fsrs6(const Fsrs6Parameters& parameters = {},
                         double desired_retention = kDesiredRetention);

  /// Off with SM-2 and on with FSRS-6 unless it was said otherwise.
  Scheduler with_fuzz(Fuzz fuzz) const;

  SchedulerKind kind() const { return kind_; }
  const Fsrs6Parameters& parameters() const { return fsrs_.parameters(); }
  double desired_retention() const { return desired_retention_; }
  Fuzz fuzz() const { return fuzz_; }

  /// The state after an answer of `quality` on `day`. With either kind the first meeting is no lapse, and a
  /// second answer on one study day, or a day before the latest answer, changes nothing.
  /// SM-2: see memory_state.h. FSRS-6: the step over the days that really passed, then the interval to the
  /// desired retention; answers before the due day and after it count as they are.
  MemoryState observe(MemoryState state, Quality quality, StudyDay day) const;

  /// The state once the card was taken over with this schedule of an SM-2 kind of program: due on its day.
  /// FSRS-6 reads the interval as the days to a recall of 0.9, and picks the difficulty with which a success
  /// on the due day makes the stability grow by the easiness.
  MemoryState take_over(MemoryState state, const Schedule& schedule) const;

  /// The day a card that was met is asked: the learner's own word for it, else the scheduled day. With fuzz
  /// from an interval of 3 days on up to a day and a twentieth of it earlier or later, with SM-2 later only,
  /// by chance out of the card and of the day it counts from: the same wherever and whenever it is asked. A
  /// state knows nothing of fuzz.
  StudyDay due(const MemoryState& state, const CardId& card) const;

  /// The days after which recall has fallen to 0.9. An SM-2 state stands for one by a table over its
  /// repetitions and lapses (core/schedule/retrievability.h). Precondition: state.met.
  double stability(const MemoryState& state) const;

  /// Probability in [0, 1] that the card is recalled on `day`; 0 for a card never met. SM-2 states take the
  /// curve of the default parameters.
  double retrievability(const MemoryState& state, StudyDay day) const;

 private:
  Scheduler(const Fsrs6Parameters& parameters, double desired_retention);

  SchedulerKind kind_ = SchedulerKind::kSm2;
  Fuzz fuzz_ = Fuzz::kOff;
  double desired_retention_ = kDesiredRetention;
  Fsrs6 fsrs_;
  double days_per_stability_ = 1;  // to the desired retention
};

}  // namespace rehearse
