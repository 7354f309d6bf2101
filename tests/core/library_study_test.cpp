// What is asked when the learner chooses: ahead of the day, only some cards, the weakest, what was missed.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using std::chrono::days;
using test::LibraryFixture;

const DeckId kDeck = derive_deck_id("deck");

/// Four questions of three points, all met, and the next day begun.
struct Studied : LibraryFixture {
  Studied() {
    library.import_document(document, now);
    for (std::size_t i = 0; i < 4; ++i) answer(i, PointResult::kMissed, Quality::kBlackout);
    pass_days(1);
  }

  void answer(std::size_t question, PointResult result, Quality quality) {
    library.grade(answer_all(document.questions[question], kDeck, result, quality), now);
  }
  CardId card(std::size_t question) const {
    return question_card_id(derive_question_id(kDeck, document.questions[question], 0));
  }
  CardId point(std::size_t question, std::size_t number) const {
    const Question& asked = document.questions[question];
    return point_card_id(derive_point_id(derive_question_id(kDeck, asked, 0), asked.points[number].cue, 0));
  }
  std::set<CardId> asked(const StudyChoice& choice) const {
    std::set<CardId> cards;
    for (const DueCard& due : library.due(now, choice).cards) REQUIRE(cards.insert(due.id).second);
    return cards;
  }

  Document document = test::open_document("deck", 4, 3);
};

StudyChoice only(std::vector<CardId> cards) {
  StudyChoice choice;
  choice.only = std::move(cards);
  return choice;
}

StudyChoice missed_today() {
  StudyChoice choice;
  choice.missed_today = true;
  return choice;
}

}  // namespace

