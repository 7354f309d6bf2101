// Decks that a group shares: what one member publishes the others get, and nothing of theirs is touched.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/library.h"
#include "tests/shared_deck.h"

namespace rehearse {
namespace {

using test::GroupStream;
using test::kDeck;
using test::kGroup;
using test::Member;
using test::SharedDeck;

}  // namespace

TEST_SUITE("core/library_groups") {
  TEST_CASE("a published deck is the members' to study, and an update is theirs with the next sync") {
    SharedDeck shared;
    REQUIRE(shared.reader.library.decks(shared.reader.now).size() == 1);
    CHECK(shared.reader.library.decks(shared.reader.now)[0].title == "门店客服");
    CHECK(shared.reader.library.decks(shared.reader.now)[0].questions == 3);
    CHECK(shared.reader.stem(shared.ids[1]) == "question 2");
    CHECK(shared.reader.library.question(shared.ids[1])->points.size() == 2);
    shared.update(shared.ids[0], "先听完，再致歉");
    CHECK(shared.reader.answer(shared.ids[0]) == "先听完，再致歉");
    shared.update(shared.ids[0], "先致歉");
    CHECK(shared.reader.answer(shared.ids[0]) == "先致歉");
  }

  TEST_CASE("a member's lists show a published deck in its order") {
    SharedDeck shared;
    const auto found = shared.reader.library.search("", shared.reader.now);
    const auto& cards = std::get<std::vector<CardId>>(found);
    std::vector<CardId> own;
    for (const CardId& card : cards)
      for (const QuestionId& id : shared.ids)
        if (card == question_card_id(id)) own.push_back(card);
    REQUIRE(own.size() == 3);
    for (std::size_t i = 0; i < own.size(); ++i) CHECK(own[i] == question_card_id(shared.ids[i]));
  }

  TEST_CASE("publishing twice writes nothing the second time") {
    SharedDeck shared;
    const std::size_t before = shared.stream.size();
    CHECK(shared.editor.publish(shared.stream).is_nothing());
    CHECK(shared.editor.library.what_to_publish(kDeck, kGroup).is_nothing());
    CHECK(shared.reader.library.what_to_publish(kDeck, kGroup).is_nothing());
    CHECK(shared.stream.size() == before);
  }

  TEST_CASE("answers, marks and settings are in no group's stream") {
    SharedDeck shared;
    shared.editor.study(shared.ids[0]);
    REQUIRE(shared.editor.library.mark_question(shared.ids[0], SetFlag{3}, shared.editor.now));
    shared.editor.library.set_interview(kDeck, StudyDay{std::chrono::days{20'900}}, shared.editor.now);
    CHECK(shared.editor.publish(shared.stream).is_nothing());
    for (std::size_t i = 0; i < shared.stream.size(); ++i) {
      const auto op = read_op(shared.stream.op(i).line);
      REQUIRE(op);
      CHECK(op->envelope.scope == kGroup);
      const std::string_view kind = kind_of(*op);
      CHECK((kind == "set" || kind == "alive" || kind == "version"));
    }
  }

  TEST_CASE("a member's own edit stays where the deck changes, and both versions are shown") {
    SharedDeck shared;
    shared.reader.edit_answer(shared.ids[0], "我自己的说法");
    shared.update(shared.ids[0], "先听完，再致歉");
    CHECK(shared.reader.answer(shared.ids[0]) == "我自己的说法");
    const auto contested = shared.reader.library.other_versions(shared.ids[0]);
    REQUIRE(contested.size() == 1);
    CHECK(contested[0].field == "answer");
    REQUIRE(contested[0].versions.size() == 2);
    CHECK(contested[0].versions[0].version.words == "我自己的说法");
    CHECK(contested[0].versions[1].version.words == "先听完，再致歉");
    CHECK(contested[0].versions[1].version.author == VersionAuthor::kGroup);

    SUBCASE("kept, it is asked no more until the deck changes again") {
      const OpId own = contested[0].versions[0].op;
      REQUIRE(shared.reader.library.choose_version(shared.ids[0], "answer", own, shared.reader.now));
      CHECK(shared.reader.answer(shared.ids[0]) == "我自己的说法");
      CHECK(shared.reader.library.other_versions(shared.ids[0]).empty());
      shared.update(shared.ids[0], "再改一次");
      CHECK(shared.reader.answer(shared.ids[0]) == "我自己的说法");
      CHECK(shared.reader.library.other_versions(shared.ids[0]).size() == 1);
    }
    SUBCASE("taken over, the deck's later words come by themselves again") {
      const OpId theirs = contested[0].versions[1].op;
      REQUIRE(shared.reader.library.choose_version(shared.ids[0], "answer", theirs, shared.reader.now));
      CHECK(shared.reader.answer(shared.ids[0]) == "先听完，再致歉");
      shared.update(shared.ids[0], "再改一次");
      CHECK(shared.reader.answer(shared.ids[0]) == "再改一次");
      CHECK(shared.reader.library.other_versions(shared.ids[0]).empty());
    }
  }

  TEST_CASE("an edit of another field than the deck changes is no conflict") {
    SharedDeck shared;
    shared.reader.edit_answer(shared.ids[0], "我自己的说法");
    ChangeText change;
    change.analysis = "考察情绪管理";
    REQUIRE(shared.editor.library.edit_question(shared.ids[0], change, shared.editor.now));
    shared.editor.publish(shared.stream);
    shared.reader.sync(shared.stream);
    CHECK(shared.reader.answer(shared.ids[0]) == "我自己的说法");
    CHECK(shared.reader.library.question(shared.ids[0])->question.analysis == "考察情绪管理");
    CHECK(shared.reader.library.other_versions(shared.ids[0]).empty());
  }

  TEST_CASE("a question that is removed goes where nobody has touched it, and asks where somebody has") {
    SharedDeck shared;
    Member fresh("a_3");
    fresh.sync(shared.stream);
    shared.reader.study(shared.ids[0]);
    shared.editor.library.set_removed(shared.ids[0], true, shared.editor.now);
    CHECK(shared.editor.publish(shared.stream) == PublishReport{0, 0, 1, false, 0});
    shared.reader.sync(shared.stream);
    fresh.sync(shared.stream);
    CHECK(shared.editor.library.offered_removals().empty());
    CHECK_FALSE(fresh.has(shared.ids[0]));
    CHECK(fresh.library.offered_removals().empty());
    CHECK(shared.reader.has(shared.ids[0]));
    REQUIRE(shared.reader.library.offered_removals().size() == 1);
    CHECK(shared.reader.library.offered_removals()[0].stem == "question 1");

    SUBCASE("kept") {
      shared.reader.library.set_removed(shared.ids[0], false, shared.reader.now);
      CHECK(shared.reader.has(shared.ids[0]));
    }
    SUBCASE("removed, and brought back by undo") {
      const OpId op = shared.reader.library.set_removed(shared.ids[0], true, shared.reader.now);
      CHECK_FALSE(shared.reader.has(shared.ids[0]));
      CHECK(shared.reader.library.offered_removals().empty());
      REQUIRE(shared.reader.library.latest_change());
      CHECK(shared.reader.library.latest_change()->op == op);
      shared.reader.library.undo(op, shared.reader.now);
      CHECK(shared.reader.has(shared.ids[0]));
      CHECK(shared.reader.library.offered_removals().size() == 1);
      shared.reader.library.set_removed(shared.ids[0], false, shared.reader.now);
    }
    SUBCASE("the answer is taken back: nothing of one's own is on it") {
      shared.reader.library.undo(shared.reader.library.latest_answer()->op, shared.reader.now);
      CHECK_FALSE(shared.reader.has(shared.ids[0]));
      CHECK(shared.reader.library.offered_removals().empty());
      shared.reader.study(shared.ids[0]);  // its card was still on the screen
      CHECK(shared.reader.has(shared.ids[0]));
      shared.reader.library.set_removed(shared.ids[0], false, shared.reader.now);
    }
    CHECK(shared.reader.library.offered_removals().empty());
    fresh.require_whole();
  }

  TEST_CASE("what one editor has removed another does not publish again by chance") {
    SharedDeck shared;
    shared.reader.edit_answer(shared.ids[1], "我自己的说法");
    shared.editor.library.set_removed(shared.ids[1], true, shared.editor.now);
    shared.editor.publish(shared.stream);
    shared.reader.sync(shared.stream);
    const PublishReport report = shared.reader.library.what_to_publish(kDeck, kGroup);
    CHECK(report.is_nothing());
    CHECK(report.undecided == 1);
    shared.reader.library.set_removed(shared.ids[1], false, shared.reader.now);
    CHECK(shared.reader.publish(shared.stream).added == 1);
    shared.editor.sync(shared.stream);
    CHECK_FALSE(shared.editor.has(shared.ids[1]));  // he has said that it goes
  }

  TEST_CASE("two editors change two questions, and each has the other's words") {
    SharedDeck shared;
    shared.editor.edit_answer(shared.ids[0], "一");
    shared.reader.edit_answer(shared.ids[1], "二");
    shared.editor.publish(shared.stream);
    shared.reader.publish(shared.stream);
    shared.editor.sync(shared.stream);
    for (const Member* member : {&shared.editor, &shared.reader}) {
      CHECK(member->answer(shared.ids[0]) == "一");
      CHECK(member->answer(shared.ids[1]) == "二");
      CHECK(member->library.other_versions(shared.ids[0]).empty());
      CHECK(member->library.what_to_publish(kDeck, kGroup).is_nothing());
    }
    shared.update(shared.ids[1], "二之二");
    CHECK(shared.reader.answer(shared.ids[1]) == "二之二");
  }

  TEST_CASE("a conflict that nobody has looked at is not published") {
    SharedDeck shared;
    shared.reader.edit_answer(shared.ids[0], "我自己的说法");
    shared.update(shared.ids[0], "先听完，再致歉");
    const PublishReport report = shared.reader.library.what_to_publish(kDeck, kGroup);
    CHECK(report.is_nothing());
    CHECK(report.undecided == 1);
  }

  TEST_CASE("a group that was left says nothing any more, and what the learner did stays") {
    SharedDeck shared;
    shared.reader.edit_answer(shared.ids[0], "我自己的说法");
    shared.reader.study(shared.ids[1]);
    const OpId left = shared.reader.library.leave_group(kGroup, LeftDecks::kForgotten, shared.reader.now);
    CHECK(shared.reader.library.decks(shared.reader.now).empty());
    CHECK_FALSE(shared.reader.has(shared.ids[1]));
    shared.reader.library.undo(left, shared.reader.now);
    CHECK(shared.reader.answer(shared.ids[0]) == "我自己的说法");
    CHECK(shared.reader.has(shared.ids[1]));
  }

  TEST_CASE("who leaves and keeps the decks has them as his own, on every device of his") {
    SharedDeck shared;
    shared.reader.edit_answer(shared.ids[0], "我自己的说法");
    shared.reader.study(shared.ids[1]);
    shared.reader.library.leave_group(kGroup, LeftDecks::kKept, shared.reader.now);
    shared.reader.pass(std::chrono::seconds{1});
    Member laptop("a_2");  // it has never seen the group
    GroupStream own(kOwnOps);
    own.sync(shared.reader.library, "a_2", shared.reader.now.at);
    own.sync(laptop.library, "a_2", shared.reader.now.at);
    shared.update(shared.ids[1], "先听完");
    for (const Member* device : {&shared.reader, &laptop}) {
      REQUIRE(device->library.decks(device->now).size() == 1);
      CHECK(device->library.decks(device->now)[0].questions == 3);
      CHECK(device->answer(shared.ids[0]) == "我自己的说法");
      CHECK(device->answer(shared.ids[1]).empty());
      CHECK(device->library.question(shared.ids[2])->points.size() == 2);
      device->require_whole();
    }
    shared.reader.library.hear_group(kGroup, shared.reader.now);
    CHECK(shared.reader.answer(shared.ids[1]) == "先听完");
  }

  TEST_CASE("what a muted member wrote counts no more, and what he has replaced is shown again") {
    SharedDeck shared;
    shared.reader.edit_answer(shared.ids[0], "乱写的");
    shared.reader.publish(shared.stream);
    shared.editor.sync(shared.stream);
    CHECK(shared.editor.answer(shared.ids[0]) == "乱写的");
    Member third("a_3");
    third.sync(shared.stream);
    CHECK(third.answer(shared.ids[0]) == "乱写的");
    third.library.set_muted(kGroup, "a_2", true, third.now);
    CHECK(third.answer(shared.ids[0]).empty());
    third.library.set_muted(kGroup, "a_2", false, third.now);
    CHECK(third.answer(shared.ids[0]) == "乱写的");
    third.require_whole();
  }

  TEST_CASE("what the server would not have counts as little here as there") {
    SharedDeck shared;
    shared.reader.edit_answer(shared.ids[0], "我自己的说法");
    shared.reader.library.publish(kDeck, kGroup, shared.reader.now);
    const auto unsent = shared.reader.library.unsent(0, 10, 1 << 20, kGroup).ops;
    REQUIRE(unsent.size() == 2);                                              // with the version that it made
    CHECK(shared.reader.library.unsent(0, 10'000, 1 << 24).ops.size() == 1);  // the edit, to oneself alone
    for (const UnsentOp& op : unsent) shared.reader.library.set_refused(op.position, "forbidden");
    CHECK(shared.reader.library.unsent(0, 10, 1 << 20, kGroup).ops.empty());
    shared.update(shared.ids[0], "先听完");
    CHECK(shared.reader.answer(shared.ids[0]) == "我自己的说法");
    CHECK(shared.reader.library.other_versions(shared.ids[0]).size() == 1);
  }

  TEST_CASE("a line of another scope than its stream is taken in by nobody") {
    SharedDeck shared;
    ArrivedOps arrived;
    arrived.ops = {shared.stream.op(0)};
    arrived.cursor = "1";
    Member stranger("a_9");
    CHECK(stranger.library.take_in(arrived)->not_ops == 1);
    arrived.scope = kGroup - 1;
    CHECK(stranger.library.take_in(arrived)->not_ops == 1);
    CHECK(stranger.library.decks(stranger.now).empty());
    stranger.require_whole();
  }

  TEST_CASE("a document imported anew is shown before the group's older words, and can be published") {
    SharedDeck shared;
    shared.document.questions[0].answer = "第二版";
    shared.document.questions[1].points[0].detail = "改过的要点";
    const ImportReport report = shared.editor.library.import_document(shared.document, shared.editor.now);
    CHECK(report.changes.kept.empty());  // what he has published is no edit that the document runs into
    CHECK(shared.editor.answer(shared.ids[0]) == "第二版");
    CHECK(shared.editor.publish(shared.stream).changed == 2);
    shared.reader.sync(shared.stream);
    CHECK(shared.reader.answer(shared.ids[0]) == "第二版");
  }
}

}  // namespace rehearse
