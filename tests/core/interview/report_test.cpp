#include "core/interview/report.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tests/core/interview/any_report.h"

using namespace rehearse;

namespace {

AskedQuestion by_points() {
  Question question;
  question.marks = 10;
  question.points = {{"倾听", ""}, {"致歉", ""}, {"补救", ""}, {"复盘", ""}};
  return ask(test::id_of<QuestionId>(1), test::ids_of<PointId>(4), question);
}

AskedQuestion by_criteria() {
  Question question;
  question.marks = 10;
  question.points = {{"倾听", ""}, {"致歉", ""}};
  question.criteria = {"条理（6分）", "语气（4分）"};
  return ask(test::id_of<QuestionId>(2), test::ids_of<PointId>(2), question);
}

}  // namespace

TEST_SUITE("core/interview/report") {
  TEST_CASE("an answer earns its share of each item and its missed points are drilled") {
    const QuestionResult result = result_of(by_points(), {{1, 0.5, 0, 1}, {}, std::chrono::seconds{181}});
    CHECK(result.marks == 10);
    CHECK(result.earned == 6.25);
    CHECK(result.drill == DrillNeed::kMissedPoints);
    CHECK(result.missed == std::vector<PointId>{test::id_of<PointId>(2)});
    CHECK(!result.was_in_time());
  }

  TEST_CASE("where criteria mark the answer the points called missed are drilled") {
    CHECK(result_of(by_criteria(), {{1, 1}, {}, {}}).drill == DrillNeed::kNothing);
    const QuestionResult one = result_of(by_criteria(), {{1, 1}, {1, 1, 7}, {}});
    CHECK(one.missed == std::vector<PointId>{test::id_of<PointId>(1)});
    CHECK(result_of(by_criteria(), {{1, 1}, {0, 1}, {}}).drill == DrillNeed::kQuestion);
  }

  TEST_CASE("a low mark without a word on the points drills the whole question") {
    CHECK(result_of(by_criteria(), {{0, 1}, {}, {}}).drill == DrillNeed::kQuestion);
    CHECK(result_of(by_points(), {}).drill == DrillNeed::kQuestion);
    CHECK(result_of(by_points(), {}).earned == 0);
  }

  TEST_CASE("whatever is marked the total is 0 to 100 and marks and points add up") {
    test::NastyText nasty(31);
    for (int i = 0; i < 10'000; ++i) {
      const InterviewReport report = test::any_report(nasty);
      REQUIRE(report.total() >= 0);
      REQUIRE(report.total() <= 100);
      for (const QuestionResult& question : report.questions) {
        double marks = 0, earned = 0;
        for (const MarkedItem& item : question.items) {
          REQUIRE(item.earned >= 0);
          REQUIRE(item.earned <= item.marks);
          marks += item.marks;
          earned += item.earned;
        }
        REQUIRE(question.marks == doctest::Approx(marks));
        REQUIRE(question.earned == doctest::Approx(earned));
        REQUIRE((question.drill == DrillNeed::kMissedPoints) == !question.missed.empty());
        REQUIRE(question.missed.size() <= kMostMissedPoints);
      }
    }
  }

  TEST_CASE("everything reached is 100 and nothing asked is 0") {
    InterviewReport report;
    CHECK(report.total() == 0);
    report.questions = {result_of(by_points(), {{1, 1, 1, 1}, {}, {}}),
                        result_of(by_criteria(), {{1, 1}, {}, {}})};
    CHECK(report.total() == 100);
  }

  TEST_CASE("what was missed is due on the study day after the interview also when it ended after midnight") {
    CHECK(drill_day(study_day(*parse_instant("2026-12-01T20:00:00+08:00"))) == *parse_day("2026-12-02"));
    CHECK(drill_day(study_day(*parse_instant("2026-12-02T01:30:00+08:00"))) == *parse_day("2026-12-02"));
  }
}
