#include "gui/window/study/study_clock.h"

#include <doctest/doctest.h>

namespace rehearse {
namespace {

using namespace std::chrono_literals;

const Instant kStart = parse_instant("2026-12-01T09:30:00+08:00")->at;

}  // namespace

TEST_SUITE("gui/window/study/study_clock") {
  TEST_CASE("it changes once a second and says when") {
    StudyClock clock;
    clock.start(kStart, 180s);
    CHECK(clock.view(kStart)->passed == 0s);
    CHECK(clock.until_change(kStart) == 1000ms);
    CHECK(clock.view(kStart + 2300ms)->passed == 2s);
    CHECK(clock.until_change(kStart + 2300ms) == 700ms);
    for (auto at = 0ms; at < 5s; at += 130ms) {
      const auto next = clock.until_change(kStart + at);
      REQUIRE(next);
      CHECK(clock.view(kStart + at + *next)->passed == clock.view(kStart + at)->passed + 1s);
      CHECK(clock.view(kStart + at + *next - 1ms)->passed == clock.view(kStart + at)->passed);
    }
  }

  TEST_CASE("without a limit nothing is seen and nothing ticks but the time is counted") {
    StudyClock clock;
    clock.start(kStart, std::nullopt);
    CHECK_FALSE(clock.view(kStart + 5s));
    CHECK_FALSE(clock.until_change(kStart + 5s));
    CHECK(clock.spent(kStart + 5s) == 5s);
  }

  TEST_CASE("it stands when the answer is given and far beyond the limit") {
    StudyClock clock;
    clock.start(kStart, 60s);
    CHECK_FALSE(clock.until_change(kStart + 120s));
    CHECK(clock.view(kStart + 1h)->passed == 120s);
    clock.stop(kStart + 45s);
    clock.stop(kStart + 50s);
    CHECK(clock.view(kStart + 90s)->passed == 45s);
    CHECK_FALSE(clock.view(kStart + 90s)->is_running);
    CHECK_FALSE(clock.until_change(kStart + 90s));
    CHECK(clock.spent(kStart + 90s) == 90s);
  }

  TEST_CASE("time spent elsewhere does not count") {
    StudyClock clock;
    clock.start(kStart, 60s);
    clock.pause(kStart + 10s);
    CHECK_FALSE(clock.until_change(kStart + 20s));
    clock.resume(kStart + 10min);
    clock.resume(kStart + 20min);
    CHECK(clock.view(kStart + 10min + 5s)->passed == 15s);
    CHECK(clock.spent(kStart + 10min + 5s) == 15s);
  }

  TEST_CASE("a clock that was set back shows nothing below zero") {
    StudyClock clock;
    clock.start(kStart, 60s);
    CHECK(clock.view(kStart - 1h)->passed == 0s);
    CHECK(clock.until_change(kStart - 1h).value_or(0ms) > 0ms);
  }
}

}  // namespace rehearse
