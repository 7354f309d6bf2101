// Versions of a deck that a group shares: what an update changed, and the way back.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/library.h"
#include "tests/shared_deck.h"

namespace rehearse {
namespace {

using test::kDeck;
using test::kGroup;
using test::Member;
using test::SharedDeck;

/// As all members see it.
std::vector<std::string> answers_of(const Member& member, const SharedDeck& shared) {
  std::vector<std::string> answers;
  for (const QuestionId& id : shared.ids) answers.push_back(member.has(id) ? member.answer(id) : "(gone)");
  return answers;
}

}  // namespace

TEST_SUITE("core/library_published") {
  TEST_CASE("everything that is published is a version, with what it changed, who wrote it and his note") {
    SharedDeck shared;
    shared.editor.edit_answer(shared.ids[0], "先致歉");
    shared.editor.library.publish(kDeck, kGroup, shared.editor.now, "  统一了致歉的说法 ");
    shared.editor.sync(shared.stream);
    shared.reader.sync(shared.stream);
    const auto versions = shared.reader.library.group_versions(kGroup);
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].number == 2);
    CHECK(versions[0].title == "门店客服");
    CHECK(versions[0].author == "a_1");
    CHECK(versions[0].note == "统一了致歉的说法");
    CHECK(versions[0].changed == 1);
    CHECK(versions[0].added == 0);
    CHECK(versions[1].number == 1);
    CHECK(versions[1].added == 3);

