// Events in, a real library behind: what the client does on each screen.
#include "gui/window/app.h"

#include <doctest/doctest.h>

#include <random>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/today/today_page.h"
#include "tests/gui/client.h"

namespace rehearse {

using test::Client;
using test::kCheckedDeck;
using test::kOpenDeck;

TEST_SUITE("gui/window/app") {
  TEST_CASE("three cards answered by keys are three answers in the library") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    CHECK(client.is_asked());
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
    CHECK(client.shows(words::kNothingToUndo.in(Language::kChinese)));
  }

  TEST_CASE("a choice is checked by the first enter and stored by the second") {
    Client client{kCheckedDeck};
    client.press({Key::kEnter, Key::kDigit2, Key::kEnter});
    CHECK(client.shows(words::kRight.in(Language::kChinese)));
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
    CHECK(client.shows(words::kRight.in(Language::kChinese)));
  }

  TEST_CASE("what is typed into a blank can be copied and taken back") {
    Client client{kCheckedDeck};
    client.press({Key::kEnter, Key::kDigit2, Key::kEnter, Key::kEnter});
    client.type("𠮷 50");
    client.app().handle(KeyPressed{Key::kA, Modifier::kCtrl});
    client.app().handle(KeyPressed{Key::kC, Modifier::kCtrl});
    CHECK(client.app().take_copied() == "𠮷 50");
    client.app().handle(KeyPressed{Key::kZ, Modifier::kCtrl});
    CHECK(!client.shows("𠮷 50"));
    CHECK(client.stats().reviews == 1);
    client.app().handle(KeyPressed{Key::kZ, Modifier::kCtrl});
    CHECK(client.stats().reviews == 0);
  }

  TEST_CASE("escape goes back to Today and keeps what was answered") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    CHECK(client.on<TodayPage>());
    CHECK(client.stats().reviews == 1);
  }

  TEST_CASE("after fifteen minutes no card is begun and Today goes on with those that wait") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    client.pass(std::chrono::minutes{16});
    client.press({Key::kEnter});
    CHECK(client.is_told_summary());
    CHECK(client.shows(filled(Language::kChinese, words::kMinutesUp, {"2"})));
    client.press({Key::kEnter, Key::kEnter});
    CHECK(client.is_asked());
    CHECK(client.shows("问题二？"));
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

  TEST_CASE("theme and language and zoom change on every screen without leaving it") {
    Client client{kOpenDeck};
    const auto change = [&] {
      const Page* page = &client.app().page();
      const Language language = client.app().language();
      const ThemeName theme = client.app().theme();
      for (const Key key : {Key::kT, Key::kL, Key::kPlus})
        client.app().handle(KeyPressed{key, Modifier::kCtrl});
      CHECK(client.app().language() != language);
      CHECK(client.app().theme() != theme);
      CHECK(&client.app().page() == page);
    };
    change();
    client.press({Key::kEnter});
    change();
    CHECK(client.app().zoom() > 1.2f);
    client.app().handle(KeyPressed{Key::kDigit0, Modifier::kCtrl});
    CHECK(client.app().zoom() == 1.0f);
  }

  TEST_CASE("F1 shows the keys and takes all others until it is closed") {
    Client client{kOpenDeck};
    client.press({Key::kF1});
    CHECK(client.shows(words::kKeysTitle.in(Language::kChinese)));
    client.press({Key::kDown, Key::kSpace, Key::kEscape});
    CHECK(client.on<TodayPage>());
    client.press({Key::kEnter});
    CHECK(client.is_asked());
  }

  TEST_CASE("no sequence of keys breaks anything") {
    Client client{kOpenDeck, kCheckedDeck};
    std::mt19937 random(20261201);
    std::uniform_int_distribution<int> any_key(0, static_cast<int>(Key::kComma));
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
