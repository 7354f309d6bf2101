// What a review is worth: the quick figures are those of the scheduler.
#include "core/schedule/gain.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "core/schedule/quick_power.h"
#include "tests/core/schedule/random_deck.h"

namespace rehearse {
namespace {

using std::chrono::days;

const StudyDay kToday{days{20'000}};

Scheduler random_scheduler(std::mt19937_64& random) {
  if (random() % 3 == 0) return Scheduler{};
  Fsrs6Parameters parameters;
  std::normal_distribution<double> deviation(0, 0.2);
  for (double& w : parameters.w) w *= std::exp(deviation(random));
  return Scheduler::fsrs6(parameters);
}

}  // namespace

TEST_SUITE("core/schedule/gain") {
  TEST_CASE("an outlook is what the scheduler says of the same answers") {
    std::mt19937_64 random(31);
    for (int i = 0; i < 20'000; ++i) {
      const Scheduler scheduler = random_scheduler(random);
      const MemoryState state = test::random_memory(random, scheduler, kToday);
      const StudyDay goal = kToday + days{random() % 60};
      const Outlook seen = Weigher(scheduler, goal).outlook(state, kToday);
      const MemoryState recalled = scheduler.observe(state, Quality::kGood, kToday);
      const MemoryState missed = scheduler.observe(state, Quality::kWrongEasy, kToday);
      REQUIRE(std::abs(seen.asked - scheduler.retrievability(state, kToday)) < 1e-5);
      REQUIRE(std::abs(seen.untouched - scheduler.retrievability(state, goal)) < 1e-5);
      REQUIRE(std::abs(seen.after_recall - scheduler.retrievability(recalled, goal)) < 1e-5);
      REQUIRE(std::abs(seen.after_miss - scheduler.retrievability(missed, goal)) < 1e-5);
    }
  }

  TEST_CASE("a review on the interview day gains what is forgotten and no more") {
    std::mt19937_64 random(32);
    for (int i = 0; i < 10'000; ++i) {
      const Scheduler scheduler = random_scheduler(random);
      const MemoryState state = test::random_memory(random, scheduler, kToday - days{1});
      if (!state.met || state.seen >= kToday) continue;
      const Outlook seen = Weigher(scheduler, kToday).outlook(state, kToday);
      REQUIRE(seen.gain() == doctest::Approx(1 - seen.asked).epsilon(1e-6));
    }
  }

  TEST_CASE("quick powers are powers") {
    std::mt19937_64 random(33);
    std::uniform_real_distribution<double> exponent(-40, 40);
    for (int i = 0; i < 100'000; ++i) {
      const double value = exponent(random);
      REQUIRE(quick_exp2(value) / std::exp2(value) == doctest::Approx(1).epsilon(1e-8));
      REQUIRE(std::abs(quick_log2(std::exp2(value)) - value) < 2e-9);
    }
  }
}

}  // namespace rehearse
