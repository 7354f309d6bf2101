// What holds of every history of answers, of any learner's parameters, by either scheduler.
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "core/schedule/scheduler.h"
#include "tests/laws.h"
#include "tests/schedule_printing.h"

namespace rehearse {
namespace {

using std::chrono::days;
using test::check_law;

const StudyDay kStart{days{20'000}};

struct Answer {
  int days_later;  // than the answer before; below 0 where a clock was set back
  Quality quality;
};

std::ostream& operator<<(std::ostream& out, const Answer& answer) {
  return out << "+" << answer.days_later << " days: " << answer.quality;
}

using History = std::vector<Answer>;

rc::Gen<Quality> any_quality() {
  return rc::gen::map(rc::gen::inRange(0, 6), [](int value) { return static_cast<Quality>(value); });
}

rc::Gen<Answer> any_answer() {
  // Most answers come days later, some on the same day, some years later, a few under a clock set back.
  const auto gap = rc::gen::weightedOneOf<int>({{6, rc::gen::inRange(1, 40)},
                                                {2, rc::gen::just(0)},
                                                {1, rc::gen::inRange(40, 20'000)},
                                                {1, rc::gen::inRange(-400, 0)}});
  return rc::gen::construct<Answer>(gap, any_quality());
}

rc::Gen<History> any_history() { return rc::gen::container<History>(any_answer()); }

rc::Gen<Fsrs6Parameters> any_parameters() {
  return rc::gen::map(rc::gen::container<std::vector<int>>(kFsrs6ParameterCount, rc::gen::inRange(0, 1001)),
                      [](const std::vector<int>& thousandths) {
                        Fsrs6Parameters parameters;
                        for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) {
                          const auto [lowest, highest] = kFsrs6Ranges[i];
                          parameters.w[i] = lowest + (highest - lowest) * thousandths[i] / 1000;
                        }
                        return parameters;
                      });
}

rc::Gen<Scheduler> any_scheduler() {
  return rc::gen::oneOf(
      rc::gen::just(Scheduler()), rc::gen::just(Scheduler::fsrs6()),
      rc::gen::apply([](const Fsrs6Parameters& parameters,
                        int percent) { return Scheduler::fsrs6(parameters, percent / 100.0); },
                     any_parameters(), rc::gen::inRange(70, 100)));
}

struct Fold {
  MemoryState state;
  StudyDay today = kStart;

  void go_on(const Scheduler& scheduler, const Answer& answer) {
    today += days{answer.days_later};
    state = scheduler.observe(state, answer.quality, today);
  }
};

Fold fold(const Scheduler& scheduler, const History& history, Fold from = {}) {
  for (const Answer& answer : history) from.go_on(scheduler, answer);
  return from;
}

rc::Gen<Fsrs6State> any_fsrs_state() {
  // Of every size: half of the stabilities lie below two days.
  return rc::gen::apply(
      [](int size, int difficulty) {
        return Fsrs6State{std::round(std::exp(size / 1000.0) * 1e8) / 1e8, 1 + difficulty / 1000.0};
      },
      rc::gen::inRange(-6900, 10'500), rc::gen::inRange(0, 9001));
}

}  // namespace

TEST_SUITE("core/schedule/laws") {
  TEST_CASE("a history folds to the same state at once and in two parts") {
    check_law([] {
      const Scheduler scheduler = *any_scheduler();
      const History history = *any_history();
      const auto cut = *rc::gen::inRange<std::size_t>(0, history.size() + 1);
      const auto middle = history.begin() + static_cast<std::ptrdiff_t>(cut);
      const Fold first = fold(scheduler, History(history.begin(), middle));
      const Fold rest = fold(scheduler, History(middle, history.end()), first);
      RC_ASSERT(rest.state == fold(scheduler, history).state);
    });
  }

  TEST_CASE("a second answer on a study day or one under a clock set back changes nothing") {
    check_law([] {
      const Scheduler scheduler = *any_scheduler();
      const MemoryState state =
          scheduler.observe(fold(scheduler, *any_history()).state, *any_quality(), kStart + days{30'000});
      const days back{*rc::gen::inRange(0, 500)};
      RC_ASSERT(scheduler.observe(state, *any_quality(), state.seen - back) == state);
    });
  }

  TEST_CASE("recall falls from 1 to 0 with the days and never leaves them") {
    check_law([] {
      const Scheduler scheduler = *any_scheduler();
      const MemoryState state = fold(scheduler, *any_history()).state;
      const days sooner{*rc::gen::inRange(-100, 40'000)}, longer{*rc::gen::inRange(0, 40'000)};
      const double before = scheduler.retrievability(state, state.anchor + sooner);
      const double after = scheduler.retrievability(state, state.anchor + sooner + longer);
      RC_ASSERT(before <= 1);
      RC_ASSERT(after <= before);
      RC_ASSERT(after >= 0);
      if (state.met) RC_ASSERT(scheduler.retrievability(state, state.anchor) == 1);
    });
  }

  TEST_CASE("recall is 0.9 after as many days as the stability says") {
    check_law([](std::uint16_t thousandths) {
      const Fsrs6 fsrs(*any_parameters());
      const double stability = 0.001 * (1 + thousandths);
      RC_ASSERT(std::abs(fsrs.retrievability(stability, stability) - 0.9) < 1e-12);
    });
  }

  TEST_CASE("every state a history leads to is one that can be kept") {
    check_law([] {
      const Scheduler scheduler = *any_scheduler();
      Fold fold;
      int failures = 0;
      for (const Answer& answer : *any_history()) {
        const MemoryState before = fold.state;
        fold.go_on(scheduler, answer);
        const MemoryState& state = fold.state;
        RC_ASSERT(state.scheduler == scheduler.kind());
        RC_ASSERT(state.interval_days() >= 1);
        RC_ASSERT(state.due() > state.anchor);
        RC_ASSERT(state.seen >= state.anchor);
        RC_ASSERT(scheduler.stability(state) > 0);
        if (before.met && state.seen > before.seen && !passed(answer.quality)) ++failures;
        RC_ASSERT(state.lapses == failures);
        if (scheduler.kind() == SchedulerKind::kSm2) continue;
        RC_ASSERT(state.interval_days() <= kLongestFsrs6Interval);
        RC_ASSERT(state.fsrs.stability >= kLowestStability);
        RC_ASSERT(state.fsrs.stability <= kHighestStability);
        RC_ASSERT(state.fsrs.difficulty >= 1);
        RC_ASSERT(state.fsrs.difficulty <= 10);
      }
    });
  }

  TEST_CASE("SM-2 credits an early success without a jump and in full on the day") {
    check_law([] {
      const Scheduler sm2;
      MemoryState state = fold(sm2, *any_history()).state;
      if (state.sm2.repetitions < 2)  // earlier successes earn nothing: bring it there
        for (int i = 0; i < 3; ++i) state = sm2.observe(state, Quality::kGood, state.due());
      const std::int64_t interval = std::min<std::int64_t>(state.sm2.interval_days, 4000);
      state.sm2.interval_days = interval;
      state.seen = state.anchor;
      const auto credited = [&](std::int64_t elapsed) {
        return sm2.observe(state, Quality::kGood, state.anchor + days{elapsed}).sm2.interval_days;
      };
      const std::int64_t elapsed = *rc::gen::inRange<std::int64_t>(0, interval);
      const std::int64_t gained = credited(elapsed + 1) - credited(elapsed);
      RC_ASSERT(credited(0) == interval);
      RC_ASSERT(gained >= 0);
      RC_ASSERT(gained <= (state.sm2.easiness - 100 + 99) / 100);  // EF − 1 days a day, rounded up
      RC_ASSERT(credited(interval) == sm2_step(state.sm2, Quality::kGood).interval_days);
    });
  }

  TEST_CASE("FSRS-6 credits an early success without a jump and never less for waiting") {
    check_law([] {
      const Fsrs6 fsrs(*any_parameters());
      const Fsrs6State state = *any_fsrs_state();
      const auto rating = static_cast<Fsrs6Rating>(*rc::gen::inRange(2, 5));
      const days elapsed{*rc::gen::inRange(0, 3000)};
      const double now = fsrs.step(state, rating, elapsed).stability;
      const double later = fsrs.step(state, rating, elapsed + days{1}).stability;
      const double much_later = fsrs.step(state, rating, elapsed + days{2}).stability;
      RC_ASSERT(fsrs.step(state, rating, days{0}).stability == state.stability);
      RC_ASSERT(later >= now);
      RC_ASSERT(much_later >= later);
    });
  }

  TEST_CASE("recall never lowers a stability and a lapse never raises it") {
    check_law([] {
      const Fsrs6 fsrs(*any_parameters());
      const Fsrs6State state = *any_fsrs_state();
      const days elapsed{*rc::gen::inRange(0, 3000)};
      const auto after = [&](Fsrs6Rating rating) { return fsrs.step(state, rating, elapsed).stability; };
      RC_ASSERT(after(Fsrs6Rating::kAgain) <= state.stability);
      RC_ASSERT(state.stability <= after(Fsrs6Rating::kHard));
      RC_ASSERT(after(Fsrs6Rating::kHard) <= after(Fsrs6Rating::kGood));
      RC_ASSERT(after(Fsrs6Rating::kGood) <= after(Fsrs6Rating::kEasy));
    });
  }

  TEST_CASE("a better answer never makes a card harder") {
    check_law([] {
      const Fsrs6 fsrs(*any_parameters(),
                       *rc::gen::element(Fsrs6Terms::kShortAndLong, Fsrs6Terms::kLongOnly));
      const Fsrs6State state = *any_fsrs_state();
      const days elapsed{*rc::gen::inRange(0, 30)};
      for (int rating = 1; rating < 4; ++rating) {
        const auto worse = static_cast<Fsrs6Rating>(rating), better = static_cast<Fsrs6Rating>(rating + 1);
        RC_ASSERT(fsrs.first(better).difficulty <= fsrs.first(worse).difficulty);
        RC_ASSERT(fsrs.step(state, better, elapsed).difficulty <=
                  fsrs.step(state, worse, elapsed).difficulty);
      }
    });
  }

  TEST_CASE("an interval is the whole number of days nearest to the desired retention") {
    check_law([] {
      const Fsrs6 fsrs(*any_parameters());
      const double stability = (*any_fsrs_state()).stability;
      const double retention = *rc::gen::inRange(700, 991) / 1000.0;
      const auto interval = static_cast<double>(fsrs.interval_days(stability, retention));
      constexpr double kRounding = 1e-9;
      if (interval < double{kLongestFsrs6Interval})
        RC_ASSERT(fsrs.retrievability(stability, interval + 0.5) <= retention + kRounding);
      if (interval > 1) RC_ASSERT(fsrs.retrievability(stability, interval - 0.5) >= retention - kRounding);
      RC_ASSERT(fsrs.interval_days(stability, retention - 0.1) >= fsrs.interval_days(stability, retention));
    });
  }

  TEST_CASE("fuzz keeps to its days and is the same whenever it is asked") {
    check_law([](const std::array<std::uint8_t, CardId::kBytes>& bytes) {
      const Scheduler plain = *any_scheduler();
      const Scheduler fuzzy = plain.with_fuzz(Fuzz::kOn);
      const CardId card{bytes};
      const MemoryState state = plain.observe({}, *any_quality(), kStart);
      MemoryState later = fold(plain, *any_history(), {state, kStart}).state;
      const std::int64_t moved = (fuzzy.due(later, card) - later.due()).count();
      const std::int64_t interval = later.interval_days();
      RC_ASSERT(std::abs(moved) <= (interval < 3 ? 0 : 1 + interval / 20));
      RC_ASSERT(fuzzy.due(later, card) > later.anchor);
      if (plain.kind() == SchedulerKind::kSm2) RC_ASSERT(moved >= 0);
      RC_ASSERT(plain.with_fuzz(Fuzz::kOff).due(later, card) == later.due());
      later.seen += days{1};  // an answer that changed nothing
      RC_ASSERT(fuzzy.due(later, card) == later.due() + days{moved});
    });
  }

  TEST_CASE(
      "a card the learner moved comes on that day and from its next answer on as if it never had been") {
    check_law([] {
      const Scheduler scheduler = *any_scheduler();
      const MemoryState state =
          scheduler.observe(fold(scheduler, *any_history()).state, *any_quality(), kStart + days{30'000});
      const StudyDay wanted = state.seen + days{*rc::gen::inRange(-10, 1000)};
      const MemoryState moved = move_due(state, wanted);
      RC_ASSERT(moved.due() == wanted);
      RC_ASSERT(scheduler.with_fuzz(Fuzz::kOn).due(moved, CardId{}) == wanted);
      const StudyDay answered = state.seen + days{*rc::gen::inRange(1, 1000)};
      const Quality quality = *any_quality();
      RC_ASSERT(scheduler.observe(moved, quality, state.seen) == moved);  // drill
      RC_ASSERT(scheduler.observe(moved, quality, answered) == scheduler.observe(state, quality, answered));
      RC_ASSERT(scheduler.retrievability(moved, answered) == scheduler.retrievability(state, answered));
    });
  }

  TEST_CASE("parameters brought into their ranges stay as they are from then on") {
    check_law([](const std::array<double, kFsrs6ParameterCount>& wild) {
      const Fsrs6Parameters tamed = within_ranges({wild});
      RC_ASSERT(within_ranges(tamed) == tamed);
      const Scheduler scheduler = Scheduler::fsrs6({wild});
      RC_ASSERT(std::isfinite(fold(scheduler, *any_history()).state.fsrs.stability));
    });
  }
}

}  // namespace rehearse