TEST_SUITE("core/library study") {
  TEST_CASE_FIXTURE(LibraryFixture,
                    "questions that two machines put in one place come in the order of their ids") {
    const Document document = test::open_document("deck", 3, 2);
    const test::Scratch elsewhere;
    const auto file_there = elsewhere / "library.sqlite";
    library.import_document(document, now);
    {
      Library there(elsewhere.folder(), test::counting_random(9000));
      there.import_document(document, now);
      for (int i = 0; i < 4; ++i) {
        Library& machine = i % 2 == 0 ? library : there;
        REQUIRE(machine.add_question("deck", test::open_question("added " + std::to_string(i), 2), now));
      }
    }
    test::unite(file(), file_there);
    const auto asked_in = [&](const std::filesystem::path& folder) {
      std::vector<CardId> cards;
      for (const DueCard& due : Library(folder, test::counting_random(70)).due(now).cards)
        cards.push_back(due.id);
      return cards;
    };
    std::vector<CardId> wanted;
    {
      test::OpenStore store(file());
      for (const std::string& id :
           test::rows(store.database, "SELECT lower(hex(id)) FROM question ORDER BY at, id"))
        wanted.push_back(question_card_id(*QuestionId::from_hex(id)));
      CHECK(test::rows(store.database, "SELECT count(DISTINCT at) FROM question") ==
            std::vector<std::string>{"5"});
    }
    CHECK(asked_in(folder()) == wanted);
    CHECK(asked_in(elsewhere.folder()) == wanted);
  }

  TEST_CASE_FIXTURE(Studied, "review ahead asks what comes within so many days and nothing twice on a day") {
    for (int day = 0; day < 2; ++day, pass_days(1))  // the second time they come again in 6 days
      for (std::size_t i = 0; i < 4; ++i) answer(i, PointResult::kRecalled, Quality::kGood);
    CHECK(asked({}).empty());
    CHECK(asked(StudyChoice{kDeck, days{4}}).empty());
    CHECK(asked(StudyChoice{kDeck, days{5}}).size() == 4);
    answer(0, PointResult::kRecalled, Quality::kGood);
    CHECK(asked(StudyChoice{kDeck, days{5}}).size() == 3);
  }

  TEST_CASE_FIXTURE(Studied, "chosen cards are asked whether due or not") {
    CHECK(asked(only({card(2)})) == std::set{card(2)});
    CHECK(asked(only({point(1, 0), point(1, 2)})) == std::set{point(1, 0), point(1, 2)});
    answer(2, PointResult::kRecalled, Quality::kGood);
    CHECK(asked(only({card(2)})) == std::set{card(2)});
    CHECK(asked(only({})).empty());
    CHECK(asked(only({CardId{}})).empty());
    StudyChoice elsewhere = only({card(2)});
    elsewhere.deck = derive_deck_id("another");
    CHECK(asked(elsewhere).empty());
  }

  TEST_CASE_FIXTURE(Studied, "chosen cards are asked also when they gain nothing on the interview day") {
    library.set_interview(kDeck, study_day(now) + days{2}, now);
    answer(0, PointResult::kMissed, Quality::kBlackout);
    CHECK(asked(only({card(0)})).size() == 1);
    CHECK(asked(missed_today()).size() == 3);
    library.set_interview(kDeck, study_day(now) - days{2}, now);
    CHECK(asked(only({card(0)})).size() == 1);
  }

  TEST_CASE_FIXTURE(Studied, "a new question is among the chosen ones when any card of it is") {
    library.import_document(test::open_document("new", 2, 3), now);
    const Question first = test::open_question("question 1", 3);
    const QuestionId id = derive_question_id(derive_deck_id("new"), first, 0);
    CHECK(asked(only({point_card_id(derive_point_id(id, "cue 2", 0))})) == std::set{question_card_id(id)});
  }

  TEST_CASE_FIXTURE(Studied, "the weakest are those that were met and are least likely recalled") {
    library.import_document(test::open_document("new", 2, 3), now);
    answer(0, PointResult::kRecalled, Quality::kGood);
    answer(3, PointResult::kRecalled, Quality::kGood);
    pass_days(1);
    StudyChoice weakest;
    weakest.weakest = 2;
    CHECK(asked(weakest) == std::set{card(1), card(2)});
    weakest.weakest = 100;
    CHECK(asked(weakest).size() == 4);
    weakest.only = {card(0), card(1)};
    weakest.weakest = 1;
    CHECK(asked(weakest) == std::set{card(1)});
  }

  TEST_CASE_FIXTURE(Studied, "missed today are the points missed today and no first meeting") {
    CHECK(asked(missed_today()).empty());
    Answer mixed = answer_all(document.questions[1], kDeck, PointResult::kRecalled, Quality::kHard);
    mixed.points[2].second = PointResult::kMissed;
    library.grade(mixed, now);
    CHECK(asked(missed_today()) == std::set{point(1, 2)});
    answer(1, PointResult::kRecalled, Quality::kGood);  // drilled
    CHECK(asked(missed_today()) == std::set{point(1, 2)});
    const Question fresh = test::open_question("fresh", 2);
    library.import_document(test::document_of("new", {fresh}), now);
    library.grade(answer_all(fresh, derive_deck_id("new"), PointResult::kMissed, Quality::kBlackout), now);
    CHECK(asked(missed_today()) == std::set{point(1, 2)});
    library.grade(answer_all(fresh, derive_deck_id("new"), PointResult::kMissed, Quality::kBlackout), now);
    CHECK(asked(missed_today()).size() == 3);
    pass_days(1);
    CHECK(asked(missed_today()).empty());
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a choice question that was failed is missed today as a whole") {
    const Question question = test::checked_question(QuestionKind::kSingle, "which", {"a", "b"}, {"A"});
    library.import_document(test::document_of("deck", {question}), now);
    Answer answer;
    answer.card = question_card_id(derive_question_id(kDeck, question, 0));
    answer.quality = Quality::kGood;
    library.grade(answer, now);
    pass_days(1);
    answer.quality = Quality::kWrongFamiliar;
    const OpId op = library.grade(answer, now);
    CHECK(library.due(now, missed_today()).cards.size() == 1);
    library.undo(op, now);
    CHECK(library.due(now, missed_today()).cards.empty());
  }

  TEST_CASE_FIXTURE(Studied, "a card is named by the first digits of its id") {
    const std::string hex = card(0).hex();
    for (const std::size_t digits : {8U, 20U, 32U}) {
      const auto found = library.find_card(hex.substr(0, digits), now);
      REQUIRE(found);
      CHECK(*found == card(0));
    }
    CHECK_FALSE(library.find_card(hex.substr(0, 3), now));
    CHECK_FALSE(library.find_card("", now));
    CHECK_FALSE(library.find_card(hex + "0", now));
    CHECK(library.find_card("zzzz", now).error().where == "zzzz");
  }

  TEST_CASE_FIXTURE(Studied, "an answer under a clock set back by a year is kept and moves nothing") {
    answer(0, PointResult::kRecalled, Quality::kGood);
    const auto before = asked({});
    const LocalInstant then = now;
    now.at -= days{365};
    CHECK(library.clock_behind(now).count() == 365);
    CHECK(asked({}).empty());  // all were answered on a day that lies ahead
    CHECK(library.explain(point(1, 0), now)->reason == CardReason::kClockWasAhead);
    answer(1, PointResult::kRecalled, Quality::kGood);
    now = then;
    CHECK(asked({}) == before);
    CHECK(library.stats(now).reviews == 6);
    CHECK(library.check().ok);
  }
}

}  // namespace rehearse
