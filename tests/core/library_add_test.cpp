// Questions that come one by one: Library::add_question.
#include <doctest/doctest.h>

#include "core/library.h"
#include "tests/library_fixture.h"
#include "tests/random_document.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

constexpr const char* kTitle = "仓储主管面试";

/// What a deck says, and what its questions, points and cards are called.
std::vector<std::string> contents(const LibraryFixture& fixture) {
  test::OpenStore store(fixture.file());
  return test::rows(
      store.database,
      "SELECT quote(d.id)||quote(d.title)||quote(q.id)||quote(q.at)||quote(q.kind)||quote(q.cards)"
      "||quote(q.shown)||quote(q.text_id)||t.fields FROM question q"
      " JOIN deck d ON d.position = q.deck JOIN question_text t USING (position) ORDER BY q.at");
}

}  // namespace

TEST_SUITE("core/library") {
  TEST_CASE("questions added one by one make the deck that importing them together makes") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      CAPTURE(seed);
      test::NastyText nasty(seed);
      Document document = test::document_of(kTitle, {});
      for (std::size_t i = 0; i < 6; ++i) {
        Question question = test::random_question(nasty, {});
        question.stem = std::to_string(i) + "、" + (nasty.one_in(5) ? nasty.bytes() : question.stem);
        document.questions.push_back(std::move(question));
      }
      LibraryFixture together, alone;
      together.library.import_document(document, together.now);
      for (const Question& question : document.questions) {
        const auto added = alone.library.add_question(kTitle, question, alone.now);
        REQUIRE(added);
        REQUIRE(added->is_new);
      }
      CHECK(contents(alone) == contents(together));
      CHECK(alone.library.check().ok);
      CHECK(together.library.check().ok);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a question that the deck has is not added again") {
    const Question question = test::open_question("库存差异怎样处理？", 3);
    const auto first = library.add_question(kTitle, question, now);
    REQUIRE(first);
    CHECK(first->is_new);
    Question reset = question;
    reset.stem = "库存差异怎样处理？ ";  // no difference to a reader
    reset.answer = "先封存现场。";
    for (const Question& again : {question, reset}) {
      const auto second = library.add_question(kTitle, again, now);
      REQUIRE(second);
      CHECK_FALSE(second->is_new);
      CHECK(second->id == first->id);
    }
    CHECK(library.check().ops == 3);  // the import, the deck and the question
    const auto elsewhere = library.add_question("另一套题", question, now);
    REQUIRE(elsewhere);
    CHECK(elsewhere->is_new);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "a question that was corrected is known by its old words and by its new ones") {
    const Question old = test::open_question("old words", 2), corrected = test::open_question("new words", 2);
    const auto first = library.add_question(kTitle, old, now);
    REQUIRE(first);
    ChangeText edit;
    edit.stem = corrected.stem;
    const auto op = library.edit_question(first->id, edit, now);
    REQUIRE(op);
    for (const Question& question : {old, corrected}) {
      const auto again = library.add_question(kTitle, question, now);
      REQUIRE(again);
      CHECK_FALSE(again->is_new);
      CHECK(again->id == first->id);
    }
    library.undo(*op, now);
    const auto added = library.add_question(kTitle, corrected, now);
    REQUIRE(added);
    CHECK(added->is_new);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a question that was taken back can be added again") {
    const Question question = test::open_question("which way?", 2);
    REQUIRE(library.add_question(kTitle, question, now));
    OpId op;
    {
      test::OpenStore store(file());
      op = store.log.at(3)->id;
    }
    library.undo(op, now);
    const auto again = library.add_question(kTitle, question, now);
    REQUIRE(again);
    CHECK(again->is_new);
    CHECK(library.questions(library.decks(now).front().id).size() == 1);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a question that is too long is refused in words and nothing is kept") {
    Question question = test::open_question("short", 1);
    question.answer = std::string(70'000, 'x');
    const auto added = library.add_question(kTitle, question, now);
    REQUIRE_FALSE(added);
    CHECK(added.error().line() ==
          "short: the question is longer than 60 KB and was not added (shorten the text)");
    CHECK(library.is_empty());
  }
}

}  // namespace rehearse
