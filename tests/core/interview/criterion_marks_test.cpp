#include "core/interview/criterion_marks.h"

#include <doctest/doctest.h>

#include "tests/nasty_text.h"

using namespace rehearse;

namespace {

/// -1 for none.
double marks(std::string_view criterion) {
  const auto named = criterion_marks(criterion);
  return named && named->unit == CriterionMarks::Unit::kMarks ? named->value : -1;
}

}  // namespace

TEST_SUITE("core/interview/criterion_marks") {
  TEST_CASE("marks are read wherever and however they stand") {
    CHECK(marks("说清原因（5分）") == 5);
    CHECK(marks("说清原因(５ 分)") == 5);
    CHECK(marks("5分：说清原因") == 5);
    CHECK(marks("举出例子，得2.5分。") == doctest::Approx(2.5));
    CHECK(marks("每点2分，共6分") == 6);
    CHECK(marks("条理清楚 3-5分") == 5);
    CHECK(marks("条理清楚（0～4分）") == 4);
    CHECK(marks("States the cause (5 points)") == 5);
    CHECK(marks("1 mark: greets") == 1);
    CHECK(marks("Greets [2 pts]") == 2);
  }

  TEST_CASE("minutes parts counts and shares in a sentence are no marks") {
    for (const char* criterion : {"", "5分钟内说完", "三分之一", "举3个例子", "3分之2以上", "20% cheaper",
                                  "100分制", "5 pointers", "1234567分", "说清原因"})
      CHECK_MESSAGE(!criterion_marks(criterion), criterion);
  }

  TEST_CASE("a share in brackets is one of the whole") {
    const auto named = criterion_marks("逻辑（40%）");
    REQUIRE(named);
    CHECK(named->unit == CriterionMarks::Unit::kPercent);
    CHECK(named->value == 40);
  }

  TEST_CASE("what only takes marks away is worth none") {
    CHECK(marks("超时扣2分") == 0);
    CHECK(marks("跑题 -5分") == 0);
    CHECK(marks("Late: minus 1 point") == 0);
    CHECK(marks("准时3分，超时扣1分") == 3);
  }

  TEST_CASE("any text is read without harm") {
    test::NastyText nasty(4);
    for (int i = 0; i < 10'000; ++i) {
      const auto named = criterion_marks(nasty.bytes(20) + "5" + nasty.text(3));
      if (named) REQUIRE(named->value >= 0);
    }
  }
}
