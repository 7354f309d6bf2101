// What lists and trees say of a library, the history of fields, and points that come and go.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/schedule/card_columns.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;
using test::open_question;

Question in_section(Question question, std::string section) {
  question.section = std::move(section);
  return question;
}

std::vector<CardId> questions_found(LibraryFixture& fixture, std::string_view query) {
  return std::get<std::vector<CardId>>(fixture.library.search_questions(query, fixture.now));
}

}  // namespace

TEST_SUITE("core/library lists") {
  TEST_CASE("decks list their sections with the questions of each and follow what is added") {
    LibraryFixture fixture;
    fixture.library.import_document(
        test::document_of("乙",
                          {in_section(open_question("一", 2), "后"), in_section(open_question("二", 1), "先"),
                           in_section(open_question("三", 1), "后"), open_question("四", 0)}),
        fixture.now);
    fixture.library.import_document(test::document_of("甲", {open_question("五", 1)}), fixture.now);
    auto decks = fixture.library.contents(fixture.now);
    REQUIRE(decks.size() == 2);
    const auto& deck = decks[0].title == "乙" ? decks[0] : decks[1];
    CHECK(deck.questions == 4);
    REQUIRE(deck.sections.size() == 3);
    CHECK(deck.sections[0].title == "后");
    CHECK(deck.sections[0].questions == 2);
    REQUIRE(fixture.library.add_question("甲", open_question("六", 1), fixture.now));
    decks = fixture.library.contents(fixture.now);
    CHECK((decks[0].questions == 2 || decks[1].questions == 2));
  }

  TEST_CASE("questions are found by any of their cards and described by what comes first of their points") {
    LibraryFixture fixture;
    fixture.library.import_document(
        test::document_of("题库", {open_question("一", 3), open_question("二", 2)}), fixture.now);
    CHECK(questions_found(fixture, "").size() == 2);
    CHECK(questions_found(fixture, "kind:point").size() == 2);
    const auto all = fixture.library.questions(fixture.library.decks(fixture.now).front().id);
    const CardId point = point_card_id(all[0].points[1]);
    fixture.library.act_on({point}, CardActKind::kReschedule, fixture.now,
                           study_day(fixture.now) + std::chrono::days{9});
    const auto found = questions_found(fixture, "prop:ivl=9");
    REQUIRE(found == std::vector{question_card_id(all[0].id)});
    const FoundCard card = fixture.library.describe(found, fixture.now).front();
    CHECK(card.question == all[0].id);
    CHECK(card.stem == "一");
    CHECK((card.status & kCardMet) != 0);
    CHECK(card.interval_days == 9);
    CHECK(card.due == study_day(fixture.now) + std::chrono::days{9});
  }

  TEST_CASE("a point is added where it is wanted and removed and both are taken back") {
    LibraryFixture fixture;
    fixture.library.import_document(test::document_of("题库", {open_question("一", 2)}), fixture.now);
    const DeckId deck = fixture.library.decks(fixture.now).front().id;
    const auto question = [&] { return fixture.library.questions(deck).front(); };
    const QuestionId id = question().id;
    const auto added = fixture.library.edit_question(id, AddPoint{{"cue 1", "again"}, 1}, fixture.now);
    REQUIRE(added);
    REQUIRE(question().points.size() == 3);
    CHECK(question().question.points[1].detail == "again");
    CHECK(question().points[1] != question().points[0]);
    const PointId first = question().points[0];
    const auto removed = fixture.library.edit_question(id, RemovePoint{first}, fixture.now);
    REQUIRE(removed);
    CHECK(question().points.size() == 2);
    CHECK(!fixture.library.edit_question(id, RemovePoint{first}, fixture.now));
    CHECK(!fixture.library.edit_question(id, AddPoint{{" ", ""}, 0}, fixture.now));
    fixture.library.undo(*removed, fixture.now);
    fixture.library.undo(*added, fixture.now);
    CHECK(question().points.size() == 2);
    CHECK(question().points[0] == first);
    CHECK(fixture.library.check().ok);
  }

  TEST_CASE("kind marks and time limit are changed and taken away") {
    LibraryFixture fixture;
    fixture.library.import_document(test::document_of("题库", {open_question("一", 2)}), fixture.now);
    const auto question = [&] {
      return fixture.library.questions(fixture.library.decks(fixture.now).front().id).front();
    };
    ChangeText change;
    change.kind = QuestionKind::kCase;
    change.marks = std::optional(2.5);
    change.time_limit = std::optional(std::chrono::seconds{90});
    REQUIRE(fixture.library.edit_question(question().id, change, fixture.now));
    CHECK(question().question.kind == QuestionKind::kCase);
    CHECK(question().question.marks == 2.5);
    CHECK(question().question.time_limit == std::chrono::seconds{90});
    ChangeText away;
    away.marks = std::optional<double>();
    REQUIRE(fixture.library.edit_question(question().id, away, fixture.now));
    CHECK(!question().question.marks);
  }

  TEST_CASE("the history says what a field was and who wrote it and what was taken back") {
    LibraryFixture fixture;
    fixture.library.import_document(test::document_of("题库", {open_question("一", 1)}), fixture.now);
    const QuestionId id = fixture.library.questions(fixture.library.decks(fixture.now).front().id).front().id;
    ChangeText change;
    change.stem = "改过";
    const auto op = fixture.library.edit_question(id, change, fixture.now);
    REQUIRE(op);
    fixture.library.undo(*op, fixture.now);
    const std::vector<FieldVersion> versions = fixture.library.history(id);
    std::vector<FieldVersion> stems;
    std::copy_if(versions.begin(), versions.end(), std::back_inserter(stems),
                 [](const FieldVersion& version) { return version.field == "stem"; });
    REQUIRE(stems.size() == 2);
    CHECK(stems[0].words == "改过");
    CHECK(stems[0].is_taken_back);
    CHECK(stems[0].author == VersionAuthor::kThisMachine);
    CHECK(stems[1].words == "一");
    CHECK(stems[1].author == VersionAuthor::kDocument);
  }

  TEST_CASE("the history has marks as people write them") {
    LibraryFixture fixture;
    fixture.library.import_document(test::document_of("题库", {open_question("一", 1)}), fixture.now);
    const QuestionId id = fixture.library.questions(fixture.library.decks(fixture.now).front().id).front().id;
    ChangeText change;
    change.marks = std::optional<double>(10);
    REQUIRE(fixture.library.edit_question(id, change, fixture.now));
    change.marks = std::optional<double>(2.5);
    REQUIRE(fixture.library.edit_question(id, change, fixture.now));
    std::vector<std::string> marks;
    for (const FieldVersion& version : fixture.library.history(id))
      if (version.field == "marks") marks.push_back(version.words);
    CHECK(marks == std::vector<std::string>{"2.5", "10"});
  }
}

}  // namespace rehearse
