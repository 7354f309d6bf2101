// Histories of a library: whatever was done, what is stored is what the log says, and undo leaves no trace.
#include "core/library.h"

#include <doctest/doctest.h>

#include <random>

#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

std::vector<std::string> what_is_remembered(const LibraryFixture& fixture) {
  test::OpenStore store(fixture.file());
  std::vector<std::string> all = test::card_states(store.database, test::OfCards::kMet);
  for (const std::string& row : test::answers(store.database)) all.push_back(row);
  return all;
}

Document mixed_document(std::mt19937_64& random) {
  std::vector<Question> questions;
  for (int i = 0; i < 6; ++i)
    questions.push_back(test::open_question("open " + std::to_string(i), random() % 5));
  for (Question& question : questions)
    for (KeyPoint& point : question.points)
      if (random() % 4 == 0) point.detail += " " + std::to_string(random() % 3);
  questions.push_back(
      test::checked_question(QuestionKind::kSingle, "choose", {"a", "b"}, {random() % 2 == 0 ? "A" : "B"}));
  return test::document_of("deck", questions);
}

/// Any card of the deck with any result; a point card and a choice as they come.
Answer random_answer(const LibraryFixture& fixture, std::mt19937_64& random, const Document& document) {
  const Question& question = document.questions[random() % document.questions.size()];
  const auto result = static_cast<PointResult>(random() % 3);
  Answer answer =
      fixture.answer_all(question, derive_deck_id("deck"), result, static_cast<Quality>(random() % 6));
  answer.spent = std::chrono::milliseconds{random() % 60'000};
  if (!answer.points.empty() && random() % 2 == 0) {
    answer.points.resize(1);
    answer.card = point_card_id(answer.points.front().first);
  }
  return answer;
}

}  // namespace

