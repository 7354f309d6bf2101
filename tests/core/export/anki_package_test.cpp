// Out of one library as a package and into another: nothing is lost on the way.
#include "core/export/anki_package.h"

#include <doctest/doctest.h>
#include <algorithm>

#include <random>

#include "core/import/anki/anki_package.h"
#include "tests/library_fixture.h"
#include "tests/random_document.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

std::vector<std::string> everything_in(const LibraryFixture& fixture) {
  test::OpenStore store(fixture.file());
  std::vector<std::string> all = test::card_states(store.database);
  for (const std::string& row : test::answers(store.database)) all.push_back(row);
  std::sort(all.begin(), all.end());
  return all;
}

std::size_t ops_in(const LibraryFixture& fixture) {
  test::OpenStore store(fixture.file());
  return store.log.size();
}

/// Another library of the fixture's learner: what it holds comes from packages.
ImportReport bring_over(const LibraryFixture& from, LibraryFixture& into) {
  ImportReport report;
  for (const DeckSummary& deck : from.library.decks(from.now)) {
    const auto studied = from.library.export_studied_deck(deck.id);
    REQUIRE(studied);
    const auto read = read_anki_package(write_anki_package(*studied, from.now), into.now.utc_offset);
    REQUIRE_MESSAGE(read, read.error().line());
    report = into.library.import_decks(*read, into.now);
    for (const StudiedDeck& one : *read) CHECK(one.document.problems.empty());
  }
  return report;
}

/// Any card of any deck, with any result for each of its points.
std::optional<Answer> random_answer(LibraryFixture& fixture, std::mt19937_64& random) {
  std::vector<CardId> cards;
  {
    test::OpenStore store(fixture.file());
    Query query = store.database.query("SELECT cards, shown FROM question ORDER BY id");
    while (query.step())
      for (const std::uint16_t slot : read_shown(query, 0, 1)) cards.push_back(query.ids<CardId>(0)[slot]);
  }
  if (cards.empty()) return std::nullopt;
  const auto card = fixture.library.card(cards[random() % cards.size()]);
  Answer answer;
  answer.card = card->id;
  answer.quality = static_cast<Quality>(random() % 6);
  if (random() % 3 == 0) answer.suggested = static_cast<Quality>(random() % 6);
  for (const PointId& point : card->points)
    if (card->kind == CardKind::kRecall && random() % 5 != 0)
      answer.points.emplace_back(point, static_cast<PointResult>(random() % 3));
  if (card->asked) answer.points = {{card->points[*card->asked], static_cast<PointResult>(random() % 3)}};
  answer.spent = std::chrono::milliseconds{random() % 60'000};
  return answer;
}

void study(LibraryFixture& fixture, std::mt19937_64& random, int steps) {
  std::vector<OpId> given;
  for (int step = 0; step < steps; ++step) {
    if (random() % 3 == 0) fixture.pass(std::chrono::hours{random() % 60});
    if (random() % 25 == 0) fixture.now.utc_offset = std::chrono::minutes{480 - 60 * (random() % 12)};
    if (random() % 40 == 0) fixture.pass_days(-20);
    if (!given.empty() && random() % 6 == 0) {
      given.push_back(fixture.library.undo(given[random() % given.size()], fixture.now));
      continue;
    }
    if (const auto answer = random_answer(fixture, random))
      given.push_back(fixture.library.grade(*answer, fixture.now));
  }
  fixture.pass_days(1200);  // over all that was set back
}

}  // namespace

