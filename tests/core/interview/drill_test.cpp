#include "core/interview/drill.h"

#include <doctest/doctest.h>

#include "core/deck/identity.h"
#include "tests/core/interview/any_report.h"

using namespace rehearse;

TEST_SUITE("core/interview/drill") {
  TEST_CASE("missed points are drilled as themselves and a whole question as all its cards") {
    InterviewReport report;
    report.questions.resize(3);
    for (std::size_t i = 0; i < 3; ++i) report.questions[i].question = test::id_of<QuestionId>(i);
    report.questions[0].drill = DrillNeed::kMissedPoints;
    report.questions[0].missed = {test::id_of<PointId>(7)};
    report.questions[2].drill = DrillNeed::kQuestion;
    const auto points_of = [](const QuestionId& question) {
      CHECK(question == test::id_of<QuestionId>(2));
      return std::vector{test::id_of<PointId>(8), test::id_of<PointId>(7)};
    };
    CHECK(cards_to_drill(report, points_of) == std::vector{point_card_id(test::id_of<PointId>(7)),
                                                           question_card_id(test::id_of<QuestionId>(2)),
                                                           point_card_id(test::id_of<PointId>(8))});
    CHECK(cards_to_drill({}, points_of).empty());
  }

  TEST_CASE("what was missed after midnight is drilled on the day that begins in the morning") {
    CHECK(drill_day(*parse_instant("2026-12-01T20:00:00+08:00")) == *parse_day("2026-12-02"));
    CHECK(drill_day(*parse_instant("2026-12-02T01:30:00+08:00")) == *parse_day("2026-12-02"));
  }
}
