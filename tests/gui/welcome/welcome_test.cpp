// The first start: comes once, adds what was chosen, and is left by one key.
#include "gui/window/welcome/welcome_page.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <semaphore>

#include "gui/window/app.h"
#include "gui/window/import/import_page.h"
#include "gui/window/today/today_page.h"
#include "tests/gui/client.h"
#include "tests/gui/null_window.h"
#include "tests/scratch.h"

namespace rehearse {
namespace {

/// A start with a library of its own and two bundled decks, one in each language.
class FirstStart {
 public:
  FirstStart()
      : now_(*parse_instant("2026-12-01T09:30:00+08:00")),
        library_(scratch_ / "library", [salt = std::uint64_t{0}]() mutable { return ++salt; }) {
    std::filesystem::create_directory(scratch_ / "decks");
    std::ofstream(scratch_ / "decks/a.md") << test::kOpenDeck;
    std::ofstream(scratch_ / "decks/b.md")
        << "<!-- rehearse: 1 -->\n# English deck\n### Why?\n- **Because**\n";
    options_.clock = [this] { return now_; };
    options_.preferences_file = scratch_ / "window.json";
    options_.bundled_decks = scratch_ / "decks";
  }

  WindowOptions& options() { return options_; }
  void start() { app_ = std::make_unique<App>(library_, options_); }
  App& app() { return *app_; }
  void press(Key key, Modifier modifier = Modifier::kNone) { app_->handle(KeyPressed{key, modifier}); }
  const WelcomePage* welcome() const { return dynamic_cast<const WelcomePage*>(&app_->page()); }
  bool is_on_today() const { return dynamic_cast<const TodayPage*>(&app_->page()) != nullptr; }
  std::vector<DeckSummary> decks() const { return library_.decks(now_); }
  StudySettings settings() const { return library_.study_settings(std::nullopt); }
  std::string file(const char* name) const { return (scratch_ / name).string(); }

 private:
  test::Scratch scratch_;
  LocalInstant now_;
  Library library_;
  WindowOptions options_;
  std::unique_ptr<App> app_;
};

}  // namespace

TEST_SUITE("gui/window/welcome") {
  TEST_CASE("the first start offers the decks of one's language and enter adds them and nothing more") {
    for (const Language language : {Language::kChinese, Language::kEnglish}) {
      FirstStart first;
      first.options().language = language;
      first.start();
      REQUIRE(first.welcome());
      REQUIRE(first.welcome()->view().decks.size() == 2);
      first.press(Key::kEnter);
      CHECK(first.is_on_today());
      REQUIRE(first.decks().size() == 1);
      CHECK(first.decks()[0].title == (language == Language::kChinese ? "开放题库" : "English deck"));
    }
  }

  TEST_CASE("the choice follows the language until a deck was chosen by hand") {
    FirstStart first;
    first.start();
    first.press(Key::kL, Modifier::kCtrl);
    first.press(Key::kDigit1);  // beside the English one, which follows the language
    first.press(Key::kL, Modifier::kCtrl);
    first.press(Key::kEnter);
    CHECK(first.decks().size() == 2);
  }

  TEST_CASE("escape leaves it and it never comes again") {
    FirstStart first;
    first.start();
    REQUIRE(first.welcome());
    first.press(Key::kEscape);
    CHECK(first.is_on_today());
    CHECK(first.decks().empty());
    first.start();
    CHECK(first.is_on_today());
  }

  TEST_CASE("a library that has a deck is never welcomed") {
    FirstStart first;
    first.start();
    first.press(Key::kEnter);
    std::filesystem::remove(first.options().preferences_file);
    first.start();
    CHECK(first.is_on_today());
  }

  TEST_CASE("where the system names no language it is asked for first") {
    FirstStart first;
    first.options().language = Language::kEnglish;
    first.options().language_from = LanguageFrom::kNowhere;
    first.start();
    REQUIRE(first.welcome());
    CHECK(first.welcome()->view().asks_language);
    first.press(Key::kEnter);
    CHECK(first.welcome()->view().asks_language);
    first.press(Key::kDigit1);
    CHECK(!first.welcome()->view().asks_language);
    CHECK(first.app().language() == Language::kChinese);
    CHECK(first.welcome()->view().decks[0].is_chosen);
    CHECK(!first.welcome()->view().decks[1].is_chosen);
    first.press(Key::kEscape);
    first.start();
    CHECK(first.app().language() == Language::kChinese);
  }

  TEST_CASE("a document that is dropped goes to import and no bundled deck comes with it unasked") {
    FirstStart first;
    first.start();
    first.app().handle(FilesDropped{{first.file("decks/b.md")}});
    CHECK(dynamic_cast<const ImportPage*>(&first.app().page()));
    CHECK(first.decks().empty());
    CHECK(first.app().pages_over() == 1);
  }

  TEST_CASE("the day of the interview holds for a document that is dropped as well") {
    FirstStart first;
    std::counting_semaphore<> read{0};
    first.options().wake = [&read] { read.release(); };
    first.start();
    test::NullWindow window;
    const auto draw = [&first](Ui& ui) {
      first.app().draw(ui);
      return first.welcome() && first.welcome()->view().days_to_interview.has_value();
    };
    REQUIRE(window.click(draw, "in 14"));
    first.app().handle(FilesDropped{{first.file("decks/b.md")}});
    while (first.decks().empty()) {
      read.acquire();
      first.app().tick();
      first.press(Key::kEnter);
      while (first.app().page().reason_to_stay()) first.app().tick();
    }
    CHECK(first.decks()[0].interview == *parse_day("2026-12-15"));
  }

  TEST_CASE("the key that opens a document leaves for it as the button does") {
    FirstStart first;
    first.start();
    REQUIRE(first.welcome());
    first.press(Key::kO, Modifier::kCtrl);
    CHECK(dynamic_cast<const ImportPage*>(&first.app().page()));
    CHECK(first.decks().empty());
    CHECK(first.app().pages_over() == 1);
  }

  TEST_CASE("a look at the settings is no answer and the welcome comes again") {
    FirstStart first;
    first.start();
    first.press(Key::kComma, Modifier::kCtrl);
    CHECK(!first.welcome());
    first.start();
    CHECK(first.welcome());
  }

  TEST_CASE("a bundled folder that is not there leaves a document to choose") {
    FirstStart first;
    first.options().bundled_decks = "/nowhere";
    first.start();
    REQUIRE(first.welcome());
    CHECK(first.welcome()->view().decks.empty());
    first.press(Key::kEnter);
    CHECK(first.is_on_today());
  }
}

}  // namespace rehearse
