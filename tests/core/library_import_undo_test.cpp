// An import is taken back as one, and comes back as one; what was done since is neither lost nor in the way.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"
#include "tests/shuffled_lines.h"

namespace rehearse {
namespace {

using test::LibraryFixture;
using test::open_document;

const DeckId kDeck = derive_deck_id("deck");

struct Imported : LibraryFixture {
  Imported() { library.import_document(document, now); }

  OpId undo() {
    pass(std::chrono::minutes{1});
    return library.undo(library.latest_change()->op, now);
  }
  void bring_back(OpId undone) {
    pass(std::chrono::minutes{1});
    library.undo(undone, now);
  }
  void answer(std::size_t question) {
    pass(std::chrono::minutes{1});
    library.grade(answer_all(document.questions[question], kDeck, PointResult::kRecalled, Quality::kPerfect),
                  now);
  }
  void rename(std::size_t question, std::string stem) {
    pass(std::chrono::minutes{1});
    ChangeText change;
    change.stem = std::move(stem);
    REQUIRE(library.edit_question(library.questions(kDeck)[question].id, change, now));
  }
  std::size_t questions() { return library.stats(now).questions; }
  std::vector<std::string> faults() { return library.check().faults; }
  std::vector<std::string> states() {
    test::OpenStore store(file());
    return test::card_states(store.database, test::OfCards::kMet);
  }

