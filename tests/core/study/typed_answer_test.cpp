// Answers that are typed: which points they cover becomes the ticks.
#include "core/study/typed_answer.h"

#include <doctest/doctest.h>

#include <random>

#include "core/recall/units.h"
#include "tests/core/study/desk.h"

namespace rehearse {
namespace {

using test::kSpent;

constexpr std::string_view kSecret = "先盘点封存再对账";

/// A library with one question about a warehouse, met yesterday, and others around it.
struct Typing : test::LibraryFixture {
  Typing() {
    Question question = test::open_question("盘点少了货怎么查？", 0);
    question.points = {
        {"封存现场", "先不让人动货"}, {"逐条对账", "把单据和系统对一遍"}, {"回放监控", "看出库那一段录像"}};
    Question other = test::open_question("客户投诉怎么办？", 0);
    other.points = {{"倾听", "不打断客户"}, {"致歉", "说出歉意"}};
    library.import_document(test::document_of("仓储", {question, other}), now);
    Sitting first = sit();
    while (!first.finished()) first.grade(now, kSpent);
    pass_days(1);
  }

  Sitting sit() { return Sitting(library, {{}, {std::nullopt, std::nullopt}}, now); }
  /// About the warehouse.
  Sitting sit_before_it() {
    Sitting sitting = sit();
    while (sitting.card().question.points.size() != 3) sitting.grade(now, kSpent);
    return sitting;
  }
};

}  // namespace

TEST_SUITE("core/study/typed_answer") {
  TEST_CASE_FIXTURE(Typing, "what is typed becomes the ticks and the ticks the grade") {
    Sitting sitting = sit_before_it();
    CHECK(sitting.can_type());
    CHECK_FALSE(sitting.is_typed());
    CHECK(sitting.coverage().empty());
    sitting.type_answer("封存现场，先不让人动货。然后逐条对账，把单据和系统对一遍。");
    sitting.check_answer();
    CHECK(sitting.is_checked());
    CHECK(sitting.all_points_shown());
    REQUIRE(sitting.coverage().size() == 3);
    CHECK(sitting.points()[0].tick == PointResult::kRecalled);
    CHECK(sitting.points()[1].tick == PointResult::kRecalled);
    CHECK(sitting.points()[2].tick == PointResult::kMissed);
    CHECK_FALSE(sitting.coverage()[0].matched.empty());
    CHECK(sitting.suggested_grade() == Quality::kHard);
    sitting.type_answer("回放监控");
    CHECK(sitting.typed_answer().starts_with("封存"));
  }

  TEST_CASE("what was found is marked once and in order whatever the points share") {
    std::mt19937_64 random(3);
    for (int round = 0; round < 10'000; ++round) {
      Card card;
      std::vector<PointCoverage> coverage(random() % 5);
      std::vector<bool> found(60);
      if (!coverage.empty() && random() % 4 == 0) card.asked = random() % coverage.size();
      for (std::size_t point = 0; point < coverage.size(); ++point)
        for (std::size_t begin = random() % 9; begin < 50; begin += 1 + random() % 20) {
          const std::size_t end = begin + 1 + random() % 9;
          coverage[point].matched.push_back({begin, end});
          for (std::size_t i = begin; i < end; ++i)
            found[i] = found[i] || !card.asked || *card.asked == point;
          begin = end;
        }
      std::vector<bool> marked(60);
      std::size_t at = 0;
      for (const SourceSpan& span : all_matched(card, coverage)) {
        REQUIRE((at == 0 || span.begin > at));
        REQUIRE(span.end > span.begin);
        for (at = span.begin; at < span.end; ++at) marked[at] = true;
      }
      REQUIRE(marked == found);
    }
  }

  TEST_CASE_FIXTURE(Typing, "the learner may change a tick after the check and undo gives all of it back") {
    Sitting sitting = sit_before_it();
    sitting.type_answer("封存现场，先不让人动货");
    sitting.check_answer();
    sitting.tick(2);
    CHECK(sitting.points()[2].tick == PointResult::kRecalled);
    sitting.grade(now, kSpent);
    REQUIRE(sitting.undo(now));
    CHECK(sitting.is_checked());
    CHECK(sitting.coverage().size() == 3);
    CHECK(sitting.points()[2].tick == PointResult::kRecalled);
  }

  TEST_CASE_FIXTURE(Typing, "nothing that was typed is in the library") {
    Sitting sitting = sit_before_it();
    sitting.type_answer(std::string(kSecret));
    sitting.check_answer();
    sitting.grade(now, kSpent);
    test::OpenStore store(file());
    for (const std::string& line : test::lines(store.log)) CHECK(line.find(kSecret) == std::string::npos);
  }

  TEST_CASE_FIXTURE(Typing, "nothing typed recalls nothing and a point card ticks only its point") {
    Sitting sitting = sit_before_it();
    sitting.check_answer();
    for (const PointProgress& point : sitting.points()) CHECK(point.tick == PointResult::kMissed);
    sitting.grade(now, kSpent);
    while (!sitting.finished() && sitting.card().kind != CardKind::kPoint) sitting.grade(now, kSpent);
    REQUIRE_FALSE(sitting.finished());
    const std::size_t asked = *sitting.card().asked;
    const KeyPoint point = sitting.card().question.points[asked];
    sitting.type_answer(point.cue + "，" + point.detail);
    sitting.check_answer();
    for (std::size_t i = 0; i < sitting.points().size(); ++i)
      CHECK(sitting.points()[i].tick.has_value() == (i == asked));
    CHECK(sitting.suggested_grade() == Quality::kGood);
    sitting.grade(now, kSpent);
    CHECK(library.check().ok);
  }

  TEST_CASE("a card without points cannot be typed and is shown whole by the check") {
    test::Desk desk(1, 0);
    desk.meet_all();
    Sitting sitting = desk.sit();
    CHECK_FALSE(sitting.can_type());
    sitting.type_answer("anything");
    sitting.check_answer();
    CHECK(sitting.coverage().empty());
    CHECK(sitting.all_points_shown());
    CHECK(sitting.suggested_grade() == Quality::kGood);
    sitting.grade(desk.now, kSpent);
    CHECK(desk.library.check().ok);
  }

  TEST_CASE("a card of 200 points is read and typed and ticked like any other") {
    test::Desk desk(1, 200);
    desk.meet_all();
    Sitting sitting = desk.sit(1);
    REQUIRE(sitting.points().size() == 200);
    sitting.type_answer("cue 7: what is said about it");
    sitting.check_answer();
    CHECK(sitting.coverage().size() == 200);
    sitting.tick(199);
    sitting.grade(desk.now, kSpent);
    CHECK(desk.last_review().points.size() == 200);
    CHECK(desk.library.check().ok);
  }

  TEST_CASE_FIXTURE(Typing, "how telling a word is gets found out again when the question was corrected") {
    TermsOfDecks terms(library);
    const Card card = sit_before_it().card();
    const auto telling = [&] {
      return terms.of(*library.card(card.id)).telling(units_of("监").front().code);
    };
    const DeckTerms* known = &terms.of(card);
    CHECK(&terms.of(card) == known);
    const double before = telling();
    Document corrected = *library.export_deck(card.deck);
    for (Question& question : corrected.questions) question.points.push_back({"再看一遍监控", "记下时间"});
    library.import_document(corrected, now);
    CHECK(telling() < before);
  }
}

}  // namespace rehearse
