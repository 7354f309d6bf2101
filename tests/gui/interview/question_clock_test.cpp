// What the clock of a question says.
#include <doctest/doctest.h>

#include "gui/window/interview/question_screen.h"

namespace rehearse {

using namespace std::chrono_literals;

TEST_SUITE("gui/window/interview/question_clock") {
  TEST_CASE("it counts down to nothing in whole seconds and then up by how much it is over") {
    CHECK(countdown_text(3min, 0ms) == "3:00");
    CHECK(countdown_text(3min, 1ms) == "3:00");
    CHECK(countdown_text(3min, 1000ms) == "2:59");
    CHECK(countdown_text(3min, 179'001ms) == "0:01");
    CHECK(countdown_text(3min, 3min) == "0:00");
    CHECK(countdown_text(3min, 3min + 1ms) == "+0:00");
    CHECK(countdown_text(3min, 4min + 5s) == "+1:05");
  }

  TEST_CASE("the last fifth of the time is said and so is the time beyond it") {
    for (const std::chrono::seconds limit : {10s, 180s, 3600s}) {
      CHECK(haste_of(limit, 0ms) == Haste::kNone);
      CHECK(haste_of(limit, limit * 4 / 5 - 1ms) == Haste::kNone);
      CHECK(haste_of(limit, limit * 4 / 5) == Haste::kSoon);
      CHECK(haste_of(limit, limit) == Haste::kSoon);
      CHECK(haste_of(limit, limit + 1ms) == Haste::kOver);
    }
  }
}

}  // namespace rehearse
