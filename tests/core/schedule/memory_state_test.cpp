// What SM-2's text leaves open: answers before the day, after it, and twice on one day.
#include "core/schedule/memory_state.h"

#include <doctest/doctest.h>

#include <random>

namespace rehearse {
namespace {

using std::chrono::days;

const StudyDay kStart{days{20'000}};

MemoryState met(int repetitions, int easiness, std::int64_t interval) {
  MemoryState state;
  state.sm2 = {repetitions, easiness, interval};
  state.met = true;
  state.anchor = state.seen = kStart;
  return state;
}

Quality quality_named(char name) {
  if (name == 'r') return quality_of(PointResult::kRecalled);
  return quality_of(name == 'h' ? PointResult::kHint : PointResult::kMissed);
}

/// Any state that answers can lead to.
MemoryState random_state(std::mt19937_64& random) {
  MemoryState state;
  StudyDay day = kStart;
  for (std::uint64_t answers = 1 + random() % 8; answers > 0; --answers) {
    state = observe(state, static_cast<Quality>(random() % 6), day);
    day = state.due() + days{random() % 3};
    if (random() % 3 == 0) day = state.seen + days{1 + random() % 20};
  }
  return state;
}

}  // namespace

TEST_SUITE("core/schedule/memory_state") {
  TEST_CASE("the regression cases of the scheduling method") {
    struct Case {
      int repetitions, easiness, interval, elapsed;
      char result;
      Sm2State expected;
    };
    for (const Case& c : {Case{3, 250, 15, 0, 'r', {3, 250, 15}}, Case{3, 250, 15, 5, 'r', {3, 250, 23}},
                          Case{3, 250, 15, 15, 'r', {4, 250, 38}}, Case{3, 250, 15, 20, 'h', {4, 236, 38}},
                          Case{3, 250, 15, 5, 'h', {3, 250, 15}}, Case{3, 250, 15, 7, 'm', {0, 250, 1}},
                          Case{1, 250, 1, 0, 'r', {1, 250, 1}}, Case{1, 250, 1, 1, 'r', {2, 250, 6}}}) {
      CAPTURE(c.elapsed);
      CAPTURE(c.result);
      const MemoryState after = observe(met(c.repetitions, c.easiness, c.interval), quality_named(c.result),
                                        kStart + days{c.elapsed});
      CHECK(after.sm2.repetitions == c.expected.repetitions);
      CHECK(after.sm2.easiness == c.expected.easiness);
      CHECK(after.sm2.interval_days == c.expected.interval_days);
      CHECK(after.lapses == (c.result == 'm' ? 1 : 0));
    }
  }

  TEST_CASE("an early success earns nothing at once and everything on the day and never less for waiting") {
    std::mt19937_64 random(2);
    for (int i = 0; i < 3000; ++i) {
      const int easiness = 130 + static_cast<int>(random() % 300);
      const auto interval = static_cast<std::int64_t>(2 + random() % 400);
      const MemoryState state = met(2 + static_cast<int>(random() % 5), easiness, interval);
      const std::int64_t highest_step = (easiness - 100 + 99) / 100;
      std::int64_t before = interval;
      for (std::int64_t elapsed = 1; elapsed <= interval; ++elapsed) {
        const MemoryState after = observe(state, Quality::kGood, kStart + days{elapsed});
        REQUIRE(after.sm2.interval_days >= before);
        REQUIRE(after.sm2.interval_days - before <= highest_step);
        before = after.sm2.interval_days;
        const bool is_due = elapsed == interval;
        REQUIRE(after.sm2.repetitions == state.sm2.repetitions + (is_due ? 1 : 0));
        REQUIRE(after.sm2.easiness == state.sm2.easiness);
        REQUIRE(after.anchor == kStart + days{elapsed});
      }
      REQUIRE(before == (interval * easiness + 99) / 100);
      REQUIRE(observe(state, Quality::kGood, kStart).sm2 == state.sm2);
    }
  }

  TEST_CASE("a second answer on the same day or on an earlier one changes nothing") {
    std::mt19937_64 random(3);
    for (int i = 0; i < 5000; ++i) {
      const MemoryState state = random_state(random);
      for (int quality = 0; quality <= 5; ++quality)
        for (int back : {0, 1, 400})
          REQUIRE(observe(state, static_cast<Quality>(quality), state.seen - days{back}) == state);
    }
  }

  TEST_CASE("late counts as due and an interval is at least a day") {
    std::mt19937_64 random(4);
    for (int i = 0; i < 5000; ++i) {
      const MemoryState state = random_state(random);
      for (int quality = 0; quality <= 5; ++quality) {
        const StudyDay due = std::max(state.due(), state.seen + days{1});
        const MemoryState on_the_day = observe(state, static_cast<Quality>(quality), due);
        const MemoryState late =
            observe(state, static_cast<Quality>(quality), due + days{1 + random() % 500});
        REQUIRE(on_the_day.sm2 == sm2_step(state.sm2, static_cast<Quality>(quality)));
        REQUIRE(late.sm2 == on_the_day.sm2);
        REQUIRE(late.sm2.interval_days >= 1);
        REQUIRE(late.seen >= late.anchor);
      }
    }
  }

  TEST_CASE("an early hint changes nothing but the day it was seen") {
    std::mt19937_64 random(5);
    for (int i = 0; i < 5000; ++i) {
      const MemoryState state = random_state(random);
      if (state.due() <= state.seen + days{1}) continue;
      MemoryState after = observe(state, Quality::kHard, state.seen + days{1});
      REQUIRE(after.seen == state.seen + days{1});
      after.seen = state.seen;
      REQUIRE(after == state);
    }
  }

  TEST_CASE("a first meeting is no lapse however it went and every later failure is one") {
    for (int quality = 0; quality <= 5; ++quality) {
      const MemoryState first = observe({}, static_cast<Quality>(quality), kStart);
      CHECK(first.lapses == 0);
      CHECK(first.met);
      CHECK(first.due() == kStart + days{1});
      CHECK(observe(first, Quality::kBlackout, kStart + days{1}).lapses == 1);
    }
  }

  TEST_CASE("a card taken over is due on its day and later answers go on from there") {
    std::mt19937_64 random(6);
    for (int i = 0; i < 5000; ++i) {
      const MemoryState before = i % 2 == 0 ? MemoryState{} : random_state(random);
      const auto interval = static_cast<std::int64_t>(1 + random() % 400);
      const Schedule schedule{kStart + days{random() % 1000}, interval,
                              130 + static_cast<int>(random() % 200), 2, 3};
      const MemoryState after = take_over(before, schedule);
      REQUIRE(after.met);
      REQUIRE(after.due() == schedule.due);
      REQUIRE(after.lapses == 3);
      REQUIRE(after.seen >= after.anchor);
      if (after.seen >= schedule.due) continue;
      const MemoryState next = observe(after, Quality::kGood, schedule.due);
      REQUIRE(next.sm2 == sm2_step({2, schedule.easiness, interval}, Quality::kGood));
    }
  }
}

}  // namespace rehearse
