// What members suggest to a group's editors.
#include <doctest/doctest.h>

#include <string>

#include "core/library.h"
#include "tests/shared_deck.h"

namespace rehearse {
namespace {

using test::kDeck;
using test::kGroup;
using test::Member;
using test::SharedDeck;

/// The reader's words for the first question wait at the editor's.
struct Suggested : SharedDeck {
  Suggested() {
    reader.edit_answer(ids[0], "两小时内给出方案");
    CHECK(reader.library.suggest(kDeck, kGroup, "时限要具体", reader.now) == SuggestReport{1, 0, 0});
    reader.pass(std::chrono::seconds{1});
    meet();
  }

  void meet() {
    reader.sync(stream);
    editor.sync(stream);
    reader.sync(stream);
  }
  SuggestedChange waiting() const {
    const auto waiting = editor.library.suggestions(kGroup);
    REQUIRE(waiting.size() == 1);
    return waiting[0];
  }
};

}  // namespace

TEST_SUITE("core/library_suggestions") {
  TEST_CASE("a suggestion shows what it would change, and changes nothing by itself") {
    Suggested shared;
    const SuggestedChange waiting = shared.waiting();
    CHECK(waiting.author == "a_2");
    CHECK(waiting.note == "时限要具体");
    CHECK(waiting.kind == SuggestedChange::Kind::kChange);
    CHECK(waiting.change.stem == "question 1");
    REQUIRE(waiting.change.fields.size() == 1);
    CHECK(waiting.change.fields[0].after == "两小时内给出方案");
    CHECK_FALSE(waiting.is_own);
    CHECK(shared.reader.library.suggestions(kGroup)[0].is_own);
    CHECK(shared.editor.answer(shared.ids[0]) != "两小时内给出方案");
  }

  TEST_CASE("what waits is not suggested twice and a better wording takes its place") {
    Suggested shared;
    CHECK(shared.reader.library.what_to_suggest(kDeck, kGroup) == SuggestReport{0, 1, 0});
    shared.reader.edit_answer(shared.ids[0], "一小时内给出方案");
    CHECK(shared.reader.library.suggest(kDeck, kGroup, "", shared.reader.now) == SuggestReport{1, 0, 0});
    shared.meet();
    CHECK(shared.waiting().change.fields[0].after == "一小时内给出方案");
  }

  TEST_CASE("accepted, it is the group's word for all, and its author's later updates come by themselves") {
    Suggested shared;
    CHECK_FALSE(shared.editor.library.accept_suggestion(kGroup, shared.waiting().id, shared.editor.now));
    shared.meet();
    CHECK(shared.editor.library.suggestions(kGroup).empty());
    CHECK(shared.reader.library.suggestions(kGroup).empty());
    CHECK(shared.editor.answer(shared.ids[0]) == "两小时内给出方案");
    CHECK(shared.editor.library.group_versions(kGroup)[0].note == "时限要具体");
    CHECK(shared.reader.library.what_to_suggest(kDeck, kGroup) == SuggestReport{0, 0, 0});
    shared.update(shared.ids[0], "再改一次");
    CHECK(shared.reader.answer(shared.ids[0]) == "再改一次");
    CHECK(shared.reader.library.other_versions(shared.ids[0]).empty());
  }

  TEST_CASE("accepted twice it says that it is settled") {
    Suggested shared;
    const OpId id = shared.waiting().id;
    CHECK_FALSE(shared.editor.library.accept_suggestion(kGroup, id, shared.editor.now));
    CHECK(shared.editor.library.accept_suggestion(kGroup, id, shared.editor.now));
  }

  TEST_CASE("declined, it is gone, and the member keeps his own words") {
    Suggested shared;
    shared.editor.library.decline_suggestion(kGroup, shared.waiting().id, shared.editor.now);
    shared.meet();
    CHECK(shared.editor.library.suggestions(kGroup).empty());
    CHECK(shared.reader.library.suggestions(kGroup).empty());
    CHECK(shared.reader.answer(shared.ids[0]) == "两小时内给出方案");
  }

  TEST_CASE("only its author takes a suggestion back") {
    Suggested shared;
    Member other("a_3");
    other.sync(shared.stream);
    other.library.withdraw_suggestion(kGroup, shared.waiting().id, other.now);
    other.sync(shared.stream);
    shared.meet();
    CHECK(shared.editor.library.suggestions(kGroup).size() == 1);
    shared.reader.library.withdraw_suggestion(kGroup, shared.waiting().id, shared.reader.now);
    shared.meet();
    CHECK(shared.editor.library.suggestions(kGroup).empty());
    other.require_whole();
  }

  TEST_CASE("a new question and a removal are suggested as well") {
    Suggested shared;
    Question added;
    added.stem = "新题？";
    added.answer = "新答案";
    const auto id = shared.reader.library.add_question("门店客服", added, shared.reader.now);
    REQUIRE(id);
    shared.reader.library.set_removed(shared.ids[2], true, shared.reader.now);
    CHECK(shared.reader.library.suggest(kDeck, kGroup, "", shared.reader.now) == SuggestReport{2, 1, 0});
    shared.meet();
    const auto waiting = shared.editor.library.suggestions(kGroup);
    REQUIRE(waiting.size() == 3);
    std::size_t adds = 0, removes = 0;
    for (const SuggestedChange& one : waiting) {
      if (one.kind == SuggestedChange::Kind::kAdd) ++adds;
      if (one.kind == SuggestedChange::Kind::kRemove) ++removes;
      CHECK_FALSE(shared.editor.library.accept_suggestion(kGroup, one.id, shared.editor.now));
    }
    CHECK(adds == 1);
    CHECK(removes == 1);
    shared.meet();
    CHECK(shared.editor.has(id->id));
    CHECK_FALSE(shared.editor.has(shared.ids[2]));
    CHECK(shared.editor.answer(shared.ids[0]) == "两小时内给出方案");
    CHECK(shared.editor.library.suggestions(kGroup).empty());
  }

  TEST_CASE("what the editors have done themselves meanwhile waits no more") {
    Suggested shared;
    shared.update(shared.ids[0], "两小时内给出方案");
    shared.meet();
    CHECK(shared.editor.library.suggestions(kGroup).empty());
  }

  TEST_CASE("a question that is only suggested is none: what was answered of it waits") {
    SharedDeck shared;
    Question added;
    added.stem = "新题？";
    const auto id = shared.reader.library.add_question("门店客服", added, shared.reader.now);
    REQUIRE(id);
    shared.reader.library.suggest(kDeck, kGroup, "", shared.reader.now);
    shared.reader.sync(shared.stream);
    shared.editor.sync(shared.stream);
    // The answer of another device of the editor's, which had the question once.
    ReviewOp review;
    review.card = question_card_id(id->id);
    review.scheduler = "sm2";
    const Op answer{
        {2, 1, {1'796'000'000'000, 0}, Instant{std::chrono::milliseconds{1'796'000'000'000}}, 9, kOwnOps},
        review};
    ArrivedOps arrived;
    arrived.ops = {{write_op(answer), op_id(write_op(answer)), shared.editor.now.at, {}}};
    arrived.cursor = "1";
    REQUIRE(shared.editor.library.take_in(arrived));
    CHECK_FALSE(shared.editor.has(id->id));
    shared.editor.require_whole();
    CHECK_FALSE(shared.editor.library.accept_suggestion(
        kGroup, shared.editor.library.suggestions(kGroup).at(0).id, shared.editor.now));
    CHECK(shared.editor.has(id->id));
    CHECK(shared.editor.library.stats(shared.editor.now).reviews == 1);
  }

  TEST_CASE("a suggestion for a deck that the group does not have is refused in words") {
    SharedDeck shared;
    ChangeSuggestion forged;
    forged.target = target(derive_question_id(kDeck, shared.document.questions[0], 7));
    forged.fields = {{"deck", "\"00000000000050008000000000000000\""}, {"stem", "\"x\""}};
    Op op{{1, 1, {1'796'000'000'000, 0}, Instant{std::chrono::milliseconds{1'796'000'000'000}}, 9, kGroup},
          GroupActOp{forged}};
    shared.stream.push(write_op(op), "a_2", shared.editor.now.at);
    shared.editor.sync(shared.stream);
    const auto waiting = shared.editor.library.suggestions(kGroup);
    REQUIRE(waiting.size() == 1);
    CHECK(shared.editor.library.accept_suggestion(kGroup, waiting[0].id, shared.editor.now));
    CHECK_FALSE(shared.editor.has(waiting[0].question));
  }
}

}  // namespace rehearse
