// Files dropped on the client: looked at, then kept or left, and told of.
#include <doctest/doctest.h>

#include <algorithm>

#include "gui/window/import/import_page.h"
#include "gui/window/strings/import_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/today_page.h"
#include "tests/gui/client.h"

namespace rehearse {

using test::Client;
using test::kCheckedDeck;
using test::kDoubtfulDeck;
using test::kOpenDeck;

TEST_SUITE("gui/window/import/import_page") {
  TEST_CASE("a dropped deck is shown first and kept by enter") {
    Client client{};
    CHECK(client.shows(words::kNoDecks.in(Language::kChinese)));
    client.drop({client.file("面试 题.md", kOpenDeck)});
    CHECK(client.on<ImportPage>());
    CHECK(client.shows("开放题库"));
    CHECK(client.shows("问题一？"));
    CHECK(client.shows("乙"));
    CHECK(client.shows("新增 3 题"));
    CHECK(client.decks() == 0);
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 1);
    CHECK(client.on<TodayPage>());
    CHECK(client.shows("《开放题库》：新增 3 题"));
    client.press({Key::kEnter});
    CHECK(client.is_asked());
    CHECK(!client.shows("新增 3 题"));
  }

  TEST_CASE("an import is taken back by ctrl z or on its notice and comes back by ctrl y") {
    for (const bool by_click : {false, true}) {
      CAPTURE(by_click);
      Client client{kCheckedDeck};
      client.drop({client.file("one.md", kOpenDeck), client.file("two.md", kDoubtfulDeck)});
      client.press({Key::kEnter});
      client.finish_import();
      CHECK(client.decks() == 3);
      CHECK(client.shows(words::kNoticeUndo.in(Language::kChinese)));
      if (by_click)
        client.click("undo in notice");
      else
        client.app().handle(KeyPressed{Key::kZ, Modifier::kCtrl});
      CHECK(client.decks() == 1);
      CHECK(client.shows("已撤销《开放题库》的导入"));
      CHECK(!client.shows("存疑题库"));
      client.app().handle(KeyPressed{Key::kY, Modifier::kCtrl});
      CHECK(client.decks() == 3);
      CHECK(client.is_whole());
    }
  }

  TEST_CASE("an import that changed nothing has nothing to take back") {
    Client client{};
    const std::string file = client.file("one.md", kOpenDeck);
    for (int i = 0; i < 2; ++i) {
      client.drop({file});
      client.press({Key::kEnter});
      client.finish_import();
      CHECK(client.shows(words::kNoticeUndo.in(Language::kChinese)) == (i == 0));
    }
  }

  TEST_CASE("escape leaves what was dropped and the library as it was") {
    Client client{kCheckedDeck};
    client.drop({client.file("题.md", kOpenDeck)});
    client.press({Key::kEscape});
    CHECK(client.decks() == 1);
    CHECK(client.on<TodayPage>());
    CHECK(!client.shows("开放题库"));
    client.drop({client.file("题.md", kOpenDeck)});
    CHECK(client.on<ImportPage>());
  }

  TEST_CASE("what was unsure is shown with its line before it is kept") {
    Client client{};
    client.drop({client.file("doubt.md", kDoubtfulDeck)});
    CHECK(client.shows("疑问 1"));
    CHECK(client.shows("第 3 行："));
  }

