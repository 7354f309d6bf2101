// The settings in front of a person with a keyboard.
#include <doctest/doctest.h>

#include <algorithm>

#include "gui/window/settings/settings_page.h"
#include "gui/window/settings/settings_values.h"
#include "gui/window/strings/shell_words.h"
#include "tests/gui/client.h"

namespace rehearse {
namespace {

using test::Client;

struct AtSettings : Client {
  AtSettings() : Client({test::kOpenDeck}) {
    app().handle(KeyPressed{Key::kDigit6, Modifier::kCtrl});
    rest();
  }

  const SettingsPage& page() {
    REQUIRE(on<SettingsPage>());
    return *on<SettingsPage>();
  }
  const SettingsView& view() { return page().view(); }
  /// Until nothing goes on in the background.
  void rest() {
    wait_until([this] { return !page().is_working(); });
  }
  // Where the keyboard is: the page gives it to those who may change it alone.
  bool is_on(const std::string& id) { return const_cast<SettingsPage&>(page()).focus().is_on(id); }
  /// Tab until the keyboard is on it.
  void go_to(const std::string& id) {
    screen_text();
    for (int i = 0; i < 100 && !is_on(id); ++i) {
      press({Key::kTab});
      screen_text();
    }
    REQUIRE(is_on(id));
  }
  /// The key on that control, and what comes of it.
  void press_on(const std::string& id, std::initializer_list<Key> keys) {
    go_to(id);
    for (const Key key : keys) {
      press({key});
      screen_text();
      rest();
      screen_text();
    }
  }
};

}  // namespace

TEST_SUITE("gui/window/settings/settings_page") {
  TEST_CASE("the language is chosen with the arrow keys and holds at once") {
    AtSettings learner;
    REQUIRE(learner.shows("设置"));
    learner.press_on("language", {Key::kRight, Key::kRight});
    CHECK(learner.app().language() == Language::kEnglish);
    CHECK(learner.shows("Settings"));
    learner.press_on("language", {Key::kLeft});
    CHECK(learner.shows("设置"));
  }

  TEST_CASE("theme and text size are chosen and seen at once") {
    AtSettings learner;
    learner.press_on("theme", {Key::kRight, Key::kRight});
    CHECK(learner.app().theme() == ThemeName::kDark);
    learner.press_on("text size", {Key::kRight});
    CHECK(learner.app().zoom() == doctest::Approx(1.1));
  }

  TEST_CASE("limits are kept in the library and can be undone") {
    AtSettings learner;
    learner.press_on("fresh", {Key::kRight});
    learner.press_on("minutes", {Key::kLeft});
    learner.press_on("reviews", {Key::kLeft});
    learner.press_on("after interview", {Key::kRight});
    const StudySettings settings = learner.library().study_settings(std::nullopt);
    CHECK(settings.fresh_per_day == 15);
    CHECK(settings.minutes_per_day == std::chrono::minutes{10});
    CHECK(settings.reviews_per_day == std::optional<std::size_t>(1000));
    CHECK(settings.after_interview == AfterInterview::kQuiet);
    learner.app().handle(KeyPressed{Key::kZ, Modifier::kCtrl});
    CHECK(learner.view().amount.after_interview == AfterInterview::kMaintenance);
  }

  TEST_CASE("what the disk refuses is not shown as set") {
    AtSettings learner;
    learner.break_disk();
    learner.press_on("fresh", {Key::kRight});
    learner.press_on("after interview", {Key::kRight});
    learner.press_on("scheduler", {Key::kRight});
    CHECK(learner.shows("full"));
    CHECK(learner.view().amount.fresh == 10);
    CHECK(learner.view().amount.after_interview == AfterInterview::kMaintenance);
    CHECK(learner.view().scheduler.kind == SchedulerKind::kSm2);
    learner.mend_disk();
    learner.press_on("fresh", {Key::kRight});
    CHECK(learner.library().study_settings(std::nullopt).fresh_per_day == 15);
  }

  TEST_CASE("the window is not closed while a backup is being written") {
    AtSettings learner;
    learner.look();
    learner.click("back up");
    const bool was_writing = learner.page().reason_not_to_quit() != nullptr;
    learner.app().handle(CloseAsked{});
    // It may be over by now: then there is nothing to wait for.
    if (was_writing && !learner.app().wants_close()) {
      CHECK(learner.shows(words::kStillBusy.in(Language::kChinese)));
      learner.rest();
      learner.app().handle(CloseAsked{});
    }
    CHECK(learner.app().wants_close());
  }

  TEST_CASE("the hour at which a day starts is moved and undone") {
    AtSettings learner;
    learner.press_on("day start", {Key::kRight});
    CHECK(learner.library().day_starts() == std::chrono::hours{5});
    CHECK(learner.shows("05:00"));
    learner.press_on("day start", {Key::kLeft, Key::kLeft, Key::kLeft});
    CHECK(learner.library().day_starts() == std::chrono::hours{2});
    learner.app().handle(KeyPressed{Key::kZ, Modifier::kCtrl});
    CHECK(learner.library().day_starts() == std::chrono::hours{3});
    CHECK(learner.shows("03:00"));
  }

  TEST_CASE("the scheduler is changed in the background and undone") {
    AtSettings learner;
    learner.press_on("scheduler", {Key::kRight});
    CHECK(learner.library().scheduler().kind() == SchedulerKind::kFsrs6);
    learner.press_on("retention", {Key::kRight, Key::kRight});
    CHECK(learner.library().scheduler().desired_retention() == doctest::Approx(0.92));
    for (int i = 0; i < 3; ++i) learner.app().handle(KeyPressed{Key::kZ, Modifier::kCtrl});
    CHECK(learner.view().scheduler.kind == SchedulerKind::kSm2);
  }

  TEST_CASE("several steps of a value while cards are worked out again end at the last one") {
    AtSettings learner;
    learner.press_on("scheduler", {Key::kRight});
    learner.go_to("retention");
    for (int i = 0; i < 5; ++i) {
      learner.press({Key::kRight});
      learner.screen_text();
    }
    learner.rest();
    CHECK(learner.library().scheduler().desired_retention() == doctest::Approx(0.95));
  }

  TEST_CASE("too few answers for a fit are told in words") {
    AtSettings learner;
    learner.press_on("fit", {Key::kEnter});
    CHECK(learner.shows("400"));
    CHECK(learner.library().scheduler().kind() == SchedulerKind::kSm2);
  }

  TEST_CASE("a backup is made and looked into and gone back to by keyboard") {
    AtSettings learner;
    learner.press_on("back up", {Key::kEnter});
    REQUIRE(learner.view().backups.rows.size() == 1);
    learner.edit_first_stem("换了的题目？");
    learner.pass(std::chrono::minutes{1});
    learner.press_on("backup 0", {Key::kEnter});
    CHECK(learner.shows("3 道题"));
    learner.press_on("restore", {Key::kEnter});
    const auto questions = learner.library().questions(learner.library().decks(learner.now()).front().id);
    CHECK(questions.front().question.stem == "问题一？");
    CHECK(learner.view().backups.rows.size() == 2);
    CHECK(learner.is_on("back up"));
  }

  TEST_CASE("the library is backed up by itself after half an hour of use and not sooner") {
    AtSettings learner;
    learner.pass(std::chrono::minutes{29});
    learner.press({Key::kPageDown});
    learner.pass(std::chrono::minutes{2});
    learner.press({Key::kPageDown});
    const auto folder = learner.scratch() / "library";
    learner.wait_until([&] { return !list_backups(folder).empty(); });
    CHECK(list_backups(folder).size() == 1);
  }

  TEST_CASE("the keys of every page are listed") {
    AtSettings learner;
    learner.press_on("all keys", {Key::kEnter});
    CHECK(learner.view().keys.size() >= 3);
    learner.press_on("all keys", {Key::kEnter});
    CHECK(learner.view().keys.empty());
  }

  TEST_CASE("the folder of the library is copied") {
    AtSettings learner;
    learner.press_on("copy folder", {Key::kEnter});
    CHECK(learner.app().take_copied() == (learner.scratch() / "library").string());
  }

  TEST_CASE("stepped values go up and down and stay within their ends") {
    for (const auto step : {stepped_minutes, stepped_fresh}) {
      std::size_t value = 10;
      for (int i = 0; i < 50; ++i) {
        const std::size_t next = step(value, +1);
        CHECK(next >= value);
        if (next > value) CHECK(step(next, -1) == value);
        value = next;
      }
      CHECK(step(value, -1000) <= 5);
    }
    CHECK(stepped_minutes(17, +1) == 20);
    CHECK(stepped_minutes(17, -1) == 15);
    CHECK(stepped_reviews(std::nullopt, -1) == 1000);
    CHECK(stepped_reviews(1000, +1) == std::nullopt);
    CHECK(stepped_retention(99, +1) == 99);
    CHECK(stepped_retention(70, -1) == 70);
  }
}

}  // namespace rehearse
