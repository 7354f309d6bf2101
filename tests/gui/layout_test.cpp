// Laws of every screen at every size: nothing overlaps, nothing is cut off, everything can be clicked.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "gui/window/shell/keys_sheet.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/study/study_screen.h"
#include "tests/gui/null_window.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"
#include "tests/skip.h"

namespace rehearse {
namespace {

using test::Look;
using test::NullWindow;

using test::NamedScreen;

std::vector<NamedScreen> all_screens() {
  std::vector<NamedScreen> screens;
  for (std::vector<NamedScreen> (*const screens_of)() :
       {test::shell_screens, test::today_screens, test::study_screens, test::study_state_screens,
        test::import_screens, test::interview_screens, test::statistics_screens, test::welcome_screens,
        test::library_screens, test::editor_screens, test::settings_screens, test::groups_screens,
        test::rescue_screens})
    for (NamedScreen& screen : screens_of()) screens.push_back(std::move(screen));
  return screens;
}

/// Laptop and desktop, 100 to 200 %, both languages and themes.
std::vector<Look> all_looks() {
  std::vector<Look> looks;
  for (const Language language : {Language::kChinese, Language::kEnglish})
    for (const ThemeName theme : {ThemeName::kLight, ThemeName::kDark}) {
      for (const float scale : {1.0f, 1.5f}) looks.push_back({1024, 640, scale, theme, language});
      for (const float scale : {1.0f, 1.5f, 2.0f}) looks.push_back({1920, 1080, scale, theme, language});
    }
  // The smallest window, and a large text in a common one.
  looks.push_back({560, 420, 1, ThemeName::kLight, Language::kChinese});
  looks.push_back({560, 420, 1, ThemeName::kLight, Language::kEnglish});
  looks.push_back({1100, 760, 2, ThemeName::kDark, Language::kEnglish});
  return looks;
}

std::string words_for(const Look& look) {
  return std::to_string(look.width) + " x " + std::to_string(look.height) + " at " +
         std::to_string(look.scale) + (look.language == Language::kChinese ? " in Chinese" : " in English");
}

Rect seen_part_of(const Probe::Area& area) {
  const float left = std::max(area.rect.x, area.clip.x);
  const float top = std::max(area.rect.y, area.clip.y);
  return {left, top, std::min(area.rect.right(), area.clip.right()) - left,
          std::min(area.rect.bottom(), area.clip.bottom()) - top};
}

bool is_empty(const Rect& rect) { return rect.width <= 0 || rect.height <= 0; }

bool overlap(const Rect& a, const Rect& b) {
  constexpr float kTouching = 1.5f;  // pixels; positions are rounded
  return a.x + kTouching < b.right() && b.x + kTouching < a.right() && a.y + kTouching < b.bottom() &&
         b.y + kTouching < a.bottom();
}

void check_ids_are_unique(const Probe& probe) {
  std::set<std::string> ids;
  for (const Probe::Area& area : probe.clickable) {
    INFO(area.id);
    CHECK(ids.insert(area.id).second);
  }
}

void check_texts_are_apart(const Probe& probe) {
  for (std::size_t i = 0; i < probe.texts.size(); ++i) {
    const Rect one = seen_part_of(probe.texts[i]);
    if (is_empty(one)) continue;
    for (std::size_t j = i + 1; j < probe.texts.size(); ++j) {
      const Rect other = seen_part_of(probe.texts[j]);
      if (is_empty(other) || !overlap(one, other)) continue;
      FAIL_CHECK("overlap: " << probe.texts[i].id << " | " << probe.texts[j].id);
    }
  }
}

/// The font of Chinese draws these dots in the middle of the line.
void check_english_dots(const Probe& probe) {
  for (const Probe::Area& text : probe.texts) {
    const bool is_data =
        std::any_of(text.id.begin(), text.id.end(), [](char c) { return (c & 0xE0) == 0xE0 && c != '\xE2'; });
    INFO(text.id);
    CHECK((is_data || !text.id.ends_with("…")));
  }
}

/// A field shows the part of it around the caret.
bool is_typed(const std::string& text) {
  constexpr std::string_view kMasked = "•";
  return test::typed_text().find(text) != std::string::npos || text.starts_with(kMasked);
}

void check_texts_are_whole(const Probe& probe, const Look& look) {
  for (const Probe::Area& text : probe.texts) {
    if (is_typed(text.id)) continue;
    INFO(text.id);
    CHECK(text.rect.x >= -0.5f);
    CHECK(text.rect.right() <= look.width + 0.5f);
    CHECK(text.rect.x >= text.clip.x - 1);
    CHECK(text.rect.right() <= text.clip.right() + 1);
  }
}

}  // namespace

TEST_SUITE("gui/window/screens/layout") {
  TEST_CASE("no text overlaps another or is cut off at any size in any language") {
    NullWindow window;
    if (!window.has_fonts()) SKIP_IN_WORDS("the system has no font");
    for (const Look& look : all_looks()) {
      window.set_look(look);
      for (const NamedScreen& screen : all_screens()) {
        INFO(screen.name << ", " << words_for(look));
        CHECK(!window.show(screen.draw));
        CHECK((!window.probe().texts.empty() || !window.probe().clickable.empty()));
        check_ids_are_unique(window.probe());
        check_texts_are_apart(window.probe());
        check_texts_are_whole(window.probe(), look);
        if (look.language == Language::kEnglish) check_english_dots(window.probe());
      }
    }
  }

  TEST_CASE("everything that can be clicked can be reached and answers with an intent") {
    NullWindow window;
    for (const Look& look : {Look{}, Look{1100, 760, 2, ThemeName::kDark, Language::kEnglish}}) {
      window.set_look(look);
      for (const NamedScreen& screen : all_screens()) {
        INFO(screen.name << ", " << words_for(look));
        window.show(screen.draw);
        std::vector<std::string> ids;
        for (const Probe::Area& area : window.probe().clickable) ids.push_back(area.id);
        for (const std::string& id : ids) {
          INFO(id);
          CHECK(window.click(screen.draw, id));
        }
      }
    }
  }

  TEST_CASE("a click on a point ticks it, on a bar shows the next, on a grade grades") {
    NullWindow window;
    const auto screen_of = [](const StudyView& view) {
      return [view](Ui& ui) { return draw_study(ui, view, {}); };
    };
    const auto shown = screen_of(test::card_with_points(3, PointState::kShown));
    CHECK(std::get<TickPoint>(window.intent_of_click(shown, "point 1")).point == 1);
    CHECK(std::get<GradeAs>(window.intent_of_click(shown, "grade 4")).quality == Quality::kGood);
    CHECK(std::holds_alternative<LeaveStudy>(window.intent_of_click(shown, "leave")));
    const auto hidden = screen_of(test::card_with_points(3, PointState::kHidden));
    CHECK(std::holds_alternative<RevealNext>(window.intent_of_click(hidden, "point 0")));
  }

  TEST_CASE("a new question that was only read offers no grades until something is ticked") {
    NullWindow window;
    StudyView view = test::card_with_points(3, PointState::kShown);
    view.meeting = Meeting::kFirst;
    const auto has_grades = [&] {
      window.show([&](Ui& ui) { return !is_nothing(draw_study(ui, view, {})); });
      const auto& areas = window.probe().clickable;
      return std::any_of(areas.begin(), areas.end(),
                         [](const Probe::Area& area) { return area.id == "grade 3"; });
    };
    CHECK(!has_grades());
    view.points[1].state = PointState::kRecalled;
    CHECK(has_grades());
  }

  TEST_CASE("a list of keys longer than the window is scrolled by a key") {
    NullWindow window;
    window.set_look({560, 420});
    const auto first_line = [&](const ScrollWish& wish) {
      window.show([&](Ui& ui) {
        return draw_keys(ui, std::vector<KeyLine>(30, {"Alt+0–5", words::kActTickOrder}), wish);
      });
      const auto& texts = window.probe().texts;
      const auto line =
          std::find_if(texts.begin(), texts.end(), [](const auto& text) { return text.id == "Alt+0–5"; });
      REQUIRE(line != texts.end());
      return line->rect.y;
    };
    const float before = first_line({});
    CHECK(first_line({ScrollWish::To::kPage, +1}) < before - 100);
  }

  TEST_CASE("what was just shown is in sight although the card is longer than the window") {
    NullWindow window;
    const StudyView view = test::card_with_points(12, PointState::kShown);
    window.show([&](Ui& ui) { return !is_nothing(draw_study(ui, view, {ScrollWish::To::kNewest})); });
    const auto& areas = window.probe().clickable;
    const auto last =
        std::find_if(areas.begin(), areas.end(), [](const auto& area) { return area.id == "point 11"; });
    REQUIRE(last != areas.end());
    CHECK(last->rect.bottom() <= last->clip.bottom() + 1);
  }
}

}  // namespace rehearse
