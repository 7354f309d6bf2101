#include "gui/window/study/study_clock.h"

#include <doctest/doctest.h>

namespace rehearse {
namespace {

using namespace std::chrono_literals;

const Instant kStart = parse_instant("2026-12-01T09:30:00+08:00")->at;

}  // namespace

TEST_SUITE("gui/window/study/study_clock") {
  TEST_CASE("it goes in steps of ten seconds and by seconds in the last ten") {
    StudyClock clock;
    clock.start(kStart, 75s);
    CHECK(clock.view(kStart + 9s)->passed == 0s);
    CHECK(clock.view(kStart + 10s)->passed == 10s);
    CHECK(clock.view(kStart + 64s)->passed == 60s);
    for (auto at = 65s; at <= 75s; at += 1s) CHECK(clock.view(kStart + at)->passed == at);
    CHECK(clock.view(kStart + 84s)->passed == 75s);
    CHECK(clock.view(kStart + 85s)->passed == 85s);
  }

  TEST_CASE("it says when it changes and never goes back") {
    for (const auto limit : {7s, 75s, 180s}) {
      StudyClock clock;
      clock.start(kStart, limit);
      for (auto at = 0ms; at < 2 * limit; at += 130ms) {
        const auto next = clock.until_change(kStart + at);
        if (!next) {
          CHECK(clock.view(kStart + 2 * limit)->passed == clock.view(kStart + at)->passed);
          continue;
        }
        CHECK(clock.view(kStart + at + *next)->passed > clock.view(kStart + at)->passed);
        CHECK(clock.view(kStart + at + *next - 1ms)->passed == clock.view(kStart + at)->passed);
      }
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
    CHECK_FALSE(clock.view(kStart + 1h)->is_running);
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
    CHECK(clock.view(kStart + 10min + 15s)->passed == 20s);
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
