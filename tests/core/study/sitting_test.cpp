// Whole sittings over recall and point cards: ticks, grades, what comes again, and undo.
#include "core/study/sitting.h"

#include <doctest/doctest.h>

#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kSpent{5000};

const DeckId kDeck = derive_deck_id("deck");

struct Desk : test::LibraryFixture {
  explicit Desk(std::size_t questions = 3, std::size_t points = 5) {
    library.import_document(test::open_document("deck", questions, points), now);
  }

  Sitting sit(std::optional<std::size_t> limit = std::nullopt) { return Sitting(library, {std::nullopt, limit}, now); }

  /// Everything met once, and the next day begun.
  void meet_all() {
    Sitting sitting = sit();
    while (!sitting.finished()) {
      sitting.override_grade(Quality::kGood);
      sitting.grade(now, kSpent);
    }
    pass_days(1);
  }

  CardId point_card(std::size_t question, std::size_t point) const {
    const Question wanted = test::open_question("question " + std::to_string(question), 0);
    return point_card_id(derive_point_id(derive_question_id(kDeck, wanted, 0), "cue " + std::to_string(point), 0));
  }

  /// Of the latest review: recalled 2, hint 1, missed 0 by the order of points.
  ReviewOp last_review() {
    test::OpenStore store(file());
    ReviewOp last;
    store.log.for_each([&](const StoredOp& op) {
      if (const auto* review = std::get_if<ReviewOp>(&op.op.body)) last = *review;
    });
    return last;
  }
};

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
    for (const auto& [grade, result] : {std::pair{Quality::kGood, PointResult::kRecalled},
                                        std::pair{Quality::kHard, PointResult::kHint},
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

  TEST_CASE_FIXTURE(Desk, "undo gives back card and ticks and takes away what would have come again at any number of steps") {
    meet_all();
    Sitting sitting = sit();
    std::vector<CardId> cards;
    for (std::size_t i = 0; i < 3; ++i) {
      cards.push_back(sitting.card().id);
      sitting.tick(i);
      sitting.tick(i);
      sitting.override_grade(Quality::kHard);
      sitting.grade(now, kSpent);
    }
    CHECK(sitting.length() == 3 + 3 * 4);
    for (std::size_t i = 3; i-- > 0;) {
      CHECK(sitting.undo(now));
      CHECK(sitting.length() == 3 + i * 4);
      CHECK(sitting.card().id == cards[i]);
      CHECK(sitting.points()[i].tick == PointResult::kHint);
      CHECK(sitting.points()[i].shown);
      CHECK(sitting.grade_to_give() == Quality::kHard);
    }
    CHECK_FALSE(sitting.undo(now));
    CHECK(sitting.summary(now).studied == 0);
    CHECK(library.stats(now).reviews_today == 0);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(Desk, "undo works from the end of a sitting") {
    Sitting sitting = sit(1);
    sitting.grade(now, kSpent);
    CHECK(sitting.finished());
    CHECK(sitting.undo(now));
    CHECK_FALSE(sitting.finished());
    CHECK(sitting.is_first_meeting());
  }

  TEST_CASE_FIXTURE(Desk, "cards deleted meanwhile are passed over and undo of one goes on to the next") {
    meet_all();
    Sitting sitting = sit();
    const auto set_alive = [&](QuestionId question, bool alive) {
      test::OpenStore store(file());
      store.write(AliveOp{target(question), alive, {}}, now.at);
    };
    sitting.tick(4);
    const QuestionId first = sitting.card().question_id;
    sitting.grade(now, kSpent);
    set_alive(first, false);
    CHECK(sitting.undo(now));
    REQUIRE_FALSE(sitting.finished());
    CHECK(sitting.card().question_id != first);
    CHECK(sitting.points().size() == 5);
    CHECK_FALSE(sitting.points()[4].tick);
    set_alive(derive_question_id(kDeck, test::open_question("question 3", 0), 0), false);
    set_alive(derive_question_id(kDeck, test::open_question("question 2", 0), 0), false);
    sitting.grade(now, kSpent);
    CHECK(sitting.finished());
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(Desk, "an undone card that lost points meanwhile is asked afresh") {
    meet_all();
    Sitting sitting = sit();
    for (std::size_t i = 0; i < 5; ++i) sitting.tick(i);
    sitting.grade(now, kSpent);
    library.import_document(test::open_document("deck", 3, 2), now);
    CHECK(sitting.undo(now));
    CHECK(sitting.points().size() == 2);
    sitting.grade(now, kSpent);
    CHECK(last_review().points.size() == 2);
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
}

}  // namespace rehearse