  TEST_CASE("files dropped together are told in one notice that stays") {
    Client client{};
    client.drop({client.file("one.md", kOpenDeck), (client.scratch() / "absent.docx").string(),
                 client.file("two.md", kDoubtfulDeck)});
    CHECK(client.shows("absent.docx"));
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 2);
    for (const Key key : {Key::kOther, Key::kDown}) {
      client.press({key});
      for (const char* said : {"2 个文件", "开放题库 · 存疑题库", "新增 4 题",
                               "没能导入：absent.docx：没有这个文件", "疑问 1 处", "two.md：位置"})
        CHECK_MESSAGE(client.shows(said), said);
    }
    client.app().handle(KeyPressed{Key::kL, Modifier::kCtrl});
    CHECK(client.shows("Not imported: absent.docx: no such file"));
    client.press({Key::kEscape});
    CHECK(!client.shows("absent.docx"));
  }

  TEST_CASE("a notice lies above the heading and not over it") {
    Client client{kOpenDeck};
    client.drop({(client.scratch() / "absent.docx").string()});
    CHECK(client.shows("absent.docx"));
    client.press({Key::kDown});
    const Rect heading = client.place_of("2026-12-01");
    CHECK(heading.y > client.place_of("没能导入").bottom());
  }

  TEST_CASE("a file that cannot be read is told about at once and changes nothing") {
    Client client{kOpenDeck};
    client.drop({(client.scratch() / "absent.docx").string()});
    CHECK(client.on<TodayPage>());
    CHECK(client.shows("absent.docx"));
    CHECK(client.decks() == 1);
    client.press({Key::kEscape});
    CHECK(!client.shows("absent.docx"));
    client.press({Key::kEnter});
    CHECK(client.is_asked());
  }

  TEST_CASE("a file dropped while studying leads back to the card as it was") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kSpace, Key::kDigit1});
    client.drop({client.file("more.md", kCheckedDeck)});
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 2);
    CHECK(client.is_asked());
    CHECK(client.shows("甲"));
    CHECK(client.shows("《自查题库》：新增 2 题"));
    client.press({Key::kEnter});
    CHECK(client.stats().reviews == 1);
  }

  TEST_CASE("files dropped while others are looked at are added to them") {
    Client client{};
    client.drop({client.file("one.md", kOpenDeck)});
    client.drop({client.file("two.md", kCheckedDeck)});
    CHECK(client.shows("开放题库"));
    CHECK(client.shows("自查题库"));
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 2);
  }

  TEST_CASE("an import can be stopped and says how many files stayed out") {
    Client client{};
    std::vector<std::string> paths;
    for (int i = 0; i < 20; ++i) {
      const std::string number = std::to_string(i);
      paths.push_back(
          client.file(number + ".md", "<!-- rehearse: 1 -->\n# 题库" + number + "\n### 问？\n- 甲\n"));
    }
    client.drop(paths);
    client.press({Key::kEnter});
    client.app().tick();
    CHECK(client.shows("正在导入 8 / 20"));
    client.press({Key::kEscape});
    CHECK(client.decks() == 8);
    CHECK(client.shows("还有 12 个文件没有导入"));
    CHECK(!client.app().page().reason_to_stay());
  }

  TEST_CASE("an import that the disk refuses stays with what was corrected until there is room") {
    Client client{kOpenDeck};
    client.drop({client.file("more.md", kCheckedDeck)});
    client.press({Key::kF2});
    client.type("（改）");
    client.app().handle(KeyPressed{Key::kEnter, Modifier::kCtrl});
    client.break_disk();
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 1);
    CHECK(client.shows("full"));
    REQUIRE(client.on<ImportPage>());
    CHECK(client.shows("选哪个？（改）"));
    client.mend_disk();
    client.press({Key::kEscape});  // the notice
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 2);
    CHECK(client.shows("新增 2 题"));
  }

  TEST_CASE("of several files those that were kept before the disk was full are told of") {
    Client client{};
    std::vector<std::string> paths;
    for (int i = 0; i < 12; ++i) {
      const std::string number = std::to_string(i);
      paths.push_back(
          client.file(number + ".md", "<!-- rehearse: 1 -->\n# 题库" + number + "\n### 问？\n- 甲\n"));
    }
    client.drop(paths);
    client.press({Key::kEnter});
    client.app().tick();
    client.break_disk();
    client.finish_import();
    CHECK(client.decks() == 8);
    CHECK(client.shows("full"));
    client.mend_disk();
    SUBCASE("and the rest is kept once there is room") {
      client.press({Key::kEscape});  // the notice
      client.press({Key::kEnter});
      client.finish_import();
      CHECK(client.decks() == 12);
    }
    SUBCASE("and the rest may be left") {
      client.press({Key::kEscape});  // the notice
      client.press({Key::kEscape});
      CHECK(client.shows("还有 4 个文件没有导入"));
    }
  }

  TEST_CASE("of a long document only the questions in sight are drawn") {
    std::string deck = "<!-- rehearse: 1 -->\n# 长题库\n";
    for (int i = 1; i <= 40; ++i) deck += "### 第 " + std::to_string(i) + " 问？\n- 甲\n";
    Client client{};
    client.drop({client.file("long.md", deck)});
    const auto has_row = [&](const std::string& id) {
      const std::vector<Probe::Area>& areas = client.look().clickable;
      return std::any_of(areas.begin(), areas.end(), [&](const Probe::Area& area) { return area.id == id; });
    };
    CHECK(has_row("question 1"));
    CHECK(!has_row("question 39"));
    CHECK(client.shows("导入 40 题"));
    client.press({Key::kEnd});
    CHECK(has_row("question 39"));
    CHECK(!has_row("question 1"));
  }

  TEST_CASE("answers that a package brings in are counted") {
    Client learner{kOpenDeck};
    learner.press({Key::kEnter, Key::kA, Key::kDigit1, Key::kEnter, Key::kA, Key::kEnter});
    Client other{};
    other.drop({learner.package("deck.apkg")});
    other.press({Key::kEnter});
    other.finish_import();
    CHECK(other.stats().reviews == 2);
    CHECK(other.shows("带入的作答记录：2"));
  }

  TEST_CASE("an edit of one's own that stays is told of") {
    Client client{kOpenDeck};
    client.edit_first_stem("我改过的问题？");
    client.drop({client.file("deck.md", kOpenDeck)});
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.shows("保留你自己的修改：1 处"));
  }

  TEST_CASE("a notice of very many files names the first and counts the others") {
    Client client{};
    std::vector<std::string> paths{client.file("one.md", kOpenDeck)};
    for (int i = 0; i < 10; ++i)
      paths.push_back((client.scratch() / ("absent" + std::to_string(i))).string());
    client.drop(paths);
    CHECK(client.shows("不会导入的文件：10"));
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.shows("absent5"));
    CHECK(!client.shows("absent6"));
    CHECK(client.shows("还有 4 行"));
  }

  TEST_CASE("a question that is left out stays out and may be taken in again") {
    Client client{};
    client.drop({client.file("deck.md", kOpenDeck)});
    client.press({Key::kDown, Key::kDelete});
    CHECK(client.shows("导入 2 题"));
    client.press({Key::kDelete});
    CHECK(client.shows("导入 3 题"));
    client.press({Key::kDelete, Key::kEnter});
    client.finish_import();
    CHECK(client.stats().questions == 2);
    CHECK(client.shows("新增 2 题"));
  }

  TEST_CASE("a part that was corrected is kept as it was typed") {
    Client client{};
    client.drop({client.file("deck.md", kOpenDeck)});
    client.press({Key::kF2});
    CHECK(client.app().text_entry() == TextEntry::kOn);
    client.type("（改）");
    client.app().handle(KeyPressed{Key::kEnter, Modifier::kCtrl});
    CHECK(client.app().text_entry() == TextEntry::kOff);
    CHECK(client.shows("问题一？（改）"));
    client.press({Key::kEnter});
    client.finish_import();
    client.press({Key::kEnter});
    CHECK(client.shows("问题一？（改）"));
  }

  TEST_CASE("Escape leaves a correction and the part as it was read") {
    Client client{};
    client.drop({client.file("deck.md", kOpenDeck)});
    client.press({Key::kF2});
    client.type("不要");
    client.press({Key::kEscape});
    CHECK(client.on<ImportPage>());
    CHECK(!client.shows("不要"));
  }

  TEST_CASE("a question with a doubt is the first one looked at and F3 goes on to the next") {
    Client client{};
    client.drop({client.file("doubts.md",
                             "<!-- rehearse: 1 -->\n# 存疑\n### 好一？\n- [ ] A. 一\n- [x] B. 二\n"
                             "### 疑一？\n- [ ] A. 三\n- [ ] B. 四\n### 好二？\n- [ ] A. 五\n- [x] B. 六\n"
                             "### 疑二？\n- [ ] A. 七\n- [ ] B. 八\n")});
    CHECK(client.shows("A. 三"));
    client.press({Key::kF3});
    CHECK(client.shows("A. 七"));
    client.press({Key::kF3});
    CHECK(client.shows("A. 三"));
  }

  TEST_CASE("of several files each can be looked at and Escape leads back to the list") {
    Client client{};
    client.drop({client.file("one.md", kOpenDeck), client.file("two.md", kCheckedDeck)});
    client.press({Key::kDigit2});
    CHECK(client.shows("原文，从第 1 行起"));
    CHECK(client.shows("选哪个？"));
    client.press({Key::kDown, Key::kDelete, Key::kEscape});
    CHECK(client.shows("开放题库"));
    CHECK(client.shows("导入 4 题"));
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.stats().questions == 4);
  }

  TEST_CASE("a document is chosen by typing a part of its name and Enter") {
    Client client{};
    client.file("面试题.md", kOpenDeck);
    client.file("图片.png", "not a document");
    client.app().handle(KeyPressed{Key::kO, Modifier::kCtrl});
    CHECK(client.shows("面试题.md"));
    CHECK(!client.shows("图片.png"));
    client.type("面试");
    client.press({Key::kEnter});
    client.finish_reading();
    CHECK(client.shows("问题一？"));
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 1);
  }

  TEST_CASE("a path that is not there is told and Escape leaves the choice") {
    Client client{kOpenDeck};
    client.app().handle(KeyPressed{Key::kO, Modifier::kCtrl});
    client.type("~/没有.md");
    client.press({Key::kEnter});
    CHECK(client.shows("没有这个文件"));
    client.press({Key::kEscape});
    CHECK(client.on<TodayPage>());
  }
}

}  // namespace rehearse
