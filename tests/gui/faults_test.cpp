// What must not be lost when the window closes, the disk is full, the clock is set or the folder goes.
#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <new>
#include <system_error>

#include "gui/window/editor/editor_page.h"
#include "gui/window/interview/interview_page.h"
#include "gui/window/strings/editor_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/today/today_page.h"
#include "tests/gui/client.h"

namespace rehearse {
namespace {

using test::Client;
using test::kOpenDeck;

std::string_view said(const Phrase& phrase) { return phrase.in(Language::kChinese); }

void ctrl(Client& client, Key key) { client.app().handle(KeyPressed{key, Modifier::kCtrl}); }

std::string first_stem(Client& client) {
  return client.library().questions(client.library().decks(client.now()).front().id).front().question.stem;
}

/// The first question in the editor, with something typed into its stem.
struct Editing : Client {
  Editing() : Client({kOpenDeck}) {
    press({Key::kEnter});
    ctrl(*this, Key::kE);
    look();
    REQUIRE(on<EditorPage>());
    type("啊");
  }
};

/// The example of the first question, being typed.
struct WritingExample : Client {
  WritingExample() : Client({kOpenDeck}) {
    press({Key::kEnter, Key::kA});
    ctrl(*this, Key::kN);
    type("去年的事");
  }
};

/// An app whose preferences are in a file.
struct WithPreferences {
  test::Scratch scratch;
  std::filesystem::path file = scratch / "settings" / "window.json";
  Library library{scratch / "library", [salt = std::uint64_t{0}]() mutable { return ++salt; }};

