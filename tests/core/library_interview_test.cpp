// Mock interviews in the log: kept, listed, taken back, and found again after an older version had them.
#include <doctest/doctest.h>

#include "core/interview/mock_interview.h"
#include "core/interview/report.h"
#include "tests/library_fixture.h"
#include "tests/older_schema.h"

namespace rehearse {
namespace {

struct InterviewFixture : test::LibraryFixture {
  InterviewFixture() {
    for (const char* title : {"deck", "other"})
      library.import_document(test::open_document(title, 3, 2), now);
  }

  InterviewReport hold(DeckId of, double share) {
    MockInterview interview(library.questions(of), {});
    interview.begin(now);
    while (interview.step() != InterviewStep::kFinished) {
      pass(std::chrono::seconds{100});
      interview.answer_done(now);
      for (std::size_t i = 0; i < interview.asked().rubric.items.size(); ++i) interview.mark(i, share);
      interview.next(now);
    }
    return interview.report();
  }

  DeckId deck = derive_deck_id("deck"), other = derive_deck_id("other");
  StudyChoice of_deck{deck};
};

}  // namespace

TEST_SUITE("core/library interviews") {
  TEST_CASE_FIXTURE(InterviewFixture, "a kept report is there after a restart with everything it said") {
    CHECK(library.interviews().empty());
    const InterviewReport report = hold(deck, 0.75);
    const OpId op = library.keep_interview(deck, report, now);
    const auto kept = Library(folder(), test::counting_random(500)).interviews();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].op == op);
    CHECK(kept[0].deck == deck);
    CHECK(kept[0].kept.at == now.at);
    CHECK(kept[0].kept.utc_offset == now.utc_offset);
    CHECK(kept[0].report == report);
    CHECK(drill_day(kept[0].day) == study_day(now) + std::chrono::days{1});
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(InterviewFixture, "the newest comes first and one deck is asked for alone") {
    const OpId first = library.keep_interview(deck, hold(deck, 0), now);
    const OpId second = library.keep_interview(other, hold(other, 1), now);
    pass_days(1);
    const OpId third = library.keep_interview(deck, hold(deck, 1), now);
    const auto ops = [](const std::vector<KeptInterview>& kept) {
      std::vector<OpId> ids;
      for (const KeptInterview& one : kept) ids.push_back(one.op);
      return ids;
    };
    CHECK(ops(library.interviews()) == std::vector{third, second, first});
    CHECK(ops(library.interviews(deck)) == std::vector{third, first});
    CHECK(library.interviews(derive_deck_id("none")).empty());
  }

  TEST_CASE_FIXTURE(InterviewFixture, "a report is taken back and brought back any number of times") {
    const InterviewReport report = hold(deck, 0.5);
    OpId last = library.keep_interview(deck, report, now);
    for (int round = 0; round < 5; ++round) {
      last = library.undo(last, now);
      CHECK(library.interviews().empty());
      last = library.undo(last, now);
      REQUIRE(library.interviews().size() == 1);
      CHECK(library.interviews()[0].report == report);
    }
    CHECK(library.check().ok);
    CHECK(library.decks(now).size() == 2);
  }

  TEST_CASE_FIXTURE(
      InterviewFixture,
      "what was missed in an interview comes the day after and not when the report is taken back") {
    const Document document = test::open_document("deck", 3, 2);
    for (int days = 0; days < 3; ++days, pass_days(6))
      for (const Question& question : document.questions)
        library.grade(answer_all(question, deck, PointResult::kRecalled, Quality::kPerfect), now);
    REQUIRE(library.due(now, of_deck).due == 0);
    pass_days(1);
    REQUIRE(library.due(now, of_deck).due == 0);
    const InterviewReport report = hold(deck, 0);
    const OpId kept = library.keep_interview(deck, report, now);
    CHECK(library.due(now, of_deck).due == 0);
    pass_days(1);
    CHECK(library.due(now, of_deck).due == report.questions.size());
    CHECK(library.check().ok);
    CHECK(library.latest_change()->kind == ChangeKind::kInterview);
    library.undo(kept, now);
    CHECK(library.due(now, of_deck).due == 0);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(InterviewFixture, "the report of a deck that is gone is still there") {
    library.keep_interview(derive_deck_id("never imported"), hold(deck, 1), now);
    library.undo(library.keep_interview(derive_deck_id("never imported"), hold(deck, 1), now), now);
    CHECK(library.interviews().size() == 1);
    CHECK(library.decks(now).size() == 2);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(InterviewFixture, "two copies of a library have the interviews of both after a sync") {
    test::Scratch elsewhere;
    const auto file_there = elsewhere / "library.sqlite";
    {
      Library there(elsewhere.folder(), test::counting_random(9000));
      there.import_document(test::open_document("deck", 3, 2), now);
      there.keep_interview(deck, hold(deck, 1), now);
    }
    pass_days(1);
    library.keep_interview(deck, hold(deck, 0), now);
    test::unite(file(), file_there);
    for (const auto& one : {folder(), elsewhere.folder()}) {
      const Library united(one, test::counting_random(70));
      const auto kept = united.interviews(deck);
      REQUIRE(kept.size() == 2);
      CHECK(kept[0].report.total() == 0);
      CHECK(kept[1].report.total() == 100);
      CHECK(united.check().ok);
    }
  }

  TEST_CASE_FIXTURE(InterviewFixture,
                    "an interview that came in before its kind was known is found by the newer program") {
    const InterviewReport report = hold(deck, 0.5);
    library.keep_interview(deck, report, now);
    library.undo(library.keep_interview(deck, hold(deck, 1), now), now);
    {
      // As version 8 kept them.
      Database old(file());
      old.execute(test::kBackToVersion11);
      old.execute(test::kFrom11To8);
      old.execute("UPDATE op SET kind = 0 WHERE kind = 10");
    }
    const Library newer(folder(), test::counting_random(800));
    REQUIRE(newer.interviews().size() == 1);
    CHECK(newer.interviews()[0].report == report);
    CHECK(newer.check().ok);
    CHECK(newer.decks(now).size() == 2);
  }

  TEST_CASE_FIXTURE(InterviewFixture, "an op of a kind that is still not known stays as it came") {
    const std::string line =
        R"({"d":"4f1d2c3b4a596877","k":"dress_rehearsal","s":8,"t":1796000300000,"x":"deadbeefcafef00d"})";
    {
      test::OpenStore store(file());
      Transaction transaction(store.database);
      REQUIRE(store.log.receive(line, std::nullopt));
      transaction.commit();
      store.database.execute(test::kBackToVersion11);
      store.database.execute(test::kFrom11To8);
    }
    const Library newer(folder(), test::counting_random(800));
    CHECK(newer.check().ok);
    CHECK(newer.interviews().empty());
    CHECK(test::lines(test::OpenStore(file()).log).back() == line);
  }
}

}  // namespace rehearse