TEST_SUITE("core/library") {
  TEST_CASE("after every step of a random history a rebuild from the log finds the same") {
    std::mt19937_64 random(51);
    for (int history = 0; history < 4; ++history) {
      LibraryFixture fixture;
      Document document = mixed_document(random);
      std::vector<OpId> undoable;
      fixture.library.import_document(document, fixture.now);
      for (int step = 0; step < 40; ++step) {
        fixture.pass(std::chrono::hours{random() % 60});
        if (random() % 10 == 0) fixture.now.at -= std::chrono::hours{30};
        switch (random() % 7) {
          case 0:
            document = mixed_document(random);
            fixture.library.import_document(document, fixture.now);
            break;
          case 1:
            if (!undoable.empty())
              undoable.push_back(fixture.library.undo(undoable[random() % undoable.size()], fixture.now));
            break;
          case 2:
            fixture.library.set_interview(derive_deck_id("deck"),
                                          random() % 3 == 0
                                              ? std::nullopt
                                              : std::optional(study_day(fixture.now) + std::chrono::days{20}),
                                          fixture.now);
            break;
          case 3:
            undoable.push_back(fixture.library.set_scheduler(
                random() % 2 == 0 ? Scheduler::fsrs6() : Scheduler(), fixture.now));
            break;
          default:
            undoable.push_back(fixture.library.grade(random_answer(fixture, random, document), fixture.now));
            break;
        }
        const CheckReport report = fixture.library.check();
        for (const std::string& fault : report.faults) MESSAGE(fault);
        REQUIRE(report.ok);
      }
      const auto before = what_is_remembered(fixture);
      fixture.library.rebuild();
      CHECK(what_is_remembered(fixture) == before);
    }
  }

  TEST_CASE(
      "answers given under one scheduler count under the other and a switch there and back changes nothing") {
    std::mt19937_64 random(53);
    LibraryFixture fixture, other;
    const Document document = mixed_document(random);
    fixture.library.import_document(document, fixture.now);
    other.library.import_document(document, other.now);
    const OpId switched = other.library.set_scheduler(Scheduler::fsrs6(), other.now);
    for (int step = 0; step < 30; ++step) {
      fixture.pass(std::chrono::hours{5 + random() % 60});
      const Answer answer = random_answer(fixture, random, document);
      fixture.library.grade(answer, fixture.now);
      other.library.grade(answer, fixture.now);
    }
    const auto by_sm2 = what_is_remembered(fixture), by_fsrs = what_is_remembered(other);
    CHECK(by_sm2 != by_fsrs);
    const OpId op = fixture.library.set_scheduler(Scheduler::fsrs6(), fixture.now);
    CHECK(fixture.library.scheduler().kind() == SchedulerKind::kFsrs6);
    CHECK(what_is_remembered(fixture) == by_fsrs);
    CHECK(fixture.library.check().ok);
    fixture.library.undo(op, fixture.now);
    CHECK(fixture.library.scheduler().kind() == SchedulerKind::kSm2);
    CHECK(what_is_remembered(fixture) == by_sm2);
    other.library.undo(switched, fixture.now);
    CHECK(what_is_remembered(other) == by_sm2);
  }

  TEST_CASE("an answer taken back leaves everything as if it had never been given") {
    std::mt19937_64 random(52);
    for (int history = 0; history < 10; ++history) {
      LibraryFixture with, without;
      const Document document = mixed_document(random);
      with.library.import_document(document, with.now);
      without.library.import_document(document, without.now);
      std::vector<OpId> extra;
      for (int step = 0; step < 15; ++step) {
        with.pass(std::chrono::hours{5 + random() % 40});
        without.now = with.now;
        const Answer answer = random_answer(with, random, document);
        const OpId op = with.library.grade(answer, with.now);
        if (random() % 3 == 0)
          extra.push_back(op);
        else
          without.library.grade(answer, without.now);
      }
      for (std::size_t i = extra.size(); i > 0; --i) with.library.undo(extra[i - 1], with.now);
      CHECK(what_is_remembered(with) == what_is_remembered(without));
      CHECK(with.library.stats(with.now).reviews == 15 - extra.size());
      CHECK(with.library.check().ok);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "taking back the taking back brings the answer back and a second undo changes nothing") {
    const Document document = test::open_document("deck", 1, 3);
    library.import_document(document, now);
    const OpId op = library.grade(
        answer_all(document.questions[0], derive_deck_id("deck"), PointResult::kRecalled, Quality::kGood),
        now);
    const auto answered = what_is_remembered(*this);
    const OpId undo = library.undo(op, now);
    CHECK(what_is_remembered(*this).empty());
    const OpId second = library.undo(op, now);
    CHECK(what_is_remembered(*this).empty());
    library.undo(undo, now);
    CHECK(what_is_remembered(*this).empty());
    library.undo(second, now);
    CHECK(what_is_remembered(*this) == answered);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "a card left open for days or over a clock set back can still be graded") {
    const Document document = test::open_document("deck", 1, 2);
    library.import_document(document, now);
    Answer answer =
        answer_all(document.questions[0], derive_deck_id("deck"), PointResult::kRecalled, Quality::kGood);
    for (const auto spent :
         {std::chrono::milliseconds{std::chrono::hours{80}}, std::chrono::milliseconds{-5}}) {
      answer.spent = spent;
      library.grade(answer, now);
    }
    CHECK(library.check().ok);
    library.rebuild();
    CHECK(library.stats(now).reviews == 2);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "an interval shown is the one that follows") {
    const Document document = test::open_document("deck", 1, 3);
    library.import_document(document, now);
    for (int round = 0; round < 6; ++round) {
      const Answer answer =
          answer_all(document.questions[0], derive_deck_id("deck"), PointResult::kRecalled, Quality::kGood);
      const int days = library.interval_after(answer, now);
      library.grade(answer, now);
      REQUIRE(days >= 1);
      if (days > 1) {
        now.at += std::chrono::days{days - 1};
        CHECK(library.due(now).cards.empty());
        pass_days(1);
      } else {
        pass_days(1);
      }
      CHECK(library.due(now).cards.size() == 1);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "the day turns at four in the morning") {
    const Document document = test::open_document("deck", 1, 2);
    library.import_document(document, now);
    now = *parse_instant("2026-12-02T03:59:59+08:00");
    CHECK(format_day(library.due(now).day) == "2026-12-01");
    library.grade(
        answer_all(document.questions[0], derive_deck_id("deck"), PointResult::kRecalled, Quality::kGood),
        now);
    CHECK(library.due(now).cards.empty());
    CHECK(library.stats(now).reviews_today == 1);
    now = *parse_instant("2026-12-02T04:00:00+08:00");
    CHECK(library.due(now).cards.size() == 1);
    CHECK(library.stats(now).reviews_today == 0);
    CHECK(library.stats(now).streak_days == 1);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "the streak counts days in a row up to today or yesterday") {
    const Document document = test::open_document("deck", 1, 1);
    library.import_document(document, now);
    const Answer answer =
        answer_all(document.questions[0], derive_deck_id("deck"), PointResult::kHint, Quality::kHard);
    CHECK(library.stats(now).streak_days == 0);
    for (int day = 1; day <= 3; ++day) {
      library.grade(answer, now);
      library.grade(answer, now);
      CHECK(library.stats(now).streak_days == static_cast<std::size_t>(day));
      CHECK(library.stats(now).reviews_today == 2);
      pass_days(1);
      CHECK(library.stats(now).streak_days == static_cast<std::size_t>(day));
    }
    pass_days(1);
    CHECK(library.stats(now).streak_days == 0);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "one answer under a clock years ahead keeps nothing else from being asked") {
    const Document document = test::open_document("deck", 3, 2);
    const DeckId deck = derive_deck_id("deck");
    library.import_document(document, now);
    const auto answer = [&](std::size_t question) {
      library.grade(answer_all(document.questions[question], deck, PointResult::kRecalled, Quality::kGood),
                    now);
    };
    answer(0);
    now = *parse_instant("2030-01-01T09:30:00+08:00");
    answer(1);
    now = *parse_instant("2026-12-02T09:30:00+08:00");
    CHECK(library.clock_behind(now).count() > 1000);
    answer(0);
    answer(2);
    CHECK(library.stats(now).reviews_today == 2);
    CHECK(library.due(now).cards.empty());
    pass_days(1);
    CHECK(library.due(now).due == 1);  // question 3; question 1 has come to its second interval
    pass_days(6);
    CHECK(library.due(now).due == 2);
    CHECK(library.check().ok);
  }
}

}  // namespace rehearse