  std::unique_ptr<App> open() {
    WindowOptions options{[] { return *parse_instant("2026-12-01T09:30:00+08:00"); }};
    options.preferences_file = file;
    options.language = Language::kChinese;
    return std::make_unique<App>(library, options);
  }
};

}  // namespace

TEST_SUITE("gui/window/faults") {
  TEST_CASE("the window's own button asks where an edit is not saved and closes once it is") {
    Editing client;
    client.app().handle(CloseAsked{});
    CHECK(!client.app().wants_close());
    CHECK(client.shows(said(words::kEditorStay)));
    ctrl(client, Key::kS);
    client.app().handle(CloseAsked{});
    CHECK(client.app().wants_close());
    CHECK(first_stem(client) == "问题一？啊");
  }

  TEST_CASE("the end of the session keeps an edit that was not saved and it can be undone") {
    Editing client;
    client.app().end();
    CHECK(client.app().wants_close());
    CHECK(first_stem(client) == "问题一？啊");
    client.library().undo(client.library().latest_change()->op, client.now());
    CHECK(first_stem(client) == "问题一？");
  }

  TEST_CASE("an edit of several fields is kept whole or not at all") {
    Editing client;
    client.click("cue 0");
    client.type("乙");
    client.break_disk();
    ctrl(client, Key::kS);
    CHECK(client.shows("full"));
    CHECK(client.on<EditorPage>()->reason_to_stay());
    client.mend_disk();
    ctrl(client, Key::kS);
    CHECK(!client.on<EditorPage>()->reason_to_stay());
    CHECK(first_stem(client) == "问题一？啊");
  }

  TEST_CASE("an example that is being typed is kept by whatever leaves the card") {
    WritingExample client;
    SUBCASE("going elsewhere") { ctrl(client, Key::kDigit1); }
    SUBCASE("quitting") { ctrl(client, Key::kQ); }
    SUBCASE("the window's own button") { client.app().handle(CloseAsked{}); }
    SUBCASE("the end of the session") { client.app().end(); }
    CHECK(client.marks_of_first().example == "去年的事");
  }

  TEST_CASE("an example that the disk refuses stays in its field until there is room or it is dropped") {
    WritingExample client;
    client.break_disk();
    ctrl(client, Key::kDigit1);
    CHECK(client.is_asked());
    CHECK(client.shows("full"));
    CHECK(client.shows("去年的事"));
    client.app().handle(CloseAsked{});
    CHECK(!client.app().wants_close());
    client.press({Key::kEscape});  // the notice
    SUBCASE("there is room") {
      client.mend_disk();
      ctrl(client, Key::kDigit1);
      CHECK(client.on<TodayPage>());
      CHECK(client.marks_of_first().example == "去年的事");
    }
    SUBCASE("it is dropped") {
      client.press({Key::kEscape});
      client.app().handle(CloseAsked{});
      CHECK(client.app().wants_close());
    }
  }

  TEST_CASE("preferences that could not be written are written when the window is closed") {
    WithPreferences desk;
    const auto app = desk.open();
    app->handle(KeyPressed{Key::kPlus, Modifier::kCtrl});
    CHECK(app->zoom() > 1);
    CHECK(!std::filesystem::exists(desk.file));
    std::filesystem::create_directories(desk.file.parent_path());
    SUBCASE("by the learner") { app->handle(CloseAsked{}); }
    SUBCASE("by the session") { app->end(); }
    CHECK(app->wants_close());
    CHECK(desk.open()->zoom() == app->zoom());
  }

  TEST_CASE("a system without a Chinese font changes the language of that window and no later one") {
    WithPreferences desk;
    std::filesystem::create_directories(desk.file.parent_path());
    {
      const auto app = desk.open();
      app->say_no_chinese_font();
      CHECK(app->language() == Language::kEnglish);
      app->handle(KeyPressed{Key::kPlus, Modifier::kCtrl});
    }
    CHECK(desk.open()->language() == Language::kChinese);
  }

  TEST_CASE("a machine without memory or threads left costs the action and is said") {
    WithPreferences with;
    Desk desk(with.library, WindowOptions{[] { return *parse_instant("2026-12-01T09:30:00+08:00"); }});
    CHECK(!desk.attempt(words::kNotRead, [] { throw std::bad_alloc(); }));
    REQUIRE(desk.notice());
    CHECK(desk.notice()->text.in(Language::kChinese).find("内存不足") != std::string::npos);
    CHECK(!desk.attempt(words::kNotRead, [] {
      throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
    }));
    CHECK(desk.notice()->text.in(Language::kChinese).find("系统拒绝") != std::string::npos);
  }

  TEST_CASE("a clock that is set while the window is open loses no answer and is no end of the world") {
    for (const std::chrono::minutes step : {std::chrono::minutes{-60 * 24 * 400}, std::chrono::minutes{-3},
                                            std::chrono::minutes{60 * 24 * 400}}) {
      Client client{kOpenDeck};
      client.press({Key::kEnter, Key::kA});
      client.pass(step);
      client.app().tick();
      client.press({Key::kEnter});
      CHECK(client.stats().reviews == 1);
      client.look();
      ctrl(client, Key::kZ);
      CHECK(client.stats().reviews == 0);
      for (const Key place : {Key::kDigit1, Key::kDigit2, Key::kDigit3, Key::kDigit4, Key::kDigit6}) {
        ctrl(client, place);
        CHECK(!client.screen_text().empty());
      }
      CHECK(client.is_whole());
    }
  }

  TEST_CASE("a date that is set back behind the newest answer is named while the window is open") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kA, Key::kEnter});
    client.pass(std::chrono::hours{-24 * 40});
    client.app().tick();
    CHECK(client.shows("40 天"));
    client.press({Key::kEscape, Key::kA, Key::kEnter});
    CHECK(client.stats().reviews == 2);
  }

  TEST_CASE("the clock of a mock interview never runs backwards") {
    Client client{kOpenDeck};
    ctrl(client, Key::kDigit3);
    client.press({Key::kEnter});
    REQUIRE(client.on<InterviewPage>()->is_running());
    client.pass(std::chrono::minutes{-30});
    client.app().tick();
    CHECK(client.shows("3:00"));
    client.press({Key::kSpace, Key::kEnter});
    CHECK(client.is_whole());
  }

  TEST_CASE("after midnight Today counts the new day's cards without a key") {
    Client client{kOpenDeck};
    client.press(
        {Key::kEnter, Key::kA, Key::kEnter, Key::kA, Key::kEnter, Key::kA, Key::kEnter, Key::kEscape});
    REQUIRE(client.on<TodayPage>());
    const std::string evening = client.screen_text();
    client.pass(std::chrono::hours{24});
    client.app().tick();
    CHECK(client.screen_text() != evening);
  }

  TEST_CASE("an answer to a library that was taken away is said not to be saved until it is back") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kA});
    const std::filesystem::path library = client.scratch() / "library", away = client.scratch() / "away";
    std::filesystem::rename(library, away);
    client.press({Key::kEnter});
    CHECK(client.shows("这次作答没有存上"));
    CHECK(client.shows("问题一？"));
    std::filesystem::rename(away, library);
    client.press({Key::kEnter});
    CHECK(client.stats().reviews == 1);
    CHECK(client.is_whole());
  }
}

}  // namespace rehearse