    const auto changes = shared.reader.library.changes_of(kGroup, versions[0].id);
    REQUIRE(changes);
    REQUIRE(changes->changed.size() == 1);
    CHECK(changes->changed[0].stem == "question 1");
    REQUIRE(changes->changed[0].fields.size() == 1);
    CHECK(changes->changed[0].fields[0].field == "answer");
    CHECK(changes->changed[0].fields[0].after == "先致歉");
    CHECK(changes->added.empty());
    CHECK(shared.reader.library.changes_of(kGroup, versions[1].id)->added.size() == 3);
    CHECK_FALSE(shared.reader.library.changes_of(kGroup, op_id("no version")));
  }

  TEST_CASE("publishing nothing new makes no version") {
    SharedDeck shared;
    shared.editor.publish(shared.stream);
    CHECK(shared.editor.library.group_versions(kGroup).size() == 1);
  }

  TEST_CASE("a version is news to the others until they have looked, and never to who wrote it") {
    SharedDeck shared;
    shared.reader.library.set_news_seen(kGroup, shared.reader.now);
    shared.update(shared.ids[0], "一");
    shared.update(shared.ids[0], "二");
    CHECK_FALSE(shared.editor.library.group_versions(kGroup)[0].is_news);
    const auto versions = shared.reader.library.group_versions(kGroup);
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].is_news);
    CHECK(versions[1].is_news);
    CHECK_FALSE(versions[2].is_news);
    // Both updates are one change to who was away.
    const DeckChanges news = shared.reader.library.news_of(kGroup, kDeck);
    REQUIRE(news.changed.size() == 1);
    CHECK(news.changed[0].fields[0].after == "二");
    shared.reader.library.set_news_seen(kGroup, shared.reader.now);
    CHECK_FALSE(shared.reader.library.group_versions(kGroup)[0].is_news);
    CHECK(shared.reader.library.news_of(kGroup, kDeck).is_nothing());
  }

  TEST_CASE("going back brings the words, the questions and the removals of then, for everybody") {
    SharedDeck shared;
    const std::vector<std::string> first = answers_of(shared.reader, shared);
    shared.update(shared.ids[0], "改坏了");
    shared.editor.library.set_removed(shared.ids[1], true, shared.editor.now);
    shared.editor.pass(std::chrono::seconds{1});
    Question added;
    added.stem = "新题？";
    added.answer = "新答案";
    const auto id = shared.editor.library.add_question("门店客服", added, shared.editor.now);
    REQUIRE(id);
    shared.editor.publish(shared.stream);
    shared.reader.sync(shared.stream);
    CHECK(shared.reader.has(id->id));
    CHECK_FALSE(shared.reader.has(shared.ids[1]));

    const auto versions = shared.editor.library.group_versions(kGroup);
    const OpId back_to = versions.back().id;
    const auto preview = shared.editor.library.changes_back_to(kGroup, back_to);
    REQUIRE(preview);
    CHECK(preview->added.size() == 1);
    CHECK(preview->removed.size() == 1);
    CHECK(preview->changed.size() == 1);
    CHECK(preview->changed[0].fields[0].before == "改坏了");
    REQUIRE(shared.editor.library.go_back(kGroup, back_to, shared.editor.now));
    shared.editor.sync(shared.stream);
    shared.reader.sync(shared.stream);
    CHECK(answers_of(shared.reader, shared) == first);
    CHECK_FALSE(shared.reader.has(id->id));
    const auto after = shared.reader.library.group_versions(kGroup);
    CHECK(after.front().back_to == 1);
    CHECK(after.front().added == 1);
    CHECK(shared.reader.library.changes_back_to(kGroup, back_to)->is_nothing());

    SUBCASE("and forward again") {
      REQUIRE(shared.editor.library.go_back(kGroup, versions.front().id, shared.editor.now));
      shared.editor.sync(shared.stream);
      shared.reader.sync(shared.stream);
      CHECK(shared.reader.answer(shared.ids[0]) == "改坏了");
      CHECK(shared.reader.has(id->id));
      CHECK_FALSE(shared.reader.has(shared.ids[1]));
    }
    SUBCASE("once more there writes nothing") {
      const std::size_t before = shared.stream.size();
      REQUIRE(shared.editor.library.go_back(kGroup, back_to, shared.editor.now));
      shared.editor.sync(shared.stream);
      CHECK(shared.stream.size() == before);
    }
  }

  TEST_CASE("who has words of his own keeps them when the group goes back") {
    SharedDeck shared;
    shared.update(shared.ids[0], "改坏了");
    shared.reader.edit_answer(shared.ids[0], "我自己的说法");
    REQUIRE(shared.editor.library.go_back(kGroup, shared.editor.library.group_versions(kGroup).back().id,
                                          shared.editor.now));
    shared.editor.sync(shared.stream);
    shared.reader.sync(shared.stream);
    CHECK(shared.reader.answer(shared.ids[0]) == "我自己的说法");
    CHECK(shared.reader.library.other_versions(shared.ids[0]).size() == 1);
  }

  TEST_CASE("a deck that is withdrawn stays its editor's, and asks who has studied it") {
    SharedDeck shared;
    Member fresh("a_3");
    fresh.sync(shared.stream);
    shared.reader.study(shared.ids[0]);
    CHECK(shared.editor.library.withdraw(kDeck, kGroup, shared.editor.now) == 3);
    shared.editor.sync(shared.stream);
    shared.reader.sync(shared.stream);
    fresh.sync(shared.stream);
    for (const QuestionId& id : shared.ids) CHECK(shared.editor.has(id));
    CHECK(shared.editor.library.offered_removals().empty());
    CHECK(shared.reader.library.offered_removals().size() == 1);
    CHECK_FALSE(shared.reader.has(shared.ids[1]));
    for (const QuestionId& id : shared.ids) CHECK_FALSE(fresh.has(id));
    CHECK(fresh.library.group_versions(kGroup)[0].removed == 3);
    CHECK(shared.editor.library.withdraw(kDeck, kGroup, shared.editor.now) == 0);
    fresh.require_whole();

    SUBCASE("published again it is the same deck, with everybody's progress") {
      shared.editor.publish(shared.stream);
      fresh.sync(shared.stream);
      for (const QuestionId& id : shared.ids) CHECK(fresh.has(id));
      fresh.require_whole();
    }
  }

  TEST_CASE("what an author who is muted published is no version here") {
    SharedDeck shared;
    shared.update(shared.ids[0], "广告");
    shared.reader.library.set_muted(kGroup, "a_1", true, shared.reader.now);
    CHECK(shared.reader.library.group_versions(kGroup).empty());
    shared.reader.library.set_muted(kGroup, "a_1", false, shared.reader.now);
    CHECK(shared.reader.library.group_versions(kGroup).size() == 2);
  }
}

}  // namespace rehearse
