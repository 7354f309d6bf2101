#include <doctest/doctest.h>

#include <random>

#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

constexpr std::size_t kQuestions = 5, kPoints = 3;

struct StudiedLibrary : LibraryFixture {
  /// Some weeks of answers by chance to a deck with an interview ahead, and a few to another one.
  void study(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    library.import_document(deck, now);
    library.import_document(other, now);
    library.set_interview(id, study_day(now) + std::chrono::days{70}, now);
    for (int i = 0; i < 60; ++i) {
      pass(std::chrono::hours{random() % 30});
      const bool is_other = random() % 6 == 0;
      const Question& question = (is_other ? other : deck).questions[random() % kQuestions];
      Answer answer = answer_all(question, is_other ? other_id : id, PointResult::kRecalled,
                                 static_cast<Quality>(random() % 6));
      for (auto& [point, result] : answer.points) result = static_cast<PointResult>(random() % 3);
      answer.spent = std::chrono::seconds{random() % 90};
      answered.push_back(library.grade(answer, now));
      if (random() % 8 == 0) library.undo(answered[random() % answered.size()], now);
    }
  }

  Document deck = test::open_document("deck", kQuestions, kPoints);
  Document other = test::open_document("other", kQuestions, kPoints);
  DeckId id = derive_deck_id("deck"), other_id = derive_deck_id("other");
  std::vector<OpId> answered;
};

}  // namespace

TEST_SUITE("core/library outlook") {
  TEST_CASE(
      "the statistics of the decks add up to those of the library whatever was answered and taken back") {
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
      CAPTURE(seed);
      StudiedLibrary studied;
      studied.study(seed);
      const Library& library = studied.library;
      const StudyStatistics all = library.statistics(studied.now);
      AnswerCounts sum;
      for (const DeckId& deck : {studied.id, studied.other_id})
        add_counts(sum, sum_of(library.statistics(deck, studied.now)->days));
      CHECK(sum == sum_of(all.days));
      CHECK(library.study_days() == all.days);
      CHECK(sum.reviews() == library.stats(studied.now).reviews);
      CHECK(all.cards.fresh + all.cards.young + all.cards.mature == 2 * kQuestions * (kPoints + 1));
      CHECK(library.check().ok);
    }
  }

  TEST_CASE("readiness over time ends with the readiness of today and begins with none") {
    for (const Scheduler& scheduler : {Scheduler(), Scheduler::fsrs6()}) {
      StudiedLibrary studied;
      studied.library.set_scheduler(scheduler, studied.now);
      studied.study(7);
      const auto statistics = studied.library.statistics(studied.id, studied.now);
      const auto outlook = studied.library.outlook(studied.id, studied.now);
      REQUIRE(statistics->readiness.size() == kReadinessDays);
      CHECK(statistics->readiness.back().day == study_day(studied.now));
      CHECK(statistics->readiness.back().share ==
            doctest::Approx(outlook->readiness.all.share()).epsilon(1e-3));
      CHECK(outlook->readiness.all.share() > 0);
      const auto ready = studied.library.readiness(studied.id, studied.now);
      CHECK(ready->readiness.all.share() == outlook->readiness.all.share());
      CHECK(ready->sections == outlook->sections);
    }
  }

  TEST_CASE_FIXTURE(StudiedLibrary, "statistics that nobody wants any more are not told") {
    study(3);
    CHECK_FALSE(library.statistics(id, now, [] { return false; }));
    CHECK(library.statistics(id, now, [] { return true; }));
  }

  TEST_CASE_FIXTURE(StudiedLibrary,
                    "a goal out of reach says what would do and a backlog is offered to be spread") {
    const Document large = test::open_document("large", 300, 5);
    library.import_document(large, now);
    const DeckId large_id = derive_deck_id("large");
    library.set_interview(large_id, study_day(now) + std::chrono::days{7}, now);
    const auto outlook = library.outlook(large_id, now);
    CHECK_FALSE(outlook->plan.is_met());
    REQUIRE(outlook->plan.remedy);
    CHECK_FALSE(outlook->leave_out.empty());
    CHECK(library.card(outlook->leave_out.front())->deck == large_id);

    StudySettings settings;
    settings.minutes_per_day = outlook->plan.remedy->minutes_per_day;
    library.set_study_settings(large_id, settings, now);
    CHECK(library.outlook(large_id, now)->plan.is_met());

    library.set_interview(large_id, std::nullopt, now);
    for (const Question& question : large.questions)
      library.grade(answer_all(question, large_id, PointResult::kRecalled, Quality::kGood), now);
    settings.minutes_per_day = std::chrono::minutes{15};
    library.set_study_settings(large_id, settings, now);
    pass_days(20);
    const auto behind = library.outlook(large_id, now);
    REQUIRE(behind->backlog);
    std::size_t cards = 0;
    for (const BacklogDay& day : behind->spread) cards += day.cards;
    CHECK(cards == behind->backlog->cards);
    const std::size_t before = library.due(now).due;
    settings.spread.emplace(BacklogSpread{behind->backlog->last_day});
    library.set_study_settings(large_id, settings, now);
    CHECK(library.due(now).due < before);
    CHECK_FALSE(library.outlook(large_id, now)->backlog);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "an empty library and a deck that is gone have nothing to tell") {
    CHECK(library.statistics(now).days.empty());
    CHECK_FALSE(library.statistics(DeckId{}, now));
    CHECK_FALSE(library.outlook(DeckId{}, now));
    CHECK_FALSE(library.readiness(DeckId{}, now));
    CHECK(library.study_days().empty());
  }
}

}  // namespace rehearse
