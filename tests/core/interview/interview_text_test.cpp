#include "core/interview/interview_text.h"

#include <doctest/doctest.h>

using namespace rehearse;

TEST_SUITE("core/interview/interview_text") {
  TEST_CASE("half of an item with half marks is written so that two halves add up to it") {
    CHECK(marks_text(2.5) == "2.5");
    CHECK(marks_text(2.5 / 2) == "1.25");
    CHECK(marks_text(7.5 / 2) == "3.75");
  }

  TEST_CASE("whole marks stand without a point and a total of 100 with one decimal") {
    CHECK(marks_text(0) == "0");
    CHECK(marks_text(10) == "10");
    CHECK(marks_text(100) == "100");
    CHECK(marks_text(280 / 3.0) == "93.3");
    CHECK(marks_text(59.96) == "60");
  }
}
