// Searching a library: whatever was written, edited or taken back, the index says what the questions say.
#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

std::set<CardId> found(LibraryFixture& fixture, std::string_view query) {
  const auto result = fixture.library.search(query, fixture.now);
  REQUIRE(std::holds_alternative<std::vector<CardId>>(result));
  const auto& cards = std::get<std::vector<CardId>>(result);
  return {cards.begin(), cards.end()};
}

const std::vector<std::string> kWords{"盘点", "差异", "投诉", "客户", "库存", "退货", "交接", "培训"};

Document random_document(std::mt19937_64& random) {
  std::vector<Question> questions;
  for (int i = 0; i < 8; ++i) {
    const auto word = [&] { return kWords[random() % kWords.size()]; };
    Question question = test::open_question(std::to_string(i) + "号：如何处理" + word() + "？", 2);
    question.points[0].detail = "先核对" + word();
    question.answer = "说明" + word() + "的原因。";
    questions.push_back(question);
  }
  return test::document_of("deck", questions);
}

bool holds(const Question& question, const std::string& word) {
  std::string all = question.stem + question.answer + question.analysis;
  for (const KeyPoint& point : question.points) all += point.cue + point.detail;
  return all.find(word) != std::string::npos;
}

}  // namespace

TEST_SUITE("core/library search") {
  TEST_CASE("a word is found in the questions that say it and in no other after every import edit and undo") {
    std::mt19937_64 random(81);
    for (int history = 0; history < 5; ++history) {
      LibraryFixture fixture;
      const DeckId deck = derive_deck_id("deck");
      fixture.library.import_document(random_document(random), fixture.now);
      for (int step = 0; step < 12; ++step) {
        fixture.pass_days(1);
        const auto questions = fixture.library.questions(deck);
        // The deck is empty where its import was taken back.
        switch (questions.empty() ? 0 : random() % 4) {
          case 0: fixture.library.import_document(random_document(random), fixture.now); break;
          case 1:
            (void)fixture.library.edit_question(
                questions[random() % questions.size()].id,
                ChangeText{{}, {}, {}, "另见" + kWords[random() % kWords.size()], {}, {}, {}}, fixture.now);
            break;
          case 2:
            if (const auto edit = fixture.library.latest_change())
              fixture.library.undo(edit->op, fixture.now);
            break;
          default: fixture.library.rebuild(); break;
        }
        for (const std::string& word : kWords) {
          std::set<CardId> expected;
          for (const ListedQuestion& listed : fixture.library.questions(deck)) {
            if (!holds(listed.question, word)) continue;
            expected.insert(question_card_id(listed.id));
            for (const PointId& point : listed.points) expected.insert(point_card_id(point));
          }
          CAPTURE(word);
          CHECK(found(fixture, word) == expected);
        }
        CHECK(fixture.library.check().ok);
      }
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "what is due new or rated is found by the state of the cards") {
    library.import_document(test::open_document("deck", 3, 2), now);
    CHECK(found(*this, "is:new").size() == 9);
    CHECK(found(*this, "kind:recall").size() == 3);
    const DueToday due = library.due(now);
    const CardId card = due.cards.front().id;
    library.grade({card, Quality::kGood, std::nullopt, {}, {}}, now);
    CHECK(found(*this, "rated:1") == std::set{card});
    CHECK(found(*this, "is:new").size() == 8);
    CHECK_FALSE(found(*this, "is:due").contains(card));
    pass_days(1);
    CHECK(found(*this, "is:due") == std::set{card});
    CHECK(found(*this, "is:due -kind:recall").empty());
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a star alone is found in every question") {
    library.import_document(test::open_document("deck", 3, 2), now);
    CHECK(found(*this, "*").size() == 9);
    CHECK(found(*this, "-*").empty());
    CHECK(found(*this, "* cue").size() == 9);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "texts may be indexed part by part and a search finds the same before and after") {
    library.import_document(test::open_document("deck", 10, 1), now);
    CHECK(library.index_texts(0, now) == 10);
    CHECK(library.index_texts(4, now) == 6);
    CHECK(found(*this, "cue").size() == 20);
    CHECK(library.index_texts(4, now) == 0);
    library.import_document(test::open_document("another", 3, 1), now);
    CHECK(library.index_texts(2, now) == 1);
    CHECK(library.index_texts(2, now) == 0);
    CHECK(found(*this, "cue").size() == 26);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a query that is none is told with its place") {
    const auto result = library.search("(盘点 or", now);
    REQUIRE(std::holds_alternative<QueryFault>(result));
    CHECK(std::get<QueryFault>(result).begin == 8);
  }
}

}  // namespace rehearse
