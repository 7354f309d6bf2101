// The whole client but its window: events in, a real library behind.
#include "gui/window/app.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <semaphore>

#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "tests/gui/null_window.h"
#include "tests/scratch.h"
#include "tests/skip.h"

namespace rehearse {
namespace {

constexpr const char* kOpenDeck =
    "<!-- rehearse: 1 -->\n# 开放题库\n"
    "### 问题一？\n- **甲**：一\n- **乙**\n- **丙**\n"
    "### 问题二？\n- **丁**\n- **戊**\n"
    "### 问题三？\n> 没有要点的答案\n";
constexpr const char* kCheckedDeck =
    "<!-- rehearse: 1 -->\n# 自查题库\n"
    "### 选哪个？\n- [ ] A. 错的\n- [x] B. 对的\n"
    "### 填什么？\n\n**答案**：𠮷 50\n";
/// The question in its third line does not say what is right.
constexpr const char* kDoubtfulDeck =
    "<!-- rehearse: 1 -->\n# 存疑题库\n### 选哪个？\n- [ ] A. 一\n- [ ] B. 二\n";

class Client {
 public:
  explicit Client(std::initializer_list<const char*> decks, const char* clock = "2026-12-01T09:30:00+08:00")
      : library_(scratch_ / "library", [salt = std::uint64_t{0}]() mutable { return ++salt; }) {
    for (const char* deck : decks) library_.import_document(read_deck_markdown(deck), now_);
    now_ = *parse_instant(clock);
    WindowOptions options{[this] { return now_; }};
    options.wake = [this] { read_.release(); };
    app_ = std::make_unique<App>(library_, options);
  }

  /// From now on the library's file refuses every op, as a full disk does; or takes them again.
  void break_disk() {
    other_program("CREATE TRIGGER full BEFORE INSERT ON op BEGIN SELECT RAISE(ABORT, 'full'); END");
  }
  void mend_disk() { other_program("DROP TRIGGER full"); }

  App& app() { return *app_; }
  const test::Scratch& scratch() const { return scratch_; }
  LibraryStats stats() const { return library_.stats(now_); }
  std::size_t decks() const { return library_.decks(now_).size(); }

  /// Drops the files at once and waits until they were read.
  void drop(const std::vector<std::string>& paths) {
    app_->handle(FilesDropped{paths});
    for (std::size_t i = 0; i < paths.size(); ++i) read_.acquire();
    app_->work();
  }
  /// A file of the test's own.
  std::string file(const std::string& name, std::string_view text) const {
    std::ofstream(scratch_ / name) << text;
    return (scratch_ / name).string();
  }
  void finish_import() {
    while (app_->is_working()) app_->work();
  }

  void press(std::initializer_list<Key> keys) {
    for (const Key key : keys) app_->handle(KeyPressed{key});
  }
  void type(std::string_view text) {
    for (const char32_t character : to_utf32(text)) app_->handle(CharacterTyped{character});
  }

  /// All the text on the screen, line by line.
  std::string screen_text() {
    if (!window_) window_ = std::make_unique<test::NullWindow>();
    test::Look look;
    look.language = app_->language();
    window_->set_look(look);
    window_->show([this](Ui& ui) {
      app_->draw(ui);
      return Intent{};
    });
    std::string text;
    for (const Probe::Area& area : window_->probe().texts) text += area.id + "\n";
    return text;
  }
  /// Of the first text that begins so.
  Rect place_of(std::string_view text) {
    screen_text();
    for (const Probe::Area& area : window_->probe().texts)
      if (area.id.starts_with(text)) return area.rect;
    FAIL("not on the screen: " << text);
    return {};
  }
  bool shows(std::string_view text) { return screen_text().find(text) != std::string::npos; }

 private:
  void other_program(const char* sql) {
    SQLite::Database(((scratch_ / "library") / "library.sqlite").string(), SQLite::OPEN_READWRITE).exec(sql);
  }

  test::Scratch scratch_;
  LocalInstant now_{parse_instant("2026-12-01T09:30:00+08:00").operator*()};
  Library library_;
  std::counting_semaphore<> read_{0};
  std::unique_ptr<App> app_;
  std::unique_ptr<test::NullWindow> window_;
};

}  // namespace

TEST_SUITE("gui/window/app") {
  TEST_CASE("three cards answered by keys are three answers in the library") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    CHECK(client.app().screen() == ScreenName::kStudy);
    client.press({Key::kSpace, Key::kDigit1, Key::kA, Key::kEnter});
    client.press({Key::kA, Key::kDigit1, Key::kDigit2, Key::kEnter});
    CHECK(client.stats().reviews == 2);
    client.press({Key::kSpace, Key::kRight, Key::kRight, Key::kEnter});
    CHECK(client.stats().reviews == 3);
  }

