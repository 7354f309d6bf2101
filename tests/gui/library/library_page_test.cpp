// The library page before a real library: looking through it, searching it, acting on what was selected.
#include "gui/window/library/library_page.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "core/deck/deck_markdown.h"
#include "gui/window/editor/editor_page.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/strings/shell_words.h"
#include "tests/gui/client.h"

namespace rehearse {
namespace {

using test::Client;

constexpr const char* kStore =
    "<!-- rehearse: 1 -->\n# 仓储题库\n## 盘点\n"
    "### 盘点有差异怎么办？\n- **核对**：单据\n- **上报**\n"
    "### 盘点多久一次？\n- **每月**\n"
    "## 应对\n### 客户投诉怎么办？\n- **倾听**\n";
constexpr const char* kShop = "<!-- rehearse: 1 -->\n# 客服题库\n### 客户 投诉，怎么办？\n- **先听**\n";

/// One of its questions is about Shenzhen.
std::string long_deck(int questions) {
  std::string deck = "<!-- rehearse: 1 -->\n# 长题库\n";
  for (int i = 0; i < questions; ++i)
    deck += "### 第 " + std::to_string(i) + " 题，" + (i == 7 ? "深圳" : "别处") + "怎么办？\n- **先看**\n";
  return deck;
}

class Reader : public Client {
 public:
  Reader() : Client({kStore, kShop}) { app().handle(KeyPressed{Key::kDigit2, Modifier::kCtrl}); }

