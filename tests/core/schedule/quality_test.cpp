// Grades, and what ticks say of them.
#include "core/schedule/quality.h"

#include <doctest/doctest.h>

#include <vector>

namespace rehearse {

TEST_SUITE("core/schedule/quality") {
  TEST_CASE("the suggested grade follows the share recalled for every count up to twenty points") {
    for (std::size_t points = 1; points <= 20; ++points) {
      for (std::size_t recalled = 0; recalled <= points; ++recalled) {
        // Hints do not count as recalled, whichever stand between.
        std::vector<PointResult> results(points,
                                         recalled % 2 == 0 ? PointResult::kHint : PointResult::kMissed);
        for (std::size_t i = 0; i < recalled; ++i) results[i] = PointResult::kRecalled;
        int expected = 0;
        if (recalled * 5 >= points) expected = 1;
        if (recalled * 5 >= points * 2) expected = 2;
        if (recalled * 5 >= points * 3) expected = 3;
        if (recalled * 5 >= points * 4) expected = 4;
        if (recalled == points) expected = 5;
        CAPTURE(points);
        CAPTURE(recalled);
        REQUIRE(static_cast<int>(suggested_quality(results)) == expected);
      }
    }
    CHECK(suggested_quality({}) == Quality::kBlackout);
  }

  TEST_CASE("a grade with nothing ticked speaks for all points") {
    CHECK(point_result_spoken_for(Quality::kPerfect) == PointResult::kRecalled);
    CHECK(point_result_spoken_for(Quality::kGood) == PointResult::kRecalled);
    CHECK(point_result_spoken_for(Quality::kHard) == PointResult::kHint);
    for (int quality = 0; quality < 3; ++quality)
      CHECK(point_result_spoken_for(static_cast<Quality>(quality)) == PointResult::kMissed);
  }

  TEST_CASE("a point missed or with a hint or recalled is an answer of 2 or 3 or 4") {
    CHECK(quality_of(PointResult::kMissed) == Quality::kWrongEasy);
    CHECK(quality_of(PointResult::kHint) == Quality::kHard);
    CHECK(quality_of(PointResult::kRecalled) == Quality::kGood);
  }

  TEST_CASE("numbers outside the scale are refused with the scale") {
    for (int value : {-1, 6, 1000}) {
      CHECK_FALSE(quality_from_wire(value));
      CHECK(quality_from_wire(value).error().what.find("0 to 5") != std::string::npos);
      CHECK(point_result_from_wire(value).error().what.find("0 to 2") != std::string::npos);
    }
    for (int value = 0; value <= 5; ++value) CHECK(static_cast<int>(*quality_from_wire(value)) == value);
    for (int value = 0; value <= 2; ++value) CHECK(static_cast<int>(*point_result_from_wire(value)) == value);
  }
}

}  // namespace rehearse
