// Today: dates, advice, backlogs and custom study by keyboard, with a library behind them.
#include "gui/window/today/today_page.h"

#include <doctest/doctest.h>

#include "gui/window/strings/today_words.h"
#include "gui/window/today/today_screen.h"
#include "tests/gui/client.h"
#include "tests/gui/sample_views.h"

namespace rehearse {
namespace {

using test::Client;
using test::kCheckedDeck;
using test::kOpenDeck;

/// More than one day has time for.
std::string large_deck() {
  std::string deck = "<!-- rehearse: 1 -->\n# 大题库\n";
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i);
    deck += "### 第 " + number + " 题？\n- **甲" + number + "**：一\n- **乙" + number + "**\n- **丙" +
            number + "**\n";
  }
  return deck;
}

void press_with_ctrl(Client& client, Key key) { client.app().handle(KeyPressed{key, Modifier::kCtrl}); }

const TodayView& view_of(const Client& client) {
  REQUIRE(client.on<TodayPage>());
  return client.on<TodayPage>()->view();
}

DateSheet date_sheet(const char* typed) {
  return {"题库", *parse_day("2026-12-01"), TextEditor(TextLines::kOne, typed)};
}

}  // namespace

TEST_SUITE("gui/window/today") {
  TEST_CASE("an interview date is typed and told with how ready one is and taken back by undo") {
    Client client{kOpenDeck};
    CHECK(!view_of(client).rows[0].ahead);
    press_with_ctrl(client, Key::kD);
    CHECK(client.app().text_entry() == TextEntry::kOn);
    client.type("2026-12-11");
    CHECK(client.shows("还有 10 天"));
    client.press({Key::kEnter});
    CHECK(client.app().text_entry() == TextEntry::kOff);
    CHECK(view_of(client).rows[0].days_to_interview == 10);
    REQUIRE(view_of(client).rows[0].ahead);
    CHECK(view_of(client).rows[0].ahead->has_interview);
    CHECK(client.shows("距面试 10 天"));
    press_with_ctrl(client, Key::kZ);
    CHECK(!view_of(client).rows[0].days_to_interview);
  }

  TEST_CASE("a date may be a number of days and is moved by the arrow keys and never lies in the past") {
    CHECK(format_day(*typed_day(date_sheet("14"))) == "2026-12-15");
    CHECK(format_day(*typed_day(date_sheet(" ２０２６-12-05 "))) == "2026-12-05");
    for (const char* wrong : {"", "soon", "-3", "2026-02-30", "99999999999", "12 days"})
      CHECK(!typed_day(date_sheet(wrong)));

    Client client{kOpenDeck};
    press_with_ctrl(client, Key::kD);
    client.press({Key::kUp, Key::kUp, Key::kDown});
    CHECK(client.shows("还有 1 天"));
    for (int i = 0; i < 5; ++i) client.press({Key::kDown});
    CHECK(client.shows("还有 0 天"));
    client.press({Key::kEscape});
    press_with_ctrl(client, Key::kD);
    client.type("2020-01-01");
    client.press({Key::kEnter});
    CHECK(client.shows(words::kTodayDatePast.in(Language::kChinese)));
    CHECK(!view_of(client).rows[0].days_to_interview);
  }

  TEST_CASE("all decks together have no date of their own") {
    Client client{kOpenDeck, kCheckedDeck};
    press_with_ctrl(client, Key::kD);
    CHECK(!client.on<TodayPage>()->is_typing());
    CHECK(client.shows(words::kTodayPickDeckFirst.in(Language::kChinese)));
  }

  TEST_CASE("a plan that cannot be met is told plainly and what would help is done and taken back") {
    const std::string deck = large_deck();
    Client client{deck.c_str()};
    press_with_ctrl(client, Key::kD);
    client.type("3");
    client.press({Key::kEnter});
    REQUIRE(view_of(client).rows[0].ahead);
    const DeckAhead ahead = *view_of(client).rows[0].ahead;
    CHECK(!ahead.is_met);
    CHECK(client.shows(ahead.plan.chinese.substr(0, 12)));
    REQUIRE(ahead.minutes);
    // The first stop of Tab behind the navigation is the first offer.
    for (int i = 0; i <= kPlaceCount; ++i) client.press({Key::kTab}), client.screen_text();
    client.press({Key::kEnter});
    client.screen_text();
    CHECK(view_of(client).rows[0].ahead->is_met);
    press_with_ctrl(client, Key::kZ);
    CHECK(!view_of(client).rows[0].ahead->is_met);
  }

  TEST_CASE("custom study asks the weakest cards whether they are due or not") {
    Client client{kCheckedDeck};
    client.press({Key::kEnter, Key::kDigit2, Key::kEnter, Key::kEnter, Key::kEscape});
    CHECK(client.stats().reviews == 1);
    press_with_ctrl(client, Key::kEnter);
    CHECK(client.shows(words::kTodayCustom.in(Language::kChinese)));
    client.press({Key::kTab, Key::kTab});
    client.screen_text();
    client.press({Key::kRight});  // from the plan's cards to the weakest
    client.screen_text();
    CHECK(client.shows(filled(Language::kChinese, words::kTodayCards, {"20"})));
    client.press({Key::kTab, Key::kTab, Key::kTab, Key::kTab});
    client.screen_text();
    client.press({Key::kEnter});
    client.screen_text();
    CHECK(client.is_asked());
    CHECK(client.shows("选哪个？"));
  }

  TEST_CASE("a sheet is left by escape and changes nothing") {
    Client client{kOpenDeck};
    for (const Key key : {Key::kD, Key::kEnter}) {
      press_with_ctrl(client, key);
      CHECK(client.on<TodayPage>()->is_typing());
      client.press({Key::kEscape});
      CHECK(!client.on<TodayPage>()->is_typing());
    }
    press_with_ctrl(client, Key::kZ);
    CHECK(client.shows("已撤销《开放题库》的导入"));  // that was the last thing done
    CHECK(client.decks() == 0);
  }

  TEST_CASE("for all decks together the advice is of the first that is in trouble") {
    TodayView view = test::today_with_decks(6);
    view.selected = 0;
    CHECK(!view.advised_row());
    view.rows[3].ahead->is_met = false;
    CHECK(view.advised_row() == 3);
    view.selected = 1;
    CHECK(view.advised_row() == 1);
    view.selected = 2;  // neither a date nor a backlog
    CHECK(!view.advised_row());
  }

  TEST_CASE("the calendar shows the day that was studied") {
    Client client{kOpenDeck};
    CHECK(view_of(client).habit.empty());
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    REQUIRE(!view_of(client).habit.empty());
    CHECK(view_of(client).habit.back() == 1);
    CHECK(client.shows(words::kTodayHabit.in(Language::kChinese)));
  }
}

}  // namespace rehearse
