// Whole sittings over recall and point cards: ticks, grades, what comes again, and undo.
#include "core/study/sitting.h"

#include <doctest/doctest.h>

#include "tests/core/study/desk.h"

namespace rehearse {
namespace {

using test::Desk;
using test::kSpent;

std::size_t count(const ReviewOp& review, PointResult result) {
  std::size_t number = 0;
  for (const auto& [point, given] : review.points) number += given == result ? 1 : 0;
  return number;
}

}  // namespace

TEST_SUITE("core/study/sitting") {
  TEST_CASE_FIXTURE(Desk, "ticks step from recalled to hint to missed and suggest the grade") {
    meet_all();
    Sitting sitting = sit();
    REQUIRE(sitting.card().kind == CardKind::kRecall);
    CHECK(sitting.suggested_grade() == Quality::kBlackout);
    sitting.tick(0);
    CHECK(sitting.points()[0].tick == PointResult::kRecalled);
    CHECK(sitting.points()[0].shown);
    CHECK(sitting.suggested_grade() == Quality::kWrongFamiliar);
    sitting.tick(0);
    CHECK(sitting.points()[0].tick == PointResult::kHint);
    sitting.tick(0);
    CHECK(sitting.points()[0].tick == PointResult::kMissed);
    sitting.tick(99);
    for (std::size_t i = 0; i < 5; ++i) sitting.tick(i);
    CHECK(sitting.suggested_grade() == Quality::kPerfect);
    sitting.grade(now, kSpent);
    const ReviewOp review = last_review();
    CHECK(review.quality == Quality::kPerfect);
    CHECK(review.suggested == Quality::kPerfect);
    CHECK(count(review, PointResult::kRecalled) == 5);
    CHECK(review.spent == kSpent);
  }

  TEST_CASE_FIXTURE(Desk, "a grade of one's own leaves the ticks as they are and both are kept") {
    meet_all();
    Sitting sitting = sit();
    for (std::size_t i = 0; i < 3; ++i) sitting.tick(i);
    CHECK(sitting.suggested_grade() == Quality::kHard);
    sitting.override_grade(Quality::kPerfect);
    CHECK(sitting.is_overridden());
    sitting.grade(now, kSpent);
    const ReviewOp review = last_review();
    CHECK(review.quality == Quality::kPerfect);
    CHECK(review.suggested == Quality::kHard);
    CHECK(count(review, PointResult::kRecalled) == 3);
    CHECK(count(review, PointResult::kMissed) == 2);
  }

  TEST_CASE_FIXTURE(Desk, "a grade with nothing ticked speaks for every point") {
    meet_all();
    for (const auto& [grade, result] :
         {std::pair{Quality::kGood, PointResult::kRecalled}, std::pair{Quality::kHard, PointResult::kHint},
          std::pair{Quality::kWrongEasy, PointResult::kMissed}}) {
      Sitting sitting = sit(1);
      sitting.override_grade(grade);
      sitting.grade(now, kSpent);
      const ReviewOp review = last_review();
      CHECK_FALSE(review.suggested);
      CHECK(count(review, result) == 5);
      sitting.undo(now);
    }
  }

  TEST_CASE_FIXTURE(Desk, "points are shown one by one or all at once") {
    Sitting sitting = sit();
    CHECK(sitting.is_first_meeting());
    sitting.show_next_point();
    CHECK(sitting.points()[0].shown);
    CHECK_FALSE(sitting.points()[1].shown);
    CHECK_FALSE(sitting.all_points_shown());
    sitting.show_all_points();
    CHECK(sitting.all_points_shown());
    sitting.show_next_point();
    CHECK(sitting.all_points_shown());
  }

  TEST_CASE_FIXTURE(Desk, "a first meeting is not asked again in the sitting however it went") {
    Sitting sitting = sit();
    CHECK(sitting.length() == 3);
    CHECK(sitting.counts().fresh == 3);
    while (!sitting.finished()) {
      CHECK(sitting.is_first_meeting());
      sitting.grade(now, kSpent);
    }
    CHECK(sitting.length() == 3);
    CHECK(sitting.summary(now).studied == 3);
  }

  TEST_CASE_FIXTURE(Desk, "missed points come again at the end and only once") {
    meet_all();
    Sitting sitting = sit();
    CHECK(sitting.counts().due == 3);
    for (std::size_t i = 0; i < 3; ++i) sitting.tick(i);
    sitting.grade(now, kSpent);
    CHECK(sitting.length() == 5);
    CHECK(sitting.counts().missed == 2);
    for (int i = 0; i < 2; ++i) {
      sitting.override_grade(Quality::kGood);
      sitting.grade(now, kSpent);
    }
    while (!sitting.finished()) {
      REQUIRE(sitting.card().kind == CardKind::kPoint);
      CHECK(sitting.card().asked);
      CHECK(sitting.suggested_grade() == Quality::kWrongEasy);
      sitting.grade(now, kSpent);
    }
    CHECK(sitting.position() == 5);
    CHECK(sitting.length() == 5);
    CHECK(library.check().ok);
  }

  TEST_CASE("an answer without points that was failed comes again too") {
    Desk desk(1, 0);
    desk.meet_all();
    Sitting sitting = desk.sit();
    REQUIRE(sitting.length() == 1);
    sitting.show_next_point();
    CHECK(sitting.all_points_shown());
    CHECK(sitting.suggested_grade() == Quality::kGood);
    sitting.override_grade(Quality::kWrongEasy);
    sitting.grade(desk.now, kSpent);
    CHECK(sitting.counts().missed == 1);
    REQUIRE_FALSE(sitting.finished());
    sitting.override_grade(Quality::kBlackout);
    sitting.grade(desk.now, kSpent);
    CHECK(sitting.finished());
  }

  TEST_CASE_FIXTURE(Desk, "a sitting is no longer than its limit with all that comes again") {
    meet_all();
    Sitting sitting = sit(2);
    CHECK(sitting.length() == 2);
    sitting.grade(now, kSpent);
    CHECK(sitting.length() == 2);
    sitting.grade(now, kSpent);
    CHECK(sitting.finished());
  }

  TEST_CASE_FIXTURE(Desk, "the interval shown is the day the card is due next") {
    meet_all();
    for (int round = 0; round < 5; ++round) {
      Sitting sitting = sit(1);
      REQUIRE_FALSE(sitting.finished());
      const CardId asked = sitting.card().id;
      sitting.override_grade(Quality::kGood);
      const int days = sitting.interval_preview(Quality::kGood, now);
      sitting.grade(now, kSpent);
      const auto is_due = [&](int after) {
        LocalInstant then = now;
        then.at += std::chrono::days{after};
        for (const DueCard& due : library.due(then).cards)
          if (due.id == asked) return true;
        return false;
      };
      REQUIRE(days >= 1);
      CHECK_FALSE(is_due(days - 1));
      CHECK(is_due(days));
      pass_days(days);
    }
  }

  TEST_CASE_FIXTURE(Desk, "the summary counts points and names the weakest answers") {
    meet_all();
    Sitting sitting = sit(3);
    for (const Quality grade : {Quality::kHard, Quality::kBlackout, Quality::kGood}) {
      sitting.override_grade(grade);
      sitting.grade(now, kSpent);
    }
    const SittingSummary summary = sitting.summary(now);
    CHECK(summary.studied == 3);
    CHECK(summary.points_asked == 15);
    CHECK(summary.points_recalled == 5);
    REQUIRE(summary.weakest.size() == 2);
    CHECK(summary.weakest[0].quality == Quality::kBlackout);
    CHECK(summary.weakest[1].quality == Quality::kHard);
    LocalInstant tomorrow = now;
    tomorrow.at += std::chrono::days{1};
    CHECK(summary.due_tomorrow == library.due(tomorrow).due);
  }

  TEST_CASE_FIXTURE(Desk, "a question that was only read is no weak answer and no point of it was missed") {
    Sitting sitting = sit();
    CHECK(sitting.is_only_read());
    sitting.show_all_points();
    sitting.grade(now, kSpent);
    sitting.tick(0);
    CHECK_FALSE(sitting.is_only_read());
    sitting.grade(now, kSpent);
    const SittingSummary summary = sitting.summary(now);
    CHECK(summary.studied == 2);
    CHECK(summary.points_asked == 5);
    CHECK(summary.weakest.size() == 1);
  }

  TEST_CASE_FIXTURE(Desk, "a question stands once among the weakest and its drills are not counted again") {
    meet_all();
    Sitting sitting = sit();
    while (!sitting.finished()) sitting.grade(now, kSpent);
    const SittingSummary summary = sitting.summary(now);
    CHECK(summary.studied == 3 + 3 * 5);
    CHECK(summary.points_asked == 3 * 5);
    CHECK(summary.weakest.size() == 3);
  }

  TEST_CASE_FIXTURE(Desk, "on a point card every digit ticks its point and one's own grade is the point's") {
    meet_all();
    Sitting sitting = sit();
    for (int i = 0; i < 3; ++i) {
      for (std::size_t point = 0; point < 4; ++point) sitting.tick(point);
      sitting.grade(now, kSpent);
    }
    REQUIRE(sitting.card().asked == 4);
    sitting.tick(0);
    CHECK(sitting.points()[4].tick == PointResult::kRecalled);
    CHECK(sitting.suggested_grade() == Quality::kGood);
    sitting.override_grade(Quality::kBlackout);
    sitting.grade(now, kSpent);
    REQUIRE(last_review().points.size() == 1);
    CHECK(last_review().points[0].second == PointResult::kMissed);
  }
}

}  // namespace rehearse
