#include "core/schedule/card_columns.h"

#include <doctest/doctest.h>

#include <random>

namespace rehearse {

TEST_SUITE("core/schedule/card_columns") {
  TEST_CASE("a row says of its card what the scheduler says of its state") {
    Fsrs6Parameters parameters;
    parameters.w.back() = 0.35;
    for (const Scheduler& scheduler : {Scheduler(), Scheduler::fsrs6(), Scheduler::fsrs6(parameters, 0.8)}) {
      CardColumns cards;
      cards.resize(1);
      cards.decay = decay_of(scheduler);
      std::mt19937_64 random(61);
      for (int history = 0; history < 500; ++history) {
        MemoryState state;
        StudyDay day = day_from_number(20'000);
        for (std::size_t answers = 1 + random() % 8; answers > 0; --answers) {
          state = scheduler.observe(state, static_cast<Quality>(random() % 6), day);
          day += std::chrono::days{random() % 30};
        }
        const CardRow row = row_of(state, scheduler);
        REQUIRE(row.status == kCardMet);
        REQUIRE(row.due_day == day_number(state.due()));
        REQUIRE(row.interval_days == state.interval_days());
        REQUIRE((row.easiness == 0) == (scheduler.kind() == SchedulerKind::kFsrs6));
        REQUIRE((row.difficulty == 0) == (scheduler.kind() == SchedulerKind::kSm2));
        cards.set(0, row);
        REQUIRE(retrievabilities(cards, day).front() ==
                doctest::Approx(scheduler.retrievability(state, day)).epsilon(1e-5));
      }
    }
  }

  TEST_CASE("numbers beyond a column become its largest") {
    MemoryState state;
    state.met = true;
    state.lapses = 1'000'000;
    state.sm2 = {9, 400'000, 9'000'000'000};
    const CardRow row = row_of(state, Scheduler());
    CHECK(row.lapses == 65'535);
    CHECK(row.easiness == 65'535);
    CHECK(row.interval_days == 2'147'483'647);
    CHECK(row.due_day == 2'147'483'647);
  }

  TEST_CASE("a card never met is not recalled") {
    CardColumns cards;
    cards.resize(2);
    CHECK(retrievabilities(cards, day_from_number(20'000)) == std::vector<float>{0, 0});
  }

  TEST_CASE("recall falls from one with the days and is nine tenths after the stability") {
    for (const double decay : {0.1, 0.1542, 0.5, 0.8}) {
      const ForgettingCurve curve(decay);
      for (const float stability : {0.0F, 0.5F, 3.0F, 400.0F}) {
        CHECK(curve.recall(-3, stability) == 1);
        float before = 1;
        for (float days = 1; days < 1000; days *= 1.5F) {
          const float now = curve.recall(days, stability);
          CHECK(now < before);
          CHECK(now > 0);
          before = now;
        }
        if (stability > 0) CHECK(curve.recall(stability, stability) == doctest::Approx(0.9));
      }
    }
  }
}

}  // namespace rehearse
