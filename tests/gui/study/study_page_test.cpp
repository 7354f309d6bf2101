// The study page with a real library behind: answers that are typed, hints, the clock, what comes at the end.
#include "gui/window/study/study_page.h"

#include <doctest/doctest.h>

#include "gui/window/strings/study_words.h"
#include "gui/window/today/today_page.h"
#include "tests/gui/client.h"

namespace rehearse {
namespace {

using test::Client;
using test::kCheckedDeck;
using test::kOpenDeck;

constexpr const char* kLongDeck =
    "<!-- rehearse: 1 -->\n# 长题库\n"
    "### 加缓存之后要留意什么？\n- **读变快**：热点数据不再每次都去查数据库\n"
    "- **失效最难**：改了库却忘了清缓存，用户看到旧值\n- **错开过期**：过期时间加一点随机\n"
    "### 上线前检查什么？\n- **回滚**：有没有一条不用思考的退路\n- **观察**：上线后看哪三张图\n";

std::string_view said(const Phrase& phrase) { return phrase.in(Language::kChinese); }

void ctrl(Client& client, Key key) { client.app().handle(KeyPressed{key, Modifier::kCtrl}); }

/// All questions were met, and it is the next day: the first card is asked.
void meet_all(Client& client, std::size_t questions) {
  client.press({Key::kEnter});
  for (std::size_t i = 0; i < questions; ++i) {
    client.app().handle(KeyPressed{Key::kDigit4, Modifier::kAlt});
    client.press({Key::kEnter});
  }
  CHECK(client.is_told_summary());
  client.press({Key::kEnter});
  client.pass(std::chrono::hours{24});
  client.app().handle(WindowFocused{});
  client.press({Key::kEnter});
  REQUIRE(client.is_asked());
}

}  // namespace

TEST_SUITE("gui/window/study/study_page") {
  TEST_CASE("a typed answer is checked point by point and its ticks can still be changed") {
    Client client{kLongDeck};
    meet_all(client, 2);
    client.press({Key::kF2});
    CHECK(client.app().text_entry() == TextEntry::kOn);
    client.type("热点数据不用每次查数据库，读变快；");
    client.press({Key::kEnter, Key::kDigit1, Key::kSpace});  // text, not ticks
    client.type("改了库忘了清缓存，用户看到的是旧值");
    CHECK(!client.shows("错开过期"));
    ctrl(client, Key::kEnter);
    CHECK(client.app().text_entry() == TextEntry::kOff);
    CHECK(client.shows(said(words::kStudyYourAnswer)));
    CHECK(client.shows("错开过期"));
    CHECK(client.shows(said(words::kStudyNotFound)));
    CHECK(client.shows(filled(Language::kChinese, words::kStudyCovers, {"2", "3"})));
    client.press({Key::kDigit3, Key::kEnter});
    CHECK(client.shows("上线前检查什么？"));
    // Who types one answer types the next, until it is put aside.
    CHECK(client.app().text_entry() == TextEntry::kOn);
    client.press({Key::kEscape});
    CHECK(client.app().text_entry() == TextEntry::kOff);
    CHECK(client.is_asked());
  }

  TEST_CASE("undo gives back a typed answer with what was found in it") {
    Client client{kLongDeck};
    meet_all(client, 2);
    client.press({Key::kF2});
    client.type("读变快，热点数据不再查数据库");
    ctrl(client, Key::kEnter);
    client.press({Key::kEnter});
    ctrl(client, Key::kZ);
    CHECK(client.shows("读变快，热点数据不再查数据库"));
    CHECK(client.shows(said(words::kStudyYourAnswer)));
  }

  TEST_CASE("a hint shows the cue of the next point and not its detail") {
    Client client{kLongDeck};
    meet_all(client, 2);
    CHECK(!client.shows("读变快"));
    ctrl(client, Key::kH);
    CHECK(client.shows(filled(Language::kChinese, words::kStudyHint, {"读变快"})));
    CHECK(!client.shows("热点数据"));
    CHECK(!client.shows("失效最难"));
  }

  TEST_CASE("the clock counts the seconds of a card met before until its answer is shown") {
    Client client{kLongDeck};
    client.press({Key::kEnter});
    CHECK(!client.app().page().next_tick());  // a new question is read: there is no hurry
    client.press({Key::kEscape});
    meet_all(client, 2);
    CHECK(client.shows("0:00 / 3:00"));
    REQUIRE(client.app().page().next_tick());
    CHECK(*client.app().page().next_tick() == std::chrono::seconds{10});
    CHECK(client.app().tick() == Redraw::kUntilSettled);  // a day has passed
    CHECK(client.app().tick() == Redraw::kNothing);
    client.pass(std::chrono::minutes{1});
    CHECK(client.app().tick() == Redraw::kOneFrame);
    CHECK(client.shows("1:00 / 3:00"));
    CHECK(client.app().tick() == Redraw::kNothing);
    client.press({Key::kA});
    CHECK(!client.app().page().next_tick());
    client.pass(std::chrono::minutes{1});
    CHECK(client.app().tick() == Redraw::kNothing);
    CHECK(client.shows("1:00 / 3:00"));
  }

  TEST_CASE("a sitting with nothing to ask says so and leaves Today where it was") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    for (int i = 0; i < 3; ++i) client.press({Key::kEnter});
    client.press({Key::kEnter});
    REQUIRE(client.on<TodayPage>());
    ctrl(client, Key::kK);
    client.type("学习：开放");
    client.press({Key::kEnter});
    CHECK(client.on<TodayPage>());
    CHECK(client.shows(said(words::kStudyNothing)));
  }

  TEST_CASE("at the end one goes on with 1 and drills what was missed with 2") {
    Client client{kLongDeck};
    meet_all(client, 2);
    client.press({Key::kA, Key::kDigit1});
    client.pass(std::chrono::minutes{16});
    client.press({Key::kEnter});
    REQUIRE(client.is_told_summary());
    CHECK(client.shows(filled(Language::kChinese, words::kMinutesUp, {"1"})));
    CHECK(client.shows(filled(Language::kChinese, words::kStudyMissesWait, {"2"})));
    client.press({Key::kDigit1});
    CHECK(client.is_asked());
    CHECK(client.shows("上线前检查什么？"));
    client.press({Key::kA, Key::kDigit1, Key::kDigit2});
    client.pass(std::chrono::minutes{16});
    client.press({Key::kEnter});
    REQUIRE(client.is_told_summary());
    client.press({Key::kDigit2});
    CHECK(client.is_asked());
    CHECK(client.shows(filled(Language::kChinese, words::kPointOf, {"2", "3"})));
  }

  TEST_CASE("a fill card still takes its text in one line") {
    Client client{kCheckedDeck};
    client.press({Key::kEnter, Key::kDigit1, Key::kEnter, Key::kEnter});
    REQUIRE(client.is_asked());
    CHECK(client.app().text_entry() == TextEntry::kOn);
    client.type("𠮷 50");
    client.press({Key::kEnter});
    CHECK(client.shows(said(words::kRight)));
    client.press({Key::kEnter});
    CHECK(client.is_told_summary());
  }
}

}  // namespace rehearse
