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

void bring_up_to_date(Computer& computer) {
  const auto result = computer.sync();
  if (result.trouble) FAIL(result.trouble->words.english);
}

/// With a deck of three questions in it.
Scope owned_group(Computer& owner, DeckId deck) {
  const Scope group =
      std::get<JoinedGroup>(sync::create_group(owner.client, owner.account.token, "面试 周三")).scope;
  owner.library.import_document(test::open_document("周三", 3, 2), owner.now());
  bring_up_to_date(owner);
  owner.library.publish(deck, group, owner.now());
  bring_up_to_date(owner);
  return group;
}

/// `inviter`: the token of an owner.
void join(Computer& computer, const std::string& inviter, Scope group, GroupRole role) {
  const auto invite = sync::invite(computer.client, inviter, group, role, 1, 7);
  const std::string code = std::get<sync::GroupInvite>(invite).code;
  REQUIRE(
      std::holds_alternative<JoinedGroup>(sync::join_group(computer.client, computer.account.token, code)));
  bring_up_to_date(computer);
}

struct Member : SigningIn {
  explicit Member(TestServer& server, const std::string& name) { sign_up(server, name); }

  void go_to_groups() {
    app().handle(KeyPressed{Key::kDigit5, Modifier::kCtrl});
    look();
  }
  void join(Computer& owner, Scope group, GroupRole role) {
    const auto invite = sync::invite(owner.client, owner.account.token, group, role, 1, 7);
    go_to_groups();
    fill("group code", std::get<sync::GroupInvite>(invite).code);
    press_and_look(Key::kEnter);
    wait_for("已加入「面试 周三」");
    finish_sync();
  }
  DeckId deck() { return library().deck_titles().front().id; }
  std::size_t questions() { return library().questions(deck()).size(); }
};

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
    anna.go_to("invite role");
    anna.press_and_look(Key::kRight);
    anna.go_to("invite uses");
    anna.press_and_look(Key::kRight);
    anna.click_and_look("make invite");
    anna.wait_for("邀请码（10 人可用，至 ");
    const auto at = anna.screen_text().find("人可用");
    const std::string rest = anna.screen_text().substr(at);
    Computer carla(server, "carla", server.invite());
    const std::string code =
        rest.substr(rest.find('\n') + 1, rest.find('\n', rest.find('\n') + 1) - rest.find('\n') - 1);
    const auto joined = sync::join_group(carla.client, carla.account.token, code);
    REQUIRE(std::holds_alternative<JoinedGroup>(joined));
    CHECK(std::get<JoinedGroup>(joined).role == GroupRole::kEditor);

    Computer bert(server, "bert", server.invite());
    join(bert, anna.account().token, anna.library().groups()[0].scope, GroupRole::kReader);
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

  TEST_CASE("a member reads what is new, suggests a change, and an editor accepts it") {
    TestServer server;
    Computer bert(server, "bert", server.invite());
    const DeckId deck = derive_deck_id("周三");
    const Scope group = owned_group(bert, deck);
    Member anna(server, "anna");
    anna.join(bert, group, GroupRole::kReader);
    const QuestionId question = anna.library().questions(deck)[0].id;
    const std::string id = group_id(group);

    anna.look();
    CHECK(anna.shows("新版本（1）"));
    anna.click_and_look("versions " + id);
    anna.wait_for("《周三》第 1 版 · bert");
    CHECK(anna.shows("新增 3 题，修改 0 题，移除 0 题"));
    anna.click_and_look("show " + anna.library().group_versions(group)[0].id.hex());
    CHECK(anna.shows("新增（3）"));
    anna.press_and_look(Key::kEscape);
    anna.press_and_look(Key::kEscape);
    CHECK_FALSE(anna.shows("新版本"));

    ChangeText change;
    change.answer = "两小时内给出方案";
    REQUIRE(anna.library().edit_question(question, change, {server.now(), {}}));
    anna.click_and_look("suggest " + id);
    anna.click_and_look("deck " + deck.hex());
    CHECK(anna.shows("把你改过的 1 题提给小组编辑"));
    anna.fill("group note", "时限要具体");
    anna.press_and_look(Key::kEnter);
    anna.wait_for("建议已提交给「面试 周三」的编辑");
    anna.finish_sync();
    bring_up_to_date(bert);
    const auto waiting = bert.library.suggestions(group);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].note == "时限要具体");
    CHECK_FALSE(bert.library.accept_suggestion(group, waiting[0].id, bert.now()));
    bring_up_to_date(bert);
    anna.pass(std::chrono::minutes{10});
    anna.finish_sync();
    anna.go_to_groups();
    CHECK_FALSE(anna.shows("建议（"));
    CHECK(anna.library().suggestions(group).empty());
  }

  TEST_CASE("an owner makes a member an editor, accepts a suggestion, goes back, and puts him out") {
    TestServer server;
    Member anna(server, "anna");
    anna.go_to_groups();
    anna.fill("group name", "面试 周三");
    anna.press_and_look(Key::kEnter);
    anna.wait_for("已建立「面试 周三」");
    const Scope group = anna.library().groups()[0].scope;
    const std::string id = group_id(group);
    anna.library().publish(anna.deck(), group, {server.now(), {}});
    anna.finish_sync();
    Computer bert(server, "bert", server.invite());
    join(bert, anna.account().token, group, GroupRole::kReader);
    const QuestionId question = bert.library.questions(anna.deck())[0].id;
    const std::string before = anna.library().question(question)->question.answer;

    anna.click_and_look("members " + id);
    anna.wait_for("bert：成员");
    anna.click_and_look("editor " + bert.account.id);
    anna.wait_for("bert：编辑");
    anna.click_and_look("mute " + bert.account.id);
    CHECK(anna.shows("bert：编辑，已屏蔽"));
    anna.click_and_look("unmute " + bert.account.id);
    anna.click_and_look("close group act");

    ChangeText change;
    change.answer = "两小时内给出方案";
    REQUIRE(bert.library.edit_question(question, change, bert.now()));
    bert.library.suggest(anna.deck(), group, "", bert.now());
    bring_up_to_date(bert);
    anna.pass(std::chrono::minutes{10});
    anna.finish_sync();
    anna.go_to_groups();
    CHECK(anna.shows("建议（1）"));
    anna.click_and_look("suggestions " + id);
    CHECK(anna.shows("现：两小时内给出方案"));
    const auto waiting = anna.library().suggestions(group);
    REQUIRE(waiting.size() == 1);
    anna.click_and_look("accept " + waiting[0].id.hex());
    CHECK(anna.shows("没有待处理的建议"));
    anna.finish_sync();
    CHECK(anna.library().question(question)->question.answer == "两小时内给出方案");
    anna.click_and_look("close group act");

    anna.click_and_look("versions " + id);
    const auto versions = anna.library().group_versions(group);
    REQUIRE(versions.size() == 2);
    anna.wait_until([&] {
      anna.look();
      return !anna.shows("正在询问服务器");
    });
    anna.click_and_look("back " + versions[1].id.hex());
    CHECK(anna.shows("退回第 1 版会这样改动小组题库"));
    anna.click_and_look("really go back");
    anna.finish_sync();
    CHECK(anna.library().question(question)->question.answer == before);
    bring_up_to_date(bert);
    CHECK(bert.library.question(question)->question.answer == before);

    anna.click_and_look("members " + id);
    anna.wait_for("bert：编辑");
    anna.click_and_look("put out " + bert.account.id);
    anna.wait_until([&] {
      anna.look();
      return !anna.shows("bert：编辑");
    });
    bring_up_to_date(bert);
    CHECK(bert.library.groups().empty());
  }

  TEST_CASE("nobody sees a member's week until he joins the board") {
    TestServer server;
    Computer bert(server, "bert", server.invite());
    const DeckId deck = derive_deck_id("周三");
    const Scope group = owned_group(bert, deck);
    Member anna(server, "anna");
    anna.join(bert, group, GroupRole::kReader);
    bring_up_to_date(bert);
    CHECK(bert.library.board(group, bert.now()).empty());
    anna.look();
    anna.click_and_look("board " + group_id(group));
    CHECK(anna.shows("本周还没有人上榜"));
    anna.click_and_look("join board");
    CHECK(anna.shows("你：复习 0 次"));
    anna.finish_sync();
    bring_up_to_date(bert);
    REQUIRE(bert.library.board(group, bert.now()).size() == 1);
    anna.click_and_look("leave board");
    anna.finish_sync();
    bring_up_to_date(bert);
    CHECK(bert.library.board(group, bert.now()).empty());
  }

  TEST_CASE("who leaves a group keeps its deck") {
    TestServer server;
    Member anna(server, "anna");
    Computer bert(server, "bert", server.invite());
    const Scope group = owned_group(bert, derive_deck_id("周三"));
    anna.join(bert, group, GroupRole::kReader);
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
