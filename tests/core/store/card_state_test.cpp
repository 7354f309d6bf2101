// What is known of a card, in memory and in the bytes of a library.
#include "core/store/card_state.h"

#include <cmath>
#include <vector>

#include "core/schedule/card_act.h"
#include "tests/laws.h"

namespace rehearse {
namespace {

using std::chrono::days;

const StudyDay kStart{days{20'000}};

/// An answer or an act, on a day that a clock gave which may be years off.
struct Step {
  int day;  // after kStart
  int quality;
  int act;    // by CardActKind; below 0: it is an answer
  int ahead;  // of an act that wants a day: how far
};

std::ostream& operator<<(std::ostream& out, const Step& step) {
  out << "day " << step.day << ": ";
  if (step.act < 0) return out << "answer " << step.quality;
  return out << word_of(static_cast<CardActKind>(step.act)) << " to " << step.ahead;
}

rc::Gen<Step> any_step() {
  const auto day = rc::gen::weightedOneOf<int>(
      {{4, rc::gen::inRange(0, 200)}, {1, rc::gen::inRange(-4000, 0)}, {1, rc::gen::inRange(0, 8000)}});
  return rc::gen::construct<Step>(day, rc::gen::inRange(0, 6), rc::gen::inRange(-8, kLastCardAct + 1),
                                  rc::gen::inRange(-10, 500));
}

void take(CardState& state, const Step& step, const Scheduler& scheduler) {
  const StudyDay day = kStart + days{step.day};
  if (step.act >= 0) {
    const CardAct act{static_cast<CardActKind>(step.act), day, day + days{step.ahead}};
    state.memory = after_act(state.memory, act, scheduler);
  } else {
    state.memory = scheduler.observe(state.memory, static_cast<Quality>(step.quality), day);
  }
  if (!state.memory.met) state.memory = {};
}

}  // namespace

TEST_SUITE("core/store/card_state") {
  TEST_CASE("what is known of a card is kept as it is, whatever clocks it was answered and moved under") {
    test::check_law([] {
      const Scheduler scheduler = *rc::gen::elementOf(std::vector{Scheduler(), Scheduler::fsrs6()});
      CardState state;
      for (const Step& step : *rc::gen::container<std::vector<Step>>(any_step())) {
        take(state, step, scheduler);
        RC_ASSERT(read_card_state(write_card_states({state}), 0) == state);
        if (!state.memory.met) continue;
        RC_ASSERT(state.memory.interval_days() >= 1);
        RC_ASSERT(std::isfinite(scheduler.stability(state.memory)));
        RC_ASSERT(scheduler.stability(state.memory) > 0);
      }
    });
  }
}

}  // namespace rehearse