  Document document = open_document("deck", 5, 2);
};

const std::vector<std::string> kSound;

/// The answers and marks of another program to each question of the document.
StudiedDeck studied(const Document& document, Instant last) {
  StudiedDeck deck;
  deck.document = document;
  deck.program = "anki";
  for (std::size_t i = 0; i < document.questions.size(); ++i) {
    QuestionHistory history;
    for (int answer = 0; answer < 5; ++answer) {
      PastReview review;
      review.at = last - std::chrono::days{answer * 3} - std::chrono::minutes{i};
      review.quality = Quality::kGood;
      review.points = {{0, PointResult::kRecalled}};
      review.scheduler = "anki";
      history.events.emplace_back(review);
    }
    std::reverse(history.events.begin(), history.events.end());
    deck.histories.push_back(history);
    QuestionMarks marks;
    marks.flag = 3;
    marks.tags = {"压力面"};
    deck.marks.push_back(marks);
  }
  return deck;
}

}  // namespace

TEST_SUITE("core/library_import_undo") {
  TEST_CASE_FIXTURE(Imported, "an import is the latest change and is taken back in one step") {
    const auto latest = library.latest_change();
    REQUIRE(latest);
    CHECK(latest->kind == ChangeKind::kImport);
    CHECK(latest->title == "deck");
    const OpId undone = undo();
    CHECK(questions() == 0);
    CHECK(library.decks(now).empty());
    CHECK(library.due(now).cards.empty());
    CHECK_FALSE(library.latest_change());
    CHECK(faults() == kSound);
    bring_back(undone);
    CHECK(questions() == 5);
    CHECK(library.decks(now).front().title == "deck");
    CHECK(library.latest_change()->kind == ChangeKind::kImport);
    CHECK(faults() == kSound);
  }

  TEST_CASE_FIXTURE(Imported, "it is taken back after a restart as well") {
    Library again(folder(), test::counting_random(500));
    again.undo(again.latest_change()->op, now);
    CHECK(again.stats(now).questions == 0);
    CHECK(again.check().faults == kSound);
    CHECK(library.stats(now).questions == 0);
  }

  TEST_CASE_FIXTURE(Imported, "an import that finds everything there already is no step") {
    const std::size_t before = test::OpenStore(file()).log.size();
    library.import_document(document, now);
    CHECK(test::OpenStore(file()).log.size() == before);
    undo();
    CHECK(questions() == 0);
  }

  TEST_CASE_FIXTURE(Imported, "of a later import only what it changed is taken back") {
    Document corrected = document;
    corrected.questions[0].answer = "put right";
    corrected.questions.push_back(test::open_question("one more", 3));
    pass(std::chrono::minutes{1});
    library.import_document(corrected, now);
    CHECK(questions() == 6);
    undo();
    CHECK(questions() == 5);
    CHECK(library.questions(kDeck)[0].question.answer.empty());
    CHECK(faults() == kSound);
    undo();
    CHECK(questions() == 0);
    CHECK(faults() == kSound);
  }

  TEST_CASE_FIXTURE(Imported, "answers given meanwhile stay in the log and count again with the import") {
    const OpId import = library.latest_change()->op;
    answer(0);
    answer(3);
    const auto before = states();
    pass(std::chrono::minutes{1});
    const OpId undone = library.undo(import, now);
    CHECK(library.stats(now).reviews == 2);
    CHECK(faults() == kSound);
    library.rebuild();
    CHECK(library.stats(now).reviews == 2);
    bring_back(undone);
    CHECK(states() == before);
    CHECK(faults() == kSound);
  }

  TEST_CASE_FIXTURE(Imported, "an edit made since stays readable and comes back with the import") {
    const OpId import = library.latest_change()->op;
    const QuestionId id = library.questions(kDeck)[1].id;
    rename(1, "in my own words");
    const OpId undone = library.undo(import, now);
    CHECK(questions() == 0);
    const auto versions = library.history(id);
    CHECK(std::any_of(versions.begin(), versions.end(), [](const FieldVersion& version) {
      return version.words == "in my own words" && !version.is_taken_back;
    }));
    CHECK(std::any_of(versions.begin(), versions.end(),
                      [](const FieldVersion& version) { return version.is_taken_back; }));
    CHECK(faults() == kSound);
    bring_back(undone);
    CHECK(library.questions(kDeck)[1].question.stem == "in my own words");
    CHECK(faults() == kSound);
  }

  TEST_CASE_FIXTURE(Imported, "what was taken back can be imported again") {
    const OpId undone = undo();
    library.set_interview(kDeck, std::nullopt, now);
    CHECK(library.decks(now).empty());
    pass(std::chrono::minutes{1});
    CHECK(library.import_document(document, now).added == 5);
    CHECK(questions() == 5);
    CHECK(faults() == kSound);
    bring_back(undone);  // both say the same
    CHECK(questions() == 5);
    CHECK(faults() == kSound);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "history and marks go and come with the import they came with") {
    for (const std::size_t size : {2, 12}) {  // few answers, and many
      CAPTURE(size);
      const test::Scratch other;
      Library fresh(other.folder(), test::counting_random(7));
      const Document document = open_document("deck", size, 2);
      const StudiedDeck deck = studied(document, now.at - std::chrono::days{2});
      fresh.import_document(open_document("another", 2, 1), now);
      fresh.import_decks({deck}, now);
      const QuestionId first = fresh.questions(kDeck).front().id;
      CHECK(fresh.marks(first).flag == 3);
      CHECK(fresh.stats(now).reviews == 5 * size);
      CHECK(fresh.latest_change()->title == "deck");
      const OpId undone = fresh.undo(fresh.latest_change()->op, now);
      CHECK(fresh.stats(now).reviews == 0);
      CHECK(fresh.stats(now).questions == 2);
      CHECK(fresh.marks(first) == QuestionMarks());
      CHECK(fresh.check().faults == kSound);
      CHECK(fresh.latest_change()->title == "another");
      fresh.undo(undone, now);
      CHECK(fresh.stats(now).reviews == 5 * size);
      CHECK(fresh.marks(first).flag == 3);
      CHECK(fresh.check().faults == kSound);
      // Once more from the begin: nothing of it is here any more, so that all of it comes.
      fresh.undo(fresh.latest_change()->op, now);
      CHECK(fresh.import_decks({deck}, now).answers == 5 * size);
      CHECK(fresh.stats(now).reviews == 5 * size);
      CHECK(fresh.check().faults == kSound);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "several files that are imported together are one step") {
    {
      const Library::OneImport together(library);
      for (const char* title : {"one", "two", "three"}) {
        library.import_document(open_document(title, 3, 1), now);
        pass(std::chrono::seconds{1});
      }
    }
    CHECK(library.latest_change()->title == "one");
    library.import_document(open_document("four", 3, 1), now);
    library.undo(library.latest_change()->op, now);
    CHECK(library.decks(now).size() == 3);
    library.undo(library.latest_change()->op, now);
    CHECK(library.decks(now).empty());
    CHECK(library.check().faults == kSound);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a file that could not be kept leaves the import of the others whole") {
    const Library::OneImport together(library);
    {
      const Library::Batch never_kept(library);
      library.import_document(open_document("one", 3, 1), now);
    }
    library.import_document(open_document("two", 3, 1), now);
    CHECK(library.latest_change()->title == "two");
    library.undo(library.latest_change()->op, now);
    CHECK(library.decks(now).empty());
    CHECK(library.check().faults == kSound);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a question that was added alone is taken back alone") {
    library.import_document(open_document("deck", 2, 1), now);
    REQUIRE(library.add_question("deck", test::open_question("one more", 2), now));
    CHECK(library.stats(now).questions == 3);
    library.undo(library.latest_change()->op, now);
    CHECK(library.stats(now).questions == 2);
    CHECK(library.check().faults == kSound);
  }

  TEST_CASE_FIXTURE(Imported,
                    "a point that another machine added to what was taken back here is known there") {
    const test::Scratch other;
    {
      test::OpenStore from(file()), to(other / "library.sqlite");
      Transaction transaction(to.database);
      for (const std::string& line : test::lines(from.log))
        static_cast<void>(*to.log.receive(line, std::nullopt));
      rebuild_projections(to.log, to.content, to.memory);
      transaction.commit();
    }
    undo();
    std::vector<std::string> since;
    {
      Library elsewhere(other.folder(), test::counting_random(77));
      const ListedQuestion question = elsewhere.questions(kDeck)[0];
      REQUIRE(elsewhere.edit_question(question.id,
                                      MergePoints{{question.points[0], question.points[1]}, {}, {}}, now));
      Answer answer;
      answer.card = question_card_id(question.id);
      answer.quality = Quality::kPerfect;
      answer.points = {{elsewhere.questions(kDeck)[0].points[0], PointResult::kRecalled}};
      elsewhere.grade(answer, now);
      since = test::lines(test::OpenStore(other / "library.sqlite").log);
    }
    ArrivedOps arrived;
    for (const std::string& line : since) arrived.ops.push_back({line, op_id(line), now.at});
    REQUIRE(library.take_in(arrived));
    CHECK(faults() == kSound);
  }

  TEST_CASE_FIXTURE(Imported, "in whatever order the lines arrive the same is there") {
    answer(0);
    rename(2, "in my own words");
    const OpId first = library.latest_change()->op;
    pass(std::chrono::minutes{1});
    library.import_decks({studied(open_document("deck", 8, 2), now.at - std::chrono::days{1})}, now);
    answer(4);
    library.undo(library.latest_change()->op, now);
    undo();
    bring_back(undo());
    bring_back(undo());
    undo();
    library.undo(first, now);
    const std::vector<std::string> lines = test::lines(test::OpenStore(file()).log);
    const auto remembered = states();
    std::mt19937_64 random(5);
    for (int round = 0; round < 12; ++round) {
      CAPTURE(round);
      const test::Scratch other;
      {
        test::OpenStore store(other / "library.sqlite");
        test::receive_shuffled(store, lines, random);
        CHECK(test::card_states(store.database, test::OfCards::kMet) == remembered);
      }
      CHECK(Library(other.folder(), test::counting_random(9)).check().faults == kSound);
    }
  }
}

}  // namespace rehearse
