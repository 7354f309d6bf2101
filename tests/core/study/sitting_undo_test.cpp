// Taking answers back in a sitting, and cards that change or go meanwhile.
#include <doctest/doctest.h>

#include "tests/core/study/desk.h"

namespace rehearse {
namespace {

using test::Desk;
using test::kSpent;

const DeckId kDeck = derive_deck_id("deck");

}  // namespace

TEST_SUITE("core/study/sitting undo") {
  TEST_CASE_FIXTURE(
      Desk,
      "undo gives back card and ticks and takes away what would have come again at any number of steps") {
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

  TEST_CASE_FIXTURE(Desk, "undo goes on with the answers of earlier sittings until none is left") {
    meet_all();
    Sitting sitting = sit();
    sitting.grade(now, kSpent);
    for (std::size_t left = 4; left-- > 0;) {
      REQUIRE(sitting.undo(now));
      CHECK(library.stats(now).reviews == left);
      CHECK_FALSE(sitting.finished());
    }
    CHECK(sitting.is_first_meeting());
    CHECK_FALSE(sitting.undo(now));
    CHECK(library.check().ok);
  }
}

}  // namespace rehearse