  TEST_CASE("a point is on the screen only after it was shown") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    CHECK(client.shows("问题一？"));
    CHECK(!client.shows("甲"));
    client.press({Key::kSpace});
    CHECK(client.shows("甲"));
    CHECK(!client.shows("乙"));
    client.press({Key::kA});
    CHECK(client.shows("丙"));
  }

  TEST_CASE("an answer block without points is hidden until space") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kA, Key::kEnter, Key::kA, Key::kEnter});
    CHECK(client.shows("问题三？"));
    CHECK(!client.shows("没有要点的答案"));
    client.press({Key::kSpace});
    CHECK(client.shows("没有要点的答案"));
  }

  TEST_CASE("an answer that cannot be stored is told about and asked again until it can") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kDigit1});
    client.break_disk();
    client.press({Key::kEnter});
    CHECK(client.stats().reviews == 0);
    CHECK(client.shows("full"));
    CHECK(client.shows("问题一？"));
    client.mend_disk();
    client.press({Key::kEnter});
    CHECK(client.stats().reviews == 1);
    CHECK(client.shows("问题二？"));
  }

  TEST_CASE("a clock that lies behind the newest answer is named at the start") {
    CHECK(Client({kOpenDeck}, "2025-12-01T09:30:00+08:00").shows("365 天"));
    CHECK(!Client({kOpenDeck}).shows("系统日期"));
  }

  TEST_CASE("undo asks the card again as it was left") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kSpace, Key::kDigit1, Key::kEnter});
    CHECK(client.stats().reviews == 1);
    client.app().handle(KeyPressed{Key::kZ, Modifier::kCtrl});
    CHECK(client.stats().reviews == 0);
    CHECK(client.shows("问题一？"));
    CHECK(client.shows("甲"));
    client.app().handle(KeyPressed{Key::kZ, Modifier::kCtrl});
    CHECK(client.shows(text_of(Language::kChinese, Text::kNothingToUndo)));
  }

  TEST_CASE("a choice is checked by the first enter and stored by the second") {
    Client client{kCheckedDeck};
    client.press({Key::kEnter, Key::kDigit2, Key::kEnter});
    CHECK(client.shows(text_of(Language::kChinese, Text::kRight)));
    CHECK(client.stats().reviews == 0);
    client.press({Key::kEnter});
    CHECK(client.stats().reviews == 1);
  }

  TEST_CASE("a blank takes digits and blanks and rare characters as text") {
    Client client{kCheckedDeck};
    client.press({Key::kEnter, Key::kDigit1, Key::kEnter, Key::kEnter});
    CHECK(client.app().text_entry() == TextEntry::kOn);
    client.type("𠮷");
    client.press({Key::kSpace});
    client.type(" ");
    client.press({Key::kDigit5});
    client.type("5");
    client.type("0");
    CHECK(client.shows("𠮷 50"));
    client.press({Key::kEnter});
    CHECK(client.app().text_entry() == TextEntry::kOff);
    CHECK(client.shows(text_of(Language::kChinese, Text::kRight)));
  }

  TEST_CASE("escape goes back to Today and keeps what was answered") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    CHECK(client.app().screen() == ScreenName::kToday);
    CHECK(client.stats().reviews == 1);
  }

  TEST_CASE("the deck picked on Today is the one that is studied") {
    for (const std::size_t steps : {1, 2}) {
      Client client{kOpenDeck, kCheckedDeck};
      for (std::size_t i = 0; i < steps; ++i) client.press({Key::kDown});
      client.press({Key::kEnter});
      const std::string screen = client.screen_text();
      const bool is_open = screen.find("开放题库") != std::string::npos;
      const bool is_checked = screen.find("自查题库") != std::string::npos;
      CHECK(is_open != is_checked);
    }
  }

  TEST_CASE("a dropped deck is shown first and kept by enter") {
    Client client{};
    CHECK(client.shows(text_of(Language::kChinese, Text::kNoDecks)));
    client.drop({client.file("面试 题.md", kOpenDeck)});
    CHECK(client.app().screen() == ScreenName::kImport);
    CHECK(client.shows("开放题库"));
    CHECK(client.shows("问题一？"));
    CHECK(client.shows("乙"));
    CHECK(client.shows("新增 3 题"));
    CHECK(client.decks() == 0);
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 1);
    CHECK(client.app().screen() == ScreenName::kToday);
    CHECK(client.shows("《开放题库》：新增 3 题"));
    client.press({Key::kEnter});
    CHECK(client.app().screen() == ScreenName::kStudy);
    CHECK(!client.shows("新增 3 题"));
  }

  TEST_CASE("escape leaves what was dropped and the library as it was") {
    Client client{kCheckedDeck};
    client.drop({client.file("题.md", kOpenDeck)});
    client.press({Key::kEscape});
    CHECK(client.decks() == 1);
    CHECK(client.app().screen() == ScreenName::kToday);
    CHECK(!client.shows("开放题库"));
    client.drop({client.file("题.md", kOpenDeck)});
    CHECK(client.app().screen() == ScreenName::kImport);
  }

  TEST_CASE("what was unsure is shown with its line before it is kept") {
    Client client{};
    client.drop({client.file("doubt.md", kDoubtfulDeck)});
    CHECK(client.shows("疑问 1"));
    CHECK(client.shows("位置 3:1："));
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
    const Rect heading = client.place_of(text_of(Language::kChinese, Text::kToday));
    CHECK(heading.y > client.place_of("没能导入").bottom());
  }

  TEST_CASE("a file that cannot be read is told about at once and changes nothing") {
    Client client{kOpenDeck};
    client.drop({(client.scratch() / "absent.docx").string()});
    CHECK(client.app().screen() == ScreenName::kToday);
    CHECK(client.shows("absent.docx"));
    CHECK(client.decks() == 1);
    client.press({Key::kEscape});
    CHECK(!client.shows("absent.docx"));
    client.press({Key::kEnter});
    CHECK(client.app().screen() == ScreenName::kStudy);
  }

  TEST_CASE("a file dropped while studying leads back to the card as it was") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kSpace, Key::kDigit1});
    client.drop({client.file("more.md", kCheckedDeck)});
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 2);
    CHECK(client.app().screen() == ScreenName::kStudy);
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
    client.app().work();
    CHECK(client.shows("正在导入 8 / 20"));
    client.press({Key::kEscape});
    CHECK(client.decks() == 8);
    CHECK(client.shows("还有 12 个文件没有导入"));
    CHECK(!client.app().is_working());
  }

  TEST_CASE("an import that the disk refuses is told about and the window goes on") {
    Client client{kOpenDeck};
    client.drop({client.file("more.md", kCheckedDeck)});
    client.break_disk();
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 1);
    CHECK(client.shows("full"));
    client.mend_disk();
    client.drop({client.file("more.md", kCheckedDeck)});
    client.press({Key::kEnter});
    client.finish_import();
    CHECK(client.decks() == 2);
  }

  TEST_CASE("theme and language and zoom change on every screen without leaving it") {
    Client client{kOpenDeck};
    const auto change = [&] {
      const ScreenName screen = client.app().screen();
      const Language language = client.app().language();
      const ThemeName theme = client.app().theme();
      for (const Key key : {Key::kT, Key::kL, Key::kPlus})
        client.app().handle(KeyPressed{key, Modifier::kCtrl});
      CHECK(client.app().language() != language);
      CHECK(client.app().theme() != theme);
      CHECK(client.app().screen() == screen);
    };
    change();
    client.press({Key::kEnter});
    change();
    CHECK(client.app().zoom() > 1.4f);
    client.app().handle(KeyPressed{Key::kDigit0, Modifier::kCtrl});
    CHECK(client.app().zoom() == 1.0f);
  }

  TEST_CASE("F1 shows the keys and takes all others until it is closed") {
    Client client{kOpenDeck};
    client.press({Key::kF1});
    CHECK(client.shows(text_of(Language::kChinese, Text::kKeysTitle)));
    client.press({Key::kDown, Key::kSpace, Key::kEscape});
    CHECK(client.app().screen() == ScreenName::kToday);
    client.press({Key::kEnter});
    CHECK(client.app().screen() == ScreenName::kStudy);
  }

  TEST_CASE("no sequence of keys breaks anything") {
    Client client{kOpenDeck, kCheckedDeck};
    std::mt19937 random(20261201);
    std::uniform_int_distribution<int> any_key(0, static_cast<int>(Key::kMinus));
    std::uniform_int_distribution<int> any_modifier(0, 5);
    for (int i = 0; i < 3000; ++i) {
      const auto key = static_cast<Key>(any_key(random));
      const int modifier = any_modifier(random);
      client.app().handle(KeyPressed{key, modifier == 1   ? Modifier::kCtrl
                                          : modifier == 2 ? Modifier::kAlt
                                                          : Modifier::kNone});
      if (i % 50 == 0) CHECK(!client.screen_text().empty());
    }
  }
}

}  // namespace rehearse
