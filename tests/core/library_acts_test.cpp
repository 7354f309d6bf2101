#include <doctest/doctest.h>

#include "tests/random_learner.h"
#include "tests/shuffled_lines.h"

namespace rehearse {
namespace {

using test::LibraryFixture;
using test::OpenStore;

using test::RandomLearner;
using test::told;

}  // namespace

TEST_SUITE("core/library acts") {
  TEST_CASE(
      "whatever is answered set aside moved reset and taken back in whatever order it arrives the cards are "
      "the same") {
    std::size_t steps = 0;
    for (std::uint64_t seed = 0; seed < 250; ++seed) {
      CAPTURE(seed);
      RandomLearner learner(seed);
      Library::Batch batch(learner.library);  // or the disk is what is tested
      for (int i = 0; i < 40; ++i, ++steps) learner.step();
      batch.commit();
      if (seed % 2 == 0) learner.library.set_scheduler(Scheduler::fsrs6(), learner.now);
      REQUIRE(learner.library.check().ok);
      const std::filesystem::path file = learner.scratch / "other.sqlite";
      OpenStore other(file, 5);
      test::receive_shuffled(other, test::lines(OpenStore(learner.file()).log), learner.random);
      REQUIRE(told(file) == told(learner.file()));
      REQUIRE(check_library(other.database, other.log, other.content, other.memory).empty());
    }
    CHECK(steps == 10'000);
  }

  TEST_CASE("everything is taken back step by step also after a restart until nothing was ever done") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      RandomLearner learner(1000 + seed);
      std::vector<std::vector<std::string>> before;
      for (int i = 0; i < 12; ++i) {
        learner.pass(std::chrono::hours{5});
        before.push_back(told(learner.file()));
        if (learner.below(2) == 0)
          learner.answer();
        else
          learner.act();
      }
      Library reopened(learner.folder(), test::counting_random(90'000));
      for (; !before.empty(); before.pop_back()) {
        const auto latest = reopened.latest_change();
        REQUIRE(latest);
        reopened.undo(latest->op, learner.now);
        REQUIRE(told(learner.file()) == before.back());
      }
      CHECK(reopened.latest_change()->kind == ChangeKind::kImport);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a suspended question is not asked and comes back when it is released") {
    library.import_document(test::open_document("deck", 2, 2), now);
    const CardId card = library.due(now).cards.front().id;
    library.act_on({card}, CardActKind::kSuspend, now);
    REQUIRE(library.due(now).cards.size() == 1);
    CHECK(library.due(now).cards.front().id != card);
    pass_days(30);
    CHECK(library.due(now).cards.size() == 1);
    library.act_on({card}, CardActKind::kRelease, now);
    CHECK(library.due(now).cards.size() == 2);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a buried question is asked again from the next morning on") {
    library.import_document(test::open_document("deck", 1, 2), now);
    const CardId card = library.due(now).cards.front().id;
    library.act_on({card}, CardActKind::kBury, now);
    CHECK(library.due(now).cards.empty());
    pass(std::chrono::hours{18});  // 03:30: still the same study day
    CHECK(library.due(now).cards.empty());
    pass(std::chrono::hours{1});
    CHECK(library.due(now).cards.size() == 1);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "a question comes on the day it was moved to and not before and then as it was") {
    const Document deck = test::open_document("deck", 1, 2);
    library.import_document(deck, now);
    const Answer answer =
        answer_all(deck.questions[0], derive_deck_id(deck.title), PointResult::kRecalled, Quality::kGood);
    library.grade(answer, now);
    library.act_on({answer.card}, CardActKind::kSetDue, now, study_day(now) + std::chrono::days{5});
    pass_days(4);
    CHECK(library.due(now).cards.empty());
    pass_days(1);
    CHECK(library.due(now).cards.size() == 1);
    library.grade(answer, now);
    CHECK(library.due(now).cards.empty());
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a reset question is new again") {
    const Document deck = test::open_document("deck", 1, 2);
    library.import_document(deck, now);
    const Answer answer =
        answer_all(deck.questions[0], derive_deck_id(deck.title), PointResult::kMissed, Quality::kBlackout);
    library.grade(answer, now);
    pass_days(3);
    CHECK(library.due(now).fresh == 0);
    library.act_on({answer.card}, CardActKind::kReset, now);
    CHECK(library.due(now).fresh == 1);
    CHECK(library.card(answer.card)->times_answered == 0);
    CHECK(library.stats(now).reviews == 1);  // what was answered was answered
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a limit of new questions counts what was learned on all machines") {
    library.import_document(test::open_document("deck", 20, 1), now);
    CHECK(library.due(now).fresh == 10);
    StudySettings settings;
    settings.fresh_per_day = 0;
    const OpId set = library.set_study_settings(std::nullopt, settings, now);
    CHECK(library.due(now).fresh == 0);
    settings.fresh_per_day = 3;
    library.set_study_settings(derive_deck_id("deck"), settings, now);
    CHECK(library.due(now).fresh == 3);
    const CardId card = library.due(now).cards.front().id;
    library.grade({card, Quality::kGood, std::nullopt, {}, {}}, now);
    CHECK(library.due(now).fresh == 2);
    settings.fresh_per_day = 10'000;
    library.set_study_settings(derive_deck_id("deck"), settings, now);
    CHECK(library.due(now).fresh == 19);
    library.undo(set, now);
    CHECK(library.study_settings(std::nullopt) == StudySettings());
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a limit of reviews counts what was asked again today") {
    const Document deck = test::open_document("deck", 6, 1);
    library.import_document(deck, now);
    const DeckId id = derive_deck_id(deck.title);
    for (const Question& question : deck.questions)
      library.grade(answer_all(question, id, PointResult::kRecalled, Quality::kGood), now);
    StudySettings settings;
    settings.reviews_per_day.emplace(4);
    library.set_study_settings(id, settings, now);
    pass_days(1);
    CHECK(library.due(now).due == 4);
    library.grade(answer_all(deck.questions[0], id, PointResult::kRecalled, Quality::kGood), now);
    CHECK(library.due(now).due == 3);
  }
}

}  // namespace rehearse
