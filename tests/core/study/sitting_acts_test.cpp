// What one does in a sitting besides answering: hints, cards put away, taking steps back and bringing them
// back.
#include <doctest/doctest.h>

#include "tests/core/study/desk.h"

namespace rehearse {
namespace {

using test::Desk;
using test::kSpent;

/// What a sitting says of itself, to be the same again after a step back and forth.
std::string state_of(const Sitting& sitting, LocalInstant now) {
  const SittingSummary summary = sitting.summary(now);
  return (sitting.finished() ? std::string("over") : sitting.card().id.hex()) + " at " +
         std::to_string(sitting.position()) + " of " + std::to_string(sitting.length()) + " studied " +
         std::to_string(summary.studied) + " recalled " + std::to_string(summary.points_recalled) +
         " waiting " + std::to_string(summary.waiting) + " missed " + std::to_string(summary.misses_waiting);
}

}  // namespace

TEST_SUITE("core/study/sitting acts") {
  TEST_CASE_FIXTURE(Desk, "a point that a hint was given of is ticked as with a hint") {
    meet_all();
    Sitting sitting = sit();
    sitting.give_hint();
    CHECK(sitting.hint(0) == "cue 1");
    CHECK_FALSE(sitting.points()[0].shown);
    CHECK(sitting.hint(1).empty());
    sitting.tick(0);
    CHECK(sitting.points()[0].tick == PointResult::kHint);
    sitting.tick(1);
    CHECK(sitting.points()[1].tick == PointResult::kRecalled);
    for (const PointResult next : {PointResult::kMissed, PointResult::kRecalled, PointResult::kHint}) {
      sitting.tick(0);
      CHECK(sitting.points()[0].tick == next);
    }
    sitting.give_hint();  // of the next hidden one
    CHECK(sitting.hint(2) == "cue 3");
    sitting.show_all_points();
    sitting.give_hint();
    CHECK(sitting.hint(3).empty());
  }

  TEST_CASE_FIXTURE(Desk, "a typed answer that covers a hinted point is worth a hint there") {
    meet_all();
    Sitting sitting = sit();
    sitting.give_hint();
    std::string text;
    for (const KeyPoint& point : sitting.card().question.points)
      text += point.cue + ", " + point.detail + ". ";
    sitting.type_answer(text);
    sitting.check_answer();
    CHECK(sitting.points()[0].tick == PointResult::kHint);
    CHECK(sitting.points()[1].tick == PointResult::kRecalled);
  }

  TEST_CASE_FIXTURE(Desk, "on a point card the hint is of the asked point") {
    meet_all();
    Sitting sitting = sit();
    sitting.tick(0);
    while (!sitting.card().asked) sitting.grade(now, kSpent);
    const std::size_t asked = *sitting.card().asked;
    sitting.give_hint();
    CHECK(sitting.hint(asked) == "cue " + std::to_string(asked + 1));
    sitting.tick(0);
    CHECK(sitting.suggested_grade() == Quality::kHard);
  }

  TEST_CASE_FIXTURE(Desk, "a card put away leaves the sitting and the day and undo asks it again as it was") {
    for (const CardActKind kind : {CardActKind::kSuspend, CardActKind::kBury}) {
      Sitting sitting = sit();
      const CardId card = sitting.card().id;
      sitting.tick(1);
      const std::string before = state_of(sitting, now);
      sitting.put_away(kind, now);
      REQUIRE_FALSE(sitting.finished());
      CHECK(sitting.card().id != card);
      CHECK(sitting.summary(now).studied == 0);
      CHECK(library.due(now).cards.size() == 2);
      CHECK(sitting.undo(now));
      CHECK(state_of(sitting, now) == before);
      CHECK(sitting.points()[1].tick == PointResult::kRecalled);
      CHECK(library.due(now).cards.size() == 3);
    }
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(Desk, "a sitting whose last card is put away is over") {
    Sitting sitting = sit(1);
    sitting.put_away(CardActKind::kBury, now);
    CHECK(sitting.finished());
    CHECK(sitting.summary(now).studied == 0);
  }

  TEST_CASE_FIXTURE(Desk,
                    "redo brings back each step that was undone, in turn, and nothing is different then") {
    meet_all();
    Sitting sitting = sit();
    std::vector<std::string> states{state_of(sitting, now)};
    for (std::size_t i = 0; !sitting.finished(); ++i) {
      if (i == 1) {
        sitting.put_away(CardActKind::kSuspend, now);
      } else {
        sitting.tick(i % 5);
        sitting.grade(now, kSpent);
      }
      states.push_back(state_of(sitting, now));
    }
    const std::size_t reviews = library.stats(now).reviews;
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = states.size() - 1; i-- > 0;) {
        REQUIRE(sitting.undo(now));
        CHECK(state_of(sitting, now) == states[i]);
      }
      for (std::size_t i = 1; i < states.size(); ++i) {
        REQUIRE(sitting.redo(now));
        CHECK(state_of(sitting, now) == states[i]);
      }
      CHECK_FALSE(sitting.redo(now));
      CHECK(library.stats(now).reviews == reviews);
    }
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(Desk, "an answer of an earlier sitting is brought back too") {
    meet_all();
    Sitting sitting = sit();
    const std::string before = state_of(sitting, now);
    CHECK(sitting.undo(now));
    CHECK(sitting.undo(now));
    CHECK(library.stats(now).reviews == 1);
    CHECK(sitting.redo(now));
    CHECK(sitting.redo(now));
    CHECK(state_of(sitting, now) == before);
    CHECK(library.stats(now).reviews == 3);
  }

  TEST_CASE_FIXTURE(Desk, "after something new there is nothing to redo") {
    Sitting sitting = sit();
    sitting.grade(now, kSpent);
    sitting.undo(now);
    CHECK(sitting.can_redo());
    sitting.grade(now, kSpent);
    CHECK_FALSE(sitting.can_redo());
    CHECK_FALSE(sitting.redo(now));
  }

  TEST_CASE_FIXTURE(Desk,
                    "an edited question is read anew and keeps its ticks while it has the same points") {
    meet_all();
    Sitting sitting = sit();
    sitting.tick(2);
    const QuestionId question = sitting.card().question_id;
    ChangeText change;
    change.stem = "asked otherwise";
    REQUIRE(library.edit_question(question, change, now));
    CHECK(sitting.reread());
    CHECK(sitting.card().question.stem == "asked otherwise");
    CHECK(sitting.points()[2].tick == PointResult::kRecalled);
    library.import_document(test::open_document("deck", 3, 2), now);
    CHECK_FALSE(sitting.reread());
    CHECK(sitting.points().size() == 2);
  }

  TEST_CASE_FIXTURE(Desk, "a card that is gone is passed over when it is read anew") {
    Sitting sitting = sit();
    const CardId card = sitting.card().id;
    {
      test::OpenStore store(file());
      store.write(AliveOp{target(sitting.card().question_id), false, {}}, now.at);
    }
    CHECK_FALSE(sitting.reread());
    REQUIRE_FALSE(sitting.finished());
    CHECK(sitting.card().id != card);
  }

  TEST_CASE_FIXTURE(Desk, "the summary counts the questions that were met for the first time") {
    Sitting first = sit(2);
    while (!first.finished()) first.grade(now, kSpent);
    CHECK(first.summary(now).met == 2);
    CHECK(first.summary(now).studied == 2);
  }
}

}  // namespace rehearse