  const LibraryPage& page() { return *on<LibraryPage>(); }
  std::size_t listed() { return page().list().size(); }
  void ctrl(Key key) { app().handle(KeyPressed{key, Modifier::kCtrl}); }
  void shift(Key key) { app().handle(KeyPressed{key, Modifier::kShift}); }
  void search(std::string_view query) {
    look();
    ctrl(Key::kF);
    look();
    type(query);
  }
  /// Everything, so that each key meets what the one before it made.
  void press_and_look(std::initializer_list<Key> keys) {
    for (const Key key : keys) {
      press({key});
      look();
    }
  }
};

}  // namespace

TEST_SUITE("gui/window/library/library_page") {
  TEST_CASE("every question of every deck is listed at first") {
    Reader client;
    REQUIRE(client.on<LibraryPage>());
    CHECK(client.listed() == 4);
    CHECK(client.shows("盘点有差异怎么办？"));
    CHECK(client.shows("盘点 · 仓储题库"));
    CHECK(client.shows("4 题"));
  }

  TEST_CASE("arrows go through the tree and what is chosen there is searched for") {
    Reader client;
    client.press_and_look({Key::kLeft, Key::kDown});
    CHECK(client.page().search_box().text() == "deck:仓储题库");
    CHECK(client.listed() == 3);
    client.press_and_look({Key::kRight});  // opens it
    CHECK(client.shows("应对"));
    client.press_and_look({Key::kDown, Key::kDown});
    CHECK(client.page().search_box().text() == "deck:仓储题库 section:应对");
    CHECK(client.listed() == 1);
    client.press_and_look({Key::kLeft, Key::kLeft});  // to the deck, and closed
    CHECK(!client.shows("盘点\n2"));
    CHECK(client.listed() == 3);
  }

  TEST_CASE("what is typed into the search is found at once and escape clears it") {
    Reader client;
    client.search("投诉");
    CHECK(client.listed() == 2);
    client.press({Key::kEscape});
    CHECK(client.listed() == 4);
  }

  TEST_CASE("a query that is none says what is wrong and leaves the list") {
    Reader client;
    client.search("(投诉");
    CHECK(client.page().search_box().fault);
    CHECK(client.shows(client.page().search_box().fault->what.chinese));
    CHECK(client.listed() > 0);
  }

  TEST_CASE("tab takes the suggestion for what was begun and moves on where nothing was") {
    Reader client;
    client.search("is");
    client.press_and_look({Key::kTab});
    CHECK(client.page().search_box().text() == "is:");
    client.press_and_look({Key::kDown, Key::kDown, Key::kEnter});
    CHECK(client.page().search_box().text() == "is:new ");
    CHECK(client.listed() == 4);
    client.press_and_look({Key::kTab});
    CHECK(!client.page().focus().is_on(kLibrarySearchId));
  }

  TEST_CASE("enter opens the question in the editor and escape comes back to its row") {
    Reader client;
    client.press_and_look({Key::kDown, Key::kEnter});
    CHECK(client.on<EditorPage>());
    CHECK(client.shows("盘点多久一次？"));
    client.press({Key::kEscape});
    REQUIRE(client.on<LibraryPage>());
    CHECK(client.page().list().place() == 1);
  }

  TEST_CASE("what is done with a selection is one step to take back and to bring back") {
    Reader client;
    client.press({Key::kSpace});
    client.shift(Key::kDown);
    CHECK(client.page().list().marked() == 2);
    client.press_and_look({Key::kF2, Key::kDigit2});
    CHECK(client.shows("已暂停 2 项"));
    client.search("is:suspended");
    CHECK(client.listed() == 2);
    client.press_and_look({Key::kEnter});
    client.ctrl(Key::kZ);
    CHECK(client.shows("已撤销对 2 项的操作"));
    CHECK(client.listed() == 0);
    client.ctrl(Key::kY);
    CHECK(client.listed() == 2);
  }

  TEST_CASE("a tag put on everything is found again and taken back whole") {
    Reader client;
    client.ctrl(Key::kA);
    client.press_and_look({Key::kF2, Key::kDigit6});
    client.type("6压力 面");  // the key's own character comes behind it
    client.press_and_look({Key::kEnter});
    CHECK(client.shows("已给 4 题加上标签"));
    client.search("tag:\"压力 面\"");
    CHECK(client.listed() == 4);
    client.press_and_look({Key::kEnter});
    client.ctrl(Key::kZ);
    CHECK(client.listed() == 0);
  }

  TEST_CASE("a wrong day is refused and a right one moves the cards") {
    Reader client;
    client.press_and_look({Key::kF2, Key::kDigit9});
    client.ctrl(Key::kA);
    client.type("2026-02-30");
    client.press_and_look({Key::kEnter});
    CHECK(client.shows(words::kLibraryDayWrong.in(Language::kChinese)));
    client.ctrl(Key::kA);
    client.type("2026-12-11");
    client.press_and_look({Key::kEnter});
    CHECK(client.shows("1 项重排到了 2026-12-11"));
    CHECK(client.shows("10 天后"));
  }

  TEST_CASE("the selection can be studied at once") {
    Reader client;
    client.press_and_look({Key::kF2, Key::kDigit1});
    CHECK(client.is_asked());
    CHECK(client.shows("盘点有差异怎么办？"));
  }

  TEST_CASE("a search for words waits while many texts are prepared for it and other searches do not") {
    Reader client;
    client.library().import_document(read_deck_markdown(long_deck(900)), client.now());
    client.app().handle(WindowFocused{});
    const std::size_t all = client.listed();
    client.search("深圳");
    CHECK(client.listed() == all);
    CHECK(client.shows("正在准备搜索 0 / 90"));
    client.app().tick();
    CHECK(!client.shows("正在准备搜索 0 / 90"));
    CHECK(client.shows("正在准备搜索"));
    while (client.app().tick() != Redraw::kNothing) {
    }
    CHECK(client.listed() == 1);
    CHECK(!client.shows("正在准备搜索"));

    client.library().import_document(read_deck_markdown(long_deck(1500)), client.now());
    client.press({Key::kEscape});
    client.type("is:new");
    client.app().handle(WindowFocused{});
    CHECK(client.listed() == 1504);
  }

  TEST_CASE("questions that read alike are listed together across decks") {
    Reader client;
    client.press_and_look({Key::kLeft, Key::kEnd});
    while (client.app().tick() != Redraw::kNothing) {
    }
    CHECK(client.listed() == 2);
    CHECK(client.shows("客户投诉怎么办？"));
    CHECK(client.shows("客户 投诉，怎么办？"));
    CHECK(client.shows("1 组"));
  }

  TEST_CASE("an interview date is set for a deck and taken back") {
    Reader client;
    client.press_and_look({Key::kLeft, Key::kDown});
    client.ctrl(Key::kD);
    client.look();
    client.click("interview +14");
    client.ctrl(Key::kS);
    CHECK(client.shows("已保存题库选项"));
    client.ctrl(Key::kD);
    CHECK(client.shows("2026-12-15"));
    client.press_and_look({Key::kEscape});
    client.ctrl(Key::kZ);
    client.ctrl(Key::kD);
    CHECK(!client.shows("2026-12-15"));
  }

  TEST_CASE("a deck is written to a file that was not there and never over another") {
    Reader client;
    client.press_and_look({Key::kLeft, Key::kDown});
    client.ctrl(Key::kD);
    client.look();
    client.click("export");
    const std::filesystem::path file = client.scratch() / "仓储题库.md";
    CHECK(client.shows("已导出到 " + file.string()));
    CHECK(std::filesystem::exists(file));
    client.ctrl(Key::kD);
    CHECK(client.shows((client.scratch() / "仓储题库 2.md").string()));
    std::ofstream(client.scratch() / "仓储题库 2.md") << "mine";
    client.click("export");
    CHECK(client.shows("已经存在"));
  }

  TEST_CASE("a click with shift marks up to there and one with ctrl changes that row alone") {
    Reader client;
    client.click("row 1");
    CHECK(client.page().list().marked() == 0);
    client.click("row 3", Modifier::kShift);
    CHECK(client.page().list().chosen() == std::vector<std::size_t>{1, 2, 3});
    client.click("row 2", Modifier::kCtrl);
    CHECK(client.page().list().chosen() == std::vector<std::size_t>{1, 3});
    client.click("mark 0", Modifier::kShift);
    CHECK(client.page().list().chosen() == std::vector<std::size_t>{0, 1, 2});
    client.click("row 3");
    CHECK(client.page().list().place() == 3);
    CHECK(client.on<LibraryPage>());
  }

  TEST_CASE("while cards are being changed neither the page nor the window is left") {
    std::string deck = "<!-- rehearse: 1 -->\n# 大题库\n";
    for (int i = 1; i <= 900; ++i) deck += "### 第 " + std::to_string(i) + " 问？\n- **甲**\n";
    Client client{deck.c_str()};
    const auto ctrl = [&](Key key) { client.app().handle(KeyPressed{key, Modifier::kCtrl}); };
    ctrl(Key::kDigit2);
    ctrl(Key::kA);
    client.press({Key::kF2});
    client.look();
    client.press({Key::kDigit2});  // suspends them, some hundreds at once
    REQUIRE(client.app().page().reason_to_stay());
    ctrl(Key::kDigit1);
    client.app().handle(CloseAsked{});
    CHECK(client.on<LibraryPage>());
    CHECK(!client.app().wants_close());
    CHECK(client.shows(words::kStillBusy.in(Language::kChinese)));
    while (client.app().page().reason_to_stay()) client.app().tick();
    client.app().handle(CloseAsked{});
    CHECK(client.app().wants_close());
    CHECK(client.library().due(client.now()).due == 0);
  }

  TEST_CASE("on a full disk what was wanted is said not to be done and the list stays") {
    Reader client;
    client.look();
    client.break_disk();
    client.press_and_look({Key::kF2, Key::kDigit2});
    CHECK(client.shows("没能完成"));
    CHECK(client.listed() == 4);
    client.mend_disk();
  }
}

}  // namespace rehearse
