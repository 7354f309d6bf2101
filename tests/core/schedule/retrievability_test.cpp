// The estimate of what is still known.
#include "core/schedule/retrievability.h"

#include <doctest/doctest.h>

#include <cmath>

namespace rehearse {
namespace {

const StudyDay kStart{std::chrono::days{20'000}};

MemoryState state_of(int repetitions, std::int64_t interval, int lapses) {
  MemoryState state;
  state.sm2 = {repetitions, 250, interval};
  state.lapses = lapses;
  state.met = true;
  state.anchor = state.seen = kStart;
  return state;
}

}  // namespace

TEST_SUITE("core/schedule/retrievability") {
  TEST_CASE("it lies between 0 and 1 and falls with time") {
    for (int repetitions = 0; repetitions <= 4; ++repetitions)
      for (int lapses = 0; lapses <= 5; ++lapses)
        for (std::int64_t interval : {1, 6, 15, 400, 1'000'000'000}) {
          const MemoryState state = state_of(repetitions, interval, lapses);
          CHECK(retrievability(state, kStart) == 1);
          CHECK(retrievability(state, kStart - std::chrono::days{30}) == 1);
          double before = 1;
          for (int day = 1; day <= 3000; day += 1 + day / 10) {
            const double now = retrievability(state, kStart + std::chrono::days{day});
            REQUIRE(now >= 0);
            REQUIRE(now < before);
            before = now;
          }
        }
  }

  TEST_CASE("nine of ten are known after the stability has passed") {
    // 2.9 · 10 days: a whole number of days.
    const MemoryState state = state_of(3, 10, 0);
    CHECK(stability_of(state) == doctest::Approx(29));
    CHECK(retrievability(state, kStart + std::chrono::days{29}) == doctest::Approx(0.9).epsilon(1e-12));
  }

  TEST_CASE("the stability follows the table by repetitions and lapses") {
    const double zero[] = {0.7, 0.7, 0.6, 0.4, 0.4}, one[] = {2.8, 2.8, 1.7, 1.0, 1.0};
    const double per_day[] = {2.9, 1.05, 0.45, 0.30, 0.30};
    for (int lapses = 0; lapses < 5; ++lapses) {
      CHECK(stability_of(state_of(0, 1, lapses)) == zero[lapses]);
      CHECK(stability_of(state_of(1, 1, lapses)) == one[lapses]);
      CHECK(stability_of(state_of(2, 6, lapses)) == doctest::Approx(per_day[lapses] * 6));
    }
  }

  TEST_CASE("a card never met is not known") { CHECK(retrievability({}, kStart) == 0); }
}

}  // namespace rehearse
