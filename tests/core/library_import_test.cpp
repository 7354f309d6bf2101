// Bringing documents in: again, changed, and over what the learner edited.
#include <doctest/doctest.h>

#include "core/library.h"
#include "core/store/json_text.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

const DeckId kDeck = derive_deck_id("deck");

std::size_t ops(const LibraryFixture& fixture) {
  test::OpenStore store(fixture.file());
  return store.log.size();
}

}  // namespace

TEST_SUITE("core/library import") {
  TEST_CASE_FIXTURE(LibraryFixture, "importing twice changes nothing and writes no op") {
    Document document = test::open_document("deck", 5, 3);
    document.questions.push_back(test::open_question("question 1", 2));  // the same stem once more
    document.questions[0].points.push_back(document.questions[0].points[0]);
    document.questions[1].marks = 12.5;
    document.questions[1].time_limit = std::chrono::seconds{90};
    document.questions[2].criteria = {"clear", "短"};
    const ImportReport first = library.import_document(document, now);
    CHECK(first.added == 6);
    CHECK(first.decks.at(0).questions == 6);
    CHECK(first.decks.at(0).cards == 6 + 5 * 3 + 1 + 2);
    const std::size_t before = ops(*this);
    pass_days(3);
    const ImportReport second = library.import_document(document, now);
    CHECK(second.added == 0);
    CHECK(second.updated == 0);
    CHECK(second.unchanged == 6);
    CHECK(ops(*this) == before);
    CHECK(library.export_deck(kDeck)->questions == document.questions);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "importing again updates what the document changed and keeps what the learner edited") {
    Document document = test::open_document("deck", 2, 3);
    document.questions[0].answer = "first answer";
    document.questions[0].analysis = "first analysis";
    library.import_document(document, now);
    const QuestionId question = derive_question_id(kDeck, document.questions[0], 0);
    const PointId edited = derive_point_id(question, "cue 2", 0);
    {
      test::OpenStore store(file());
      store.write(SetOp{target(question),
                        {{"answer", json_text("my own answer")},
                         {"point:" + edited.hex(), R"({"at":"00000015","cue":"mine"})"}},
                        {},
                        Origin::kLearner},
                  now.at);
    }
    document.questions[0].answer = "second answer";
    document.questions[0].analysis = "second analysis";
    document.questions[0].points[1].detail = "changed in the document";
    document.questions[0].points.erase(document.questions[0].points.begin());
    pass_days(1);
    const ImportReport report = library.import_document(document, now);
    CHECK(report.updated == 1);
    CHECK(report.unchanged == 1);
    const Question shown = library.export_deck(kDeck)->questions.at(0);
    CHECK(shown.answer == "my own answer");
    CHECK(shown.analysis == "second analysis");
    REQUIRE(shown.points.size() == 2);
    CHECK(shown.points[0].cue == "mine");
    CHECK(shown.points[1].cue == "cue 3");
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "removed points vanish and the other cards keep their memory") {
    Document document = test::open_document("deck", 1, 3);
    library.import_document(document, now);
    library.grade(answer_all(document.questions[0], kDeck, PointResult::kRecalled, Quality::kPerfect), now);
    const QuestionId question = derive_question_id(kDeck, document.questions[0], 0);
    const CardId kept = point_card_id(derive_point_id(question, "cue 1", 0));
    const CardId removed = point_card_id(derive_point_id(question, "cue 3", 0));
    const std::vector<KeyPoint> all = document.questions[0].points;
    document.questions[0].points.pop_back();
    document.questions[0].points[0].detail = "said better";
    library.import_document(document, now);
    CHECK_FALSE(library.card(removed));
    CHECK(library.card(kept)->times_answered == 1);
    CHECK(library.stats(now).cards == 3);
    document.questions[0].points = all;
    library.import_document(document, now);
    CHECK(library.card(removed)->times_answered == 1);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "questions keep the document's order when some are put between") {
    Document document = test::open_document("deck", 3, 1);
    library.import_document(document, now);
    document.questions.insert(document.questions.begin() + 1, test::open_question("put between", 1));
    const ImportReport report = library.import_document(document, now);
    CHECK(report.added == 1);
    CHECK(report.unchanged == 3);
    CHECK(library.export_deck(kDeck)->questions == document.questions);
  }

  TEST_CASE("a place never sorts before an earlier one") {
    std::string before;
    for (std::size_t ordinal = 0; ordinal < 2'000'000; ordinal += 1 + ordinal / 50) {
      REQUIRE(before < place(ordinal));
      before = place(ordinal);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "a question too long for a line is left out and named and the others come in") {
    Document document = test::open_document("deck", 3, 1);
    document.questions[1].answer = std::string(70'000, 'x');
    const ImportReport report = library.import_document(document, now);
    CHECK(report.added == 2);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].code == "too-long");
    CHECK(report.problems[0].message.english.find("question 2") != std::string::npos);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a text that is no Unicode is kept as the log can hold it") {
    Question question = test::open_question("what is \xff this", 2);
    question.points[1].detail = "cut off \xe4\xbd";
    library.import_document(test::document_of("deck", {question}), now);
    CHECK(library.questions(kDeck).front().question.stem == "what is \uFFFD this");
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a title of any length comes in") {
    const ImportReport report =
        library.import_document(test::open_document(std::string(100'000, 't'), 1, 1), now);
    CHECK(report.added == 1);
    CHECK(library.decks(now).size() == 1);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "an import that is taken back is gone and comes back with the next import") {
    const Document document = test::open_document("deck", 1, 2);
    library.import_document(document, now);
    const QuestionId question = derive_question_id(kDeck, document.questions[0], 0);
    OpId imported;
    {
      test::OpenStore store(file());
      imported = store.log.about(target(question)).at(0).id;
    }
    library.undo(imported, now);
    CHECK(library.stats(now).questions == 0);
    CHECK(library.check().ok);
    CHECK(library.import_document(document, now).added == 1);
    CHECK(library.stats(now).questions == 1);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "a deck is found by its title or by the only title that contains the words") {
    library.import_document(test::open_document("Customer service manager", 1, 1), now);
    library.import_document(test::open_document("Customer service", 1, 1), now);
    library.import_document(test::open_document("Ｃ＋＋ basics", 1, 1), now);
    CHECK(*library.find_deck("Customer service") == derive_deck_id("Customer service"));
    CHECK(*library.find_deck("manager") == derive_deck_id("Customer service manager"));
    CHECK(*library.find_deck("C++") == derive_deck_id("C++ basics"));
    CHECK(*library.find_deck("c++ BASICS") == derive_deck_id("C++ basics"));
    CHECK(*library.find_deck("customer SERVICE") == derive_deck_id("Customer service"));
    CHECK(library.find_deck("Customer").error().line().find("2 decks") != std::string::npos);
    CHECK_FALSE(library.find_deck("Java"));
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a deck comes out of a library as it went in with its sections") {
    Document document = test::open_document("deck", 2, 3);
    document.sections = {{"", "what it is about"}, {"first", "先人后事\n先稳后快"}, {"empty", ""}};
    document.questions[1].section = "first";
    library.import_document(document, now);
    const auto exported = library.export_deck(derive_deck_id("deck"));
    REQUIRE(exported);
    CHECK(exported->questions == document.questions);
    REQUIRE(exported->sections.size() == 3);
    CHECK(exported->sections[1].description == document.sections[1].description);
    CHECK(exported->sections[2].title == "empty");
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a field that a newer version imported is left as it is") {
    const Document document = test::open_document("deck", 1, 1);
    library.import_document(document, now);
    const QuestionId id = derive_question_id(derive_deck_id("deck"), document.questions[0], 0);
    {
      test::OpenStore store(file());
      store.write(SetOp{target(id), {{"pictures", "[1]"}}, {}, Origin::kImport}, now.at);
    }
    const ImportReport report = library.import_document(document, now);
    CHECK(report.unchanged == 1);
    test::OpenStore store(file());
    CHECK(fold_registers(store.log, target(id)).at("pictures").value == "[1]");
  }
}

}  // namespace rehearse