TEST_SUITE("core/export/anki_package") {
  TEST_CASE("flag tags and example come along and what was taken away does not come back") {
    LibraryFixture mine, other;
    mine.library.import_document(test::open_document("deck", 2, 2), mine.now);
    const auto question = mine.library.questions(derive_deck_id("deck"))[1].id;
    for (const MarkChange& change : {MarkChange(SetFlag{3}), MarkChange(AddTags{{"two words", "管理::团队"}}),
                                     MarkChange(SetExample{"我的\n例子"})})
      REQUIRE(mine.library.mark_question(question, change, mine.now));
    const QuestionMarks marks = mine.library.marks(question);
    bring_over(mine, other);
    CHECK(other.library.marks(question) == marks);
    const std::size_t ops = ops_in(other);
    bring_over(mine, other);
    CHECK(ops_in(other) == ops);
    REQUIRE(other.library.mark_question(question, RemoveTags{{"two words"}}, other.now));
    REQUIRE(other.library.mark_question(question, SetFlag{0}, other.now));
    bring_over(mine, other);
    CHECK(other.library.marks(question) == QuestionMarks{0, {"管理::团队"}, "我的\n例子"});
    CHECK(other.library.check().ok);
  }

  TEST_CASE("a library comes out of packages as it went in and only once") {
    for (unsigned seed = 1; seed <= 8; ++seed) {
      CAPTURE(seed);
      std::mt19937_64 random(seed);
      test::NastyText nasty(seed);
      LibraryFixture from;
      for (int deck = 0; deck < 2; ++deck)
        from.library.import_document(test::random_document(nasty), from.now);
      from.library.import_document(test::open_document("C++::answers <b>&amp;", 4, 3), from.now);
      study(from, random, 60);

      LibraryFixture into;
      into.now = from.now;
      bring_over(from, into);
      CHECK(everything_in(into) == everything_in(from));
      CHECK(into.library.check().ok);
      const auto before = from.library.decks(from.now);
      const auto after = into.library.decks(into.now);
      REQUIRE(before.size() == after.size());
      for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(after[i].due == before[i].due);
        CHECK(after[i].fresh == before[i].fresh);
        const auto wanted = from.library.export_studied_deck(before[i].id);
        const auto got = into.library.export_studied_deck(after[i].id);
        REQUIRE((wanted && got));
        test::check_same(got->document, wanted->document);
        REQUIRE(got->histories.size() == wanted->histories.size());
        for (std::size_t q = 0; q < got->histories.size(); ++q)
          CHECK(got->histories[q].events == wanted->histories[q].events);
      }

      const std::size_t ops = ops_in(into);
      into.pass_days(2);
      const ImportReport again = bring_over(from, into);
      CHECK(again.answers == 0);
      CHECK(ops_in(into) == ops);
    }
  }

  TEST_CASE("answers that both libraries have are there once and the others come together") {
    LibraryFixture from;
    const Document document = test::open_document("deck", 3, 2);
    from.library.import_document(document, from.now);
    const DeckId deck = derive_deck_id("deck");
    const auto answer = [&](int question) {
      return from.answer_all(document.questions[static_cast<std::size_t>(question)], deck,
                             PointResult::kRecalled, Quality::kPerfect);
    };
    from.library.grade(answer(0), from.now);
    LibraryFixture into;
    bring_over(from, into);
    from.pass_days(1);
    into.pass_days(1);
    from.library.grade(answer(0), from.now);
    into.library.grade(answer(1), into.now);
    CHECK(bring_over(from, into).answers == 1);
    CHECK(bring_over(into, from).answers == 1);
    CHECK(into.library.stats(into.now).reviews == 3);
    CHECK(everything_in(into) == everything_in(from));
  }

  TEST_CASE("an answer that came in a package is not what undo reaches for") {
    LibraryFixture from;
    const Document document = test::open_document("deck", 1, 2);
    from.library.import_document(document, from.now);
    from.library.grade(from.answer_all(document.questions[0], derive_deck_id("deck"), PointResult::kMissed,
                                       Quality::kBlackout),
                       from.now);
    LibraryFixture into;
    bring_over(from, into);
    CHECK_FALSE(into.library.latest_answer());
  }

  TEST_CASE("what the learner edited stays an edit and reworded questions keep their cards") {
    LibraryFixture from;
    Document document = test::open_document("deck", 3, 4);
    document.questions[0].answer = "as the document has it";
    from.library.import_document(document, from.now);
    Document corrected = document;
    corrected.questions[1].stem += " Say it in other words.";
    from.library.import_document(corrected, from.now);
    const DeckId deck = derive_deck_id("deck");
    const auto edit = [&](std::size_t number, const QuestionEdit& change) {
      const auto done = from.library.edit_question(from.library.questions(deck)[number].id, change, from.now);
      REQUIRE_MESSAGE(done, done.error().line());
    };
    const auto point = [&](std::size_t number, std::size_t index) {
      return from.library.questions(deck)[number].points[index];
    };
    ChangeText text;
    text.answer = "as I say it";
    edit(0, text);
    edit(0, RenamePoint{point(0, 1), {"my word for it", "and why"}});
    edit(1, MovePoint{point(1, 3), 0});
    edit(2, MergePoints{{point(2, 0), point(2, 2)}, {}, {}});
    edit(2, SplitPoint{point(2, 2), {{"first half", ""}, {"second half", ""}}});
    std::mt19937_64 random(7);
    study(from, random, 30);

    LibraryFixture into;
    into.now = from.now;
    bring_over(from, into);
    CHECK(into.library.check().ok);
    const auto cards = [](const LibraryFixture& fixture) {
      test::OpenStore store(fixture.file());
      return test::card_states(store.database);
    };
    CHECK(cards(into) == cards(from));
    const auto wanted = from.library.export_studied_deck(deck);
    const auto same_as_wanted = [&] {
      const auto got = into.library.export_studied_deck(deck);
      REQUIRE((wanted && got));
      test::check_same(got->document, wanted->document);
      CHECK(got->origins == wanted->origins);
    };
    same_as_wanted();

    const std::size_t ops = ops_in(into);
    CHECK(bring_over(from, into).changes.kept.empty());
    CHECK(ops_in(into) == ops);
    const ImportReport again = into.library.import_document(corrected, into.now);
    CHECK(again.unchanged == 3);
    CHECK(again.changes.kept.size() >= 5);
    CHECK(ops_in(into) == ops);
    same_as_wanted();
  }

  TEST_CASE("an edit that was made here goes before one that a package brings") {
    LibraryFixture from, into;
    const Document document = test::open_document("deck", 1, 2);
    const DeckId deck = derive_deck_id("deck");
    for (LibraryFixture* fixture : {&from, &into}) fixture->library.import_document(document, fixture->now);
    const QuestionId id = from.library.questions(deck)[0].id;
    ChangeText there, here;
    there.answer = "there";
    there.analysis = "only there";
    here.answer = "here";
    REQUIRE(from.library.edit_question(id, there, from.now));
    REQUIRE(into.library.edit_question(id, here, into.now));
    const ImportReport report = bring_over(from, into);
    CHECK(report.updated == 1);
    const Question question = into.library.questions(deck)[0].question;
    CHECK(question.answer == "here");
    CHECK(question.analysis == "only there");
  }

  TEST_CASE("an id in a package that belongs to a question of another deck is not taken") {
    LibraryFixture into;
    into.library.import_document(test::open_document("mine", 1, 2), into.now);
    const QuestionId mine = into.library.questions(derive_deck_id("mine"))[0].id;
    StudiedDeck strange{test::open_document("strange", 2, 1), {}, {}, {}, "anki"};
    const PointId point = into.library.questions(derive_deck_id("mine"))[0].points[0];
    strange.origins = {QuestionOrigin{mine, {{point, {}}}, {}, {}},
                       QuestionOrigin{mine, {{point, {}}}, {}, {}}};
    into.library.import_decks({strange}, into.now);
    CHECK(into.library.questions(derive_deck_id("mine")).size() == 1);
    const auto listed = into.library.questions(derive_deck_id("strange"));
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].id != listed[1].id);
    for (const ListedQuestion& question : listed) CHECK(question.points[0] != point);
    CHECK(into.library.check().ok);
  }

  TEST_CASE("a schedule that was taken over once goes on to the next library") {
    LibraryFixture from;
    const Document document = test::open_document("deck", 1, 2);
    from.library.import_document(document, from.now);
    StudiedDeck deck{document, {QuestionHistory{}}, {}, {}, "anki"};
    const Schedule schedule{study_day(from.now) + std::chrono::days{12}, 30, 210, 4, 2};
    deck.histories[0].events.emplace_back(PastSchedule{std::nullopt, {0, 1}, schedule});
    from.library.import_decks({deck}, from.now);
    LibraryFixture into;
    bring_over(from, into);
    CHECK(everything_in(into) == everything_in(from));
    const CardId card =
        question_card_id(derive_question_id(derive_deck_id("deck"), document.questions[0], 0));
    test::OpenStore store(into.file());
    CHECK(store.memory.state(card).memory.due() == schedule.due);
    CHECK(into.library.card(card)->times_answered == 1);
  }
}

}  // namespace rehearse
