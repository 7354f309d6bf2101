// Ctrl+K from a page to what was meant.
#include "gui/window/shell/palette.h"

#include <doctest/doctest.h>

#include "gui/window/settings/settings_page.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/sync_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/today_page.h"
#include "tests/gui/client.h"

namespace rehearse {

using test::Client;
using test::kCheckedDeck;
using test::kOpenDeck;

namespace {

void open_palette(Client& client) { client.app().handle(KeyPressed{Key::kK, Modifier::kCtrl}); }

}  // namespace

TEST_SUITE("gui/window/shell/palette") {
  TEST_CASE("a place is found by a part of its name in either language") {
    for (const char* typed : {"sett", "设置", "SETT"}) {
      Client client{kOpenDeck};
      open_palette(client);
      CHECK(client.app().text_entry() == TextEntry::kOn);
      client.type(typed);
      client.press({Key::kEnter});
      CHECK(client.on<SettingsPage>());
    }
  }

  TEST_CASE("a deck's name and Enter study that deck") {
    Client client{kOpenDeck, kCheckedDeck};
    open_palette(client);
    client.type("自查");
    client.press({Key::kEnter});
    CHECK(client.is_asked());
    CHECK(client.shows("选哪个？"));
  }

  TEST_CASE("what is done on Today and in the settings is found on every page, which goes there") {
    Client client{kOpenDeck};
    for (const Key page : {Key::kDigit2, Key::kDigit3, Key::kDigit4}) {
      client.app().handle(KeyPressed{page, Modifier::kCtrl});
      open_palette(client);
      client.type("自选");
      client.press({Key::kEnter});
      CHECK(client.on<TodayPage>());
      CHECK(client.shows(words::kTodayCustom.in(Language::kChinese)));
      client.press({Key::kEscape});
    }
    open_palette(client);
    client.type("登录服务器");
    client.press({Key::kEnter});
    CHECK(client.on<SettingsPage>());
    CHECK(client.shows(words::kSyncServer.in(Language::kChinese)));
  }

  TEST_CASE("Escape leaves everything as it was and a word that fits nothing says so") {
    Client client{kOpenDeck};
    open_palette(client);
    client.type("qqq");
    CHECK(client.shows(words::kPaletteEmpty.in(Language::kChinese)));
    client.press({Key::kEnter, Key::kEscape});
    CHECK(client.on<TodayPage>());
    CHECK(!client.shows(words::kPaletteEmpty.in(Language::kChinese)));
  }

  TEST_CASE("up from the first entry is the last one") {
    Client client{kOpenDeck};
    open_palette(client);
    client.press({Key::kUp, Key::kEnter});
    CHECK(client.app().wants_close());
  }

  TEST_CASE("Ctrl and Q closes the window from the palette and from the list of keys too") {
    for (const KeyPressed over : {KeyPressed{Key::kK, Modifier::kCtrl}, KeyPressed{Key::kF1}}) {
      Client client{kOpenDeck};
      client.app().handle(over);
      client.app().handle(KeyPressed{Key::kQ, Modifier::kCtrl});
      CHECK(client.app().wants_close());
    }
  }
}

}  // namespace rehearse
