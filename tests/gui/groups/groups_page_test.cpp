// Study groups in the window, with the keyboard alone and a real server.
#include <doctest/doctest.h>

#include "gui/window/editor/editor_page.h"
#include "sync/client/study_groups.h"
#include "tests/gui/sync/signing_in.h"
#include "tests/sync/client/computer.h"

namespace rehearse {
namespace {

using test::Computer;
using test::SigningIn;
using test::TestServer;

struct Member : SigningIn {
  explicit Member(TestServer& server, const std::string& name) { sign_up(server, name); }

  void go_to_groups() {
    app().handle(KeyPressed{Key::kDigit5, Modifier::kCtrl});
    look();
  }
  DeckId deck() { return library().deck_titles().front().id; }
  std::size_t questions() { return library().questions(deck()).size(); }
};

void bring_up_to_date(Computer& computer) {
  const auto result = computer.sync();
  if (result.trouble) FAIL(result.trouble->words.english);
}

}  // namespace

TEST_SUITE("gui/window/groups") {
  TEST_CASE("a group is made and a deck published, and who takes the invite has it") {
    TestServer server;
    Member anna(server, "anna");
    anna.go_to_groups();
    anna.fill("group name", "面试 周三");
    anna.press_and_look(Key::kEnter);
    anna.wait_for("已建立「面试 周三」");
    REQUIRE(anna.library().groups().size() == 1);
    const std::string id = group_id(anna.library().groups()[0].scope);
    anna.click_and_look("publish " + id);
    CHECK(anna.shows("发布哪个题库？"));
    anna.click_and_look("deck " + anna.deck().hex());
    CHECK(anna.shows("新增 " + std::to_string(anna.questions()) + " 题"));
    anna.click_and_look("publish now");
    anna.finish_sync();
    anna.click_and_look("invite " + id);
    anna.wait_for("邀请码");

    Computer bert(server, "bert", server.invite());
    const auto invite = sync::invite(bert.client, anna.account().token, anna.library().groups()[0].scope,
                                     GroupRole::kReader, 1, 7);
    const std::string code = std::get<sync::GroupInvite>(invite).code;
    REQUIRE(std::holds_alternative<JoinedGroup>(sync::join_group(bert.client, bert.account.token, code)));
    bring_up_to_date(bert);
    CHECK(bert.library.questions(anna.deck()).size() == anna.questions());
  }

  TEST_CASE("a code is typed, its deck comes, and what the group removes is kept or deleted") {
    TestServer server;
    Computer bert(server, "bert", server.invite());
    bert.library.import_document(test::open_document("周三", 3, 2), bert.now());
    const Scope group =
        std::get<JoinedGroup>(sync::create_group(bert.client, bert.account.token, "面试 周三")).scope;
    const DeckId deck = derive_deck_id("周三");
    bring_up_to_date(bert);
    bert.library.publish(deck, group, bert.now());
    bring_up_to_date(bert);
    const auto invite = sync::invite(bert.client, bert.account.token, group, GroupRole::kReader, 1, 7);

    Member anna(server, "anna");
    anna.go_to_groups();
    anna.fill("group code", "none");
    anna.press_and_look(Key::kEnter);
    anna.wait_for("邀请码无效");
    anna.fill("group code", std::get<sync::GroupInvite>(invite).code);
    anna.press_and_look(Key::kEnter);
    anna.wait_for("已加入「面试 周三」");
    anna.finish_sync();
    REQUIRE(anna.library().questions(deck).size() == 3);

    const QuestionId question = anna.library().questions(deck)[0].id;
    REQUIRE(anna.library().mark_question(question, SetFlag{2}, {server.now(), {}}));
    bert.library.set_removed(question, true, bert.now());
    bert.library.publish(deck, group, bert.now());
    bring_up_to_date(bert);
    anna.pass(std::chrono::minutes{10});
    anna.finish_sync();
    anna.go_to_groups();
    CHECK(anna.shows("小组移除了这些题"));
    anna.click_and_look("delete " + question.hex());
    CHECK_FALSE(anna.shows("小组移除了这些题"));
    CHECK(anna.library().questions(deck).size() == 2);
    anna.press_and_look(Key::kZ, Modifier::kCtrl);
    CHECK(anna.shows("小组移除了这些题"));
    anna.click_and_look("keep " + question.hex());
    CHECK(anna.library().questions(deck).size() == 3);
    CHECK(anna.library().offered_removals().empty());
  }

  TEST_CASE("who leaves a group keeps its deck") {
    TestServer server;
    Member anna(server, "anna");
    Computer bert(server, "bert", server.invite());
    const Scope group =
        std::get<JoinedGroup>(sync::create_group(bert.client, bert.account.token, "面试 周三")).scope;
    bert.library.import_document(test::open_document("周三", 3, 2), bert.now());
    bring_up_to_date(bert);
    bert.library.publish(derive_deck_id("周三"), group, bert.now());
    bring_up_to_date(bert);
    const auto invite = sync::invite(bert.client, bert.account.token, group, GroupRole::kReader, 1, 7);
    anna.go_to_groups();
    anna.fill("group code", std::get<sync::GroupInvite>(invite).code);
    anna.press_and_look(Key::kEnter);
    anna.wait_for("已加入「面试 周三」");
    anna.finish_sync();
    anna.look();
    anna.click_and_look("leave " + group_id(group));
    CHECK(anna.shows("退出「面试 周三」？"));
    anna.click_and_look("really leave");
    anna.wait_until([&] {
      anna.look();
      return anna.library().groups().empty();
    });
    CHECK(anna.library().questions(derive_deck_id("周三")).size() == 3);
  }

  TEST_CASE("a question is deleted where it is edited, and undo brings it back") {
    TestServer server;
    Member anna(server, "anna");
    const std::size_t before = anna.questions();
    anna.app().handle(KeyPressed{Key::kDigit2, Modifier::kCtrl});
    anna.look();
    anna.press_and_look(Key::kEnter);
    REQUIRE(anna.on<EditorPage>());
    anna.choose_in_palette("删除这道题");
    CHECK_FALSE(anna.on<EditorPage>());
    CHECK(anna.questions() == before - 1);
    anna.press_and_look(Key::kZ, Modifier::kCtrl);
    CHECK(anna.questions() == before);
  }
}

}  // namespace rehearse
