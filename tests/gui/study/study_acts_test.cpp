// What one does with a card besides answering it, with a real library behind.
#include <doctest/doctest.h>

#include "gui/window/editor/editor_page.h"
#include "gui/window/strings/study_words.h"
#include "tests/gui/client.h"

namespace rehearse {
namespace {

using test::Client;
using test::kOpenDeck;

std::string_view said(const Phrase& phrase) { return phrase.in(Language::kChinese); }

void ctrl(Client& client, Key key) { client.app().handle(KeyPressed{key, Modifier::kCtrl}); }

}  // namespace

TEST_SUITE("gui/window/study/study_acts") {
  TEST_CASE("a card put off or suspended goes at once and undo brings it back and redo takes it again") {
    for (const Key key : {Key::kB, Key::kS}) {
      Client client{kOpenDeck};
      client.press({Key::kEnter, Key::kSpace});
      ctrl(client, key);
      CHECK(client.shows("问题二？"));
      CHECK(client.stats().reviews == 0);
      ctrl(client, Key::kZ);
      CHECK(client.shows("问题一？"));
      CHECK(client.shows("甲"));  // as it was left
      ctrl(client, Key::kY);
      CHECK(client.shows("问题二？"));
    }
  }

  TEST_CASE("an answer that was taken back is brought back") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kDigit1, Key::kEnter, Key::kEnter});
    CHECK(client.stats().reviews == 2);
    for (int round = 0; round < 2; ++round) {
      ctrl(client, Key::kZ);
      ctrl(client, Key::kZ);
      CHECK(client.stats().reviews == 0);
      CHECK(client.shows("问题一？"));
      ctrl(client, Key::kY);
      CHECK(client.shows("问题二？"));
      ctrl(client, Key::kY);
      CHECK(client.stats().reviews == 2);
      CHECK(client.shows("问题三？"));
    }
  }

  TEST_CASE("a card that cannot be put away is told about and stays") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    client.break_disk();
    ctrl(client, Key::kS);
    CHECK(client.shows("full"));
    CHECK(client.shows("问题一？"));
  }

  TEST_CASE("an example is written under the answer and kept") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    ctrl(client, Key::kN);
    CHECK(client.app().text_entry() == TextEntry::kOff);  // it might give the answer away
    client.press({Key::kA});
    CHECK(client.shows(said(words::kStudyWriteExample)));
    ctrl(client, Key::kN);
    CHECK(client.app().text_entry() == TextEntry::kOn);
    client.type("去年的一次故障 😀");
    client.press({Key::kEnter});
    client.type("第二行");
    ctrl(client, Key::kEnter);
    CHECK(client.app().text_entry() == TextEntry::kOff);
    CHECK(client.shows("去年的一次故障 😀"));
    CHECK(client.shows("第二行"));
    client.press({Key::kEnter});
    ctrl(client, Key::kZ);  // the answer; the example stays
    CHECK(client.shows("第二行"));
    ctrl(client, Key::kZ);
    CHECK(!client.shows("第二行"));
    CHECK(client.shows("问题一？"));
    ctrl(client, Key::kY);
  }

  TEST_CASE("an example that is left by escape stays as it was and one behind a grade is kept") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kA});
    ctrl(client, Key::kN);
    client.type("不要");
    client.press({Key::kEscape});
    CHECK(!client.shows("不要"));
    CHECK(client.is_asked());
    ctrl(client, Key::kN);
    client.type("要的");
    ctrl(client, Key::kS);  // saves, as everywhere one writes
    CHECK(client.shows("要的"));
    CHECK(client.shows("问题一？"));
  }

  TEST_CASE("the menu flags a question by its digit and undo takes the flag back") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    ctrl(client, Key::kM);
    CHECK(client.shows(said(words::kStudyMenuTitle)));
    client.press({Key::kDown, Key::kUp, Key::kDigit3});
    CHECK(!client.shows(said(words::kStudyMenuTitle)));
    CHECK(client.marks_of_first().flag == 3);
    CHECK(client.shows("问题一？"));
    ctrl(client, Key::kZ);
    CHECK(client.marks_of_first().flag == 0);
    CHECK(client.shows("问题一？"));
  }

  TEST_CASE("the arrows and enter work the menu and escape leaves the card alone") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    ctrl(client, Key::kM);
    client.press({Key::kEscape});
    CHECK(client.is_asked());
    ctrl(client, Key::kM);
    client.press({Key::kDown, Key::kEnter});
    CHECK(client.shows("问题二？"));  // the first was put off
    ctrl(client, Key::kM);
    client.press({Key::kUp, Key::kEnter});
    CHECK(client.on<EditorPage>());
  }

  TEST_CASE("why a card is asked is said on demand") {
    Client client{kOpenDeck};
    client.press({Key::kEnter});
    ctrl(client, Key::kW);
    CHECK(client.shows(said(words::kStudyActWhy)));
    client.press({Key::kEnter});
    CHECK(!client.shows(said(words::kStudyActWhy)));
    CHECK(client.stats().reviews == 0);
  }

  TEST_CASE("ctrl E opens the question and the card reads as edited on return") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kSpace, Key::kDigit1});
    ctrl(client, Key::kE);
    REQUIRE(client.on<EditorPage>());
    client.edit_first_stem("改过的问题一？");
    client.press({Key::kEscape});
    REQUIRE(client.is_asked());
    CHECK(client.shows("改过的问题一？"));
    CHECK(client.shows("甲"));
  }
}

}  // namespace rehearse
