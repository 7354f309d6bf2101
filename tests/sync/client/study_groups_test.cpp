// Study groups from both ends: real libraries, over HTTP, with a real server.
#include "sync/client/study_groups.h"

#include <doctest/doctest.h>

#include "core/deck/identity.h"
#include "tests/sync/client/computer.h"

namespace rehearse::sync {
namespace {

using rehearse::test::Computer;
using rehearse::test::TestServer;

const DeckId kDeck = derive_deck_id("门店客服");

template <class Value>
Value value_of(std::variant<Value, Trouble> result) {
  if (const auto* trouble = std::get_if<Trouble>(&result)) FAIL(trouble->words.english);
  return std::move(std::get<Value>(result));
}

/// Anna owns the group and has published a deck of three questions in it.
struct StudyGroup {
  StudyGroup() {
    anna.library.import_document(document, anna.now());
    for (const Question& question : document.questions) ids.push_back(derive_question_id(kDeck, question, 0));
    group = value_of(create_group(anna.client, anna.account.token, "Interview 周三")).scope;
    synced(anna);
    anna.library.publish(kDeck, group, anna.now());
    synced(anna);
  }
  ~StudyGroup() {
    for (Computer* computer : {&anna, &bert})
      for (const std::string& fault : computer->library.check().faults) FAIL_CHECK(fault);
  }

  std::string code(GroupRole role) {
    return value_of(invite(anna.client, anna.account.token, group, role, 1, 7)).code;
  }
  void join(Computer& computer, GroupRole role) {
    value_of(join_group(computer.client, computer.account.token, code(role)));
    synced(computer);
  }
  static SyncResult synced(Computer& computer) {
    SyncResult result = computer.sync();
    if (result.trouble) FAIL(result.trouble->words.english);
    return result;
  }
  void edit(Computer& computer, const std::string& words) {
    ChangeText change;
    change.answer = words;
    REQUIRE(computer.library.edit_question(ids[0], change, computer.now()));
  }
  std::string answer(Computer& computer) const { return computer.library.question(ids[0])->question.answer; }

  TestServer server;
  Document document = rehearse::test::open_document("门店客服", 3, 2);
  Computer anna{server, "anna", server.invite()}, bert{server, "bert", server.invite()};
  std::vector<QuestionId> ids;
  Scope group = kOwnOps;
};

}  // namespace

TEST_SUITE("sync/client/study_groups") {
  TEST_CASE_FIXTURE(StudyGroup,
                    "from a code to a deck that both have changed, and one conflict that is shown") {
    const std::string invite = code(GroupRole::kEditor);
    const auto offer = value_of(look_at_invite(bert.client, bert.account.token, invite));
    CHECK(offer.name == "Interview 周三");
    CHECK(offer.by == "anna");
    CHECK(offer.role == GroupRole::kEditor);
    CHECK(offer.members == 1);
    value_of(join_group(bert.client, bert.account.token, invite));
    CHECK(synced(bert).counts.received > 3);
    CHECK(bert.library.groups() == std::vector{JoinedGroup{group, "Interview 周三", GroupRole::kEditor}});
    REQUIRE(bert.library.decks(bert.now()).size() == 1);
    CHECK(bert.library.decks(bert.now())[0].questions == 3);

    edit(bert, "我自己的说法");
    edit(anna, "先听完，再致歉");
    anna.library.publish(kDeck, group, anna.now());
    synced(anna);
    synced(bert);
    CHECK(answer(bert) == "我自己的说法");
    CHECK(bert.library.other_versions(ids[0]).size() == 1);
    CHECK(synced(bert).counts.requests == 1);  // nothing new: the group is not asked
  }

  TEST_CASE_FIXTURE(StudyGroup, "another device of a member has the group's decks after its first sync") {
    join(bert, GroupRole::kReader);
    Computer laptop(server, "bert");
    synced(laptop);
    CHECK(laptop.library.decks(laptop.now()).size() == 1);
    CHECK(laptop.library.groups().size() == 1);
  }

  TEST_CASE_FIXTURE(StudyGroup,
                    "what a reader publishes is refused, is told to him, and changes nobody's deck") {
    join(bert, GroupRole::kReader);
    edit(bert, "乱写的");
    bert.library.publish(kDeck, group, bert.now());
    CHECK(synced(bert).counts.refused == 2);     // with the version that it made
    REQUIRE(bert.library.refused_count() == 1);  // which nobody need look at
    CHECK(bert.library.refused()[0].reason == "forbidden");
    synced(anna);
    CHECK(answer(anna).empty());
    CHECK(answer(bert) == "乱写的");  // his own edit, on his own computer
    CHECK(bert.library.unsent_count() == 0);
  }

  TEST_CASE_FIXTURE(StudyGroup, "who was put out keeps what he has and gets nothing more") {
    join(bert, GroupRole::kEditor);
    REQUIRE_FALSE(remove_member(anna.client, anna.account.token, group, bert.account.id));
    edit(bert, "zu spät");
    bert.library.publish(kDeck, group, bert.now());
    edit(anna, "先听完");
    anna.library.publish(kDeck, group, anna.now());
    synced(anna);
    synced(bert);
    CHECK(bert.library.groups().empty());
    CHECK(bert.library.decks(bert.now())[0].questions == 3);
    CHECK(answer(bert) == "zu spät");
    CHECK(bert.library.refused_count() == 1);
    CHECK(answer(anna) == "先听完");
    // Back again, he gets what he has missed.
    join(bert, GroupRole::kEditor);
    CHECK(bert.library.other_versions(ids[0]).size() == 1);
  }

  TEST_CASE_FIXTURE(
      StudyGroup, "a server that was put back to an older copy has the group's deck again from its members") {
    join(bert, GroupRole::kEditor);
    edit(bert, "先致歉");
    bert.library.publish(kDeck, group, bert.now());
    synced(bert);
    synced(anna);
    for (Computer* computer : {&anna, &bert}) {
      computer->library.start_sync_again(group);
      synced(*computer);
      CHECK(answer(*computer) == "先致歉");
    }
  }

  TEST_CASE_FIXTURE(StudyGroup, "what the server says no to is told in words") {
    const auto words_of = [](const auto& result) { return std::get<Trouble>(result).words.english; };
    CHECK(words_of(join_group(bert.client, bert.account.token, "AAAA-BBBB")) ==
          "the invite is not valid, or was used up");
    CHECK(words_of(members(bert.client, bert.account.token, group)) ==
          "there is no such group, or you are no member of it");
    CHECK(words_of(create_group(bert.client, bert.account.token, "")).find("cannot be called so") !=
          std::string::npos);
    CHECK(remove_member(anna.client, anna.account.token, group, anna.account.id)->words.english ==
          "the group's last owner stays: make somebody else an owner first");
    join(bert, GroupRole::kReader);
    CHECK(words_of(invite(bert.client, bert.account.token, group, GroupRole::kReader, 1, 7)) ==
          "only owners of the group may do that");
    REQUIRE_FALSE(set_role(anna.client, anna.account.token, group, bert.account.id, GroupRole::kOwner));
    CHECK(value_of(members(bert.client, bert.account.token, group)).size() == 2);
    REQUIRE_FALSE(delete_group(bert.client, bert.account.token, group));
    synced(anna);
    CHECK(anna.library.groups().empty());
    CHECK(anna.library.decks(anna.now())[0].questions == 3);
  }
}

}  // namespace rehearse::sync
