// Laws of every screen at every size: nothing overlaps, nothing is cut off, everything can be clicked.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "gui/window/screens/import_preview.h"
#include "gui/window/screens/notice.h"
#include "gui/window/screens/overlays.h"
#include "gui/window/screens/study.h"
#include "gui/window/screens/summary.h"
#include "gui/window/screens/today.h"
#include "tests/gui/null_window.h"
#include "tests/gui/sample_views.h"
#include "tests/skip.h"

namespace rehearse {
namespace {

using test::Look;
using test::NullWindow;
using test::Screen;

struct NamedScreen {
  std::string name;
  Screen draw;
};

std::vector<NamedScreen> all_screens() {
  std::vector<NamedScreen> screens;
  for (const test::NamedStudyView& sample : test::study_views())
    screens.push_back({sample.name, [view = sample.view](Ui& ui) { return draw_study(ui, view, {}); }});
  for (const std::size_t decks : {0, 1, 30})
    screens.push_back({"today with " + std::to_string(decks) + " decks",
                       [view = test::today_with_decks(decks)](Ui& ui) { return draw_today(ui, view, {}); }});
  TodayView done = test::today_with_decks(3);
  done.due = done.fresh = 0;
  screens.push_back({"today done", [done](Ui& ui) { return draw_today(ui, done, {}); }});
  screens.push_back({"summary", [](Ui& ui) { return draw_summary(ui, test::full_summary(), {}); }});
  screens.push_back({"empty summary", [](Ui& ui) { return draw_summary(ui, {}, {}); }});
  using Stage = ImportView::Stage;
  for (const Stage stage : {Stage::kReading, Stage::kRead, Stage::kKeeping})
    for (const std::size_t files : {0, 1, 5, 60})
      screens.push_back(
          {std::to_string(files) + " files to import",
           [view = test::import_view(stage, files)](Ui& ui) { return draw_import(ui, view, {}); }});
  for (const ScreenName screen :
       {ScreenName::kToday, ScreenName::kStudy, ScreenName::kSummary, ScreenName::kImport})
    screens.push_back({"keys", [screen](Ui& ui) { return draw_keys(ui, screen); }});
  const auto with_notice = [](Screen draw, std::size_t paragraphs) {
    Words text;
    for (std::size_t i = 0; i < paragraphs; ++i) text.english += test::long_text() + "\n";
    return [draw = std::move(draw), notice = Notice{NoticeKind::kWarning, text}](Ui& ui) {
      const Rect window = ui.window;
      ui.window = below_notice(ui, notice);
      Intent intent = draw(ui);
      ui.window = window;
      const Intent above = draw_notice(ui, notice);
      return is_nothing(above) ? intent : above;
    };
  };
  for (const std::size_t paragraphs : {1, 9}) {
    screens.push_back({"notice over today", with_notice([view = test::today_with_decks(3)](
                                                            Ui& ui) { return draw_today(ui, view, {}); },
                                                        paragraphs)});
    screens.push_back(
        {"notice over a card", with_notice([view = test::card_with_points(5, PointState::kShown)](
                                               Ui& ui) { return draw_study(ui, view, {}); },
                                           paragraphs)});
  }
  return screens;
}

/// From the smallest window to a wide one, 100 to 200 %, both languages and themes.
std::vector<Look> all_looks() {
  std::vector<Look> looks;
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    looks.push_back({1100, 760, 1, ThemeName::kLight, language});
    looks.push_back({560, 420, 1, ThemeName::kLight, language});
    looks.push_back({1100, 760, 1.25f, ThemeName::kDark, language});
    looks.push_back({1100, 760, 1.5f, ThemeName::kLight, language});
    looks.push_back({1100, 760, 2, ThemeName::kDark, language});
    looks.push_back({2200, 1520, 2, ThemeName::kLight, language});
    looks.push_back({1900, 1000, 1, ThemeName::kDark, language});
  }
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

void check_texts_are_whole(const Probe& probe, const Look& look) {
  for (const Probe::Area& text : probe.texts) {
    if (text.id == test::typed_text()) continue;  // a field shows the part of it around the caret
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
        const Intent intent = window.show(screen.draw);
        CHECK(is_nothing(intent));
        CHECK(!window.probe().texts.empty());
        check_ids_are_unique(window.probe());
        check_texts_are_apart(window.probe());
        check_texts_are_whole(window.probe(), look);
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
          CHECK(!is_nothing(window.click(screen.draw, id)));
        }
      }
    }
  }

  TEST_CASE("a click on a point ticks it, on a bar shows the next, on a grade grades") {
    NullWindow window;
    const auto screen_of = [](const StudyView& view) {
      return Screen([view](Ui& ui) { return draw_study(ui, view, {}); });
    };
    const Screen shown = screen_of(test::card_with_points(3, PointState::kShown));
    CHECK(std::get<TickPoint>(window.click(shown, "point 1")).point == 1);
    CHECK(std::get<GradeAs>(window.click(shown, "grade 4")).quality == Quality::kGood);
    CHECK(std::holds_alternative<GoToToday>(window.click(shown, "leave")));
    const Screen hidden = screen_of(test::card_with_points(3, PointState::kHidden));
    CHECK(std::holds_alternative<RevealNext>(window.click(hidden, "point 0")));
  }

  TEST_CASE("a new question that was only read offers no grades until something is ticked") {
    NullWindow window;
    StudyView view = test::card_with_points(3, PointState::kShown);
    view.meeting = Meeting::kFirst;
    const auto has_grades = [&] {
      window.show([&](Ui& ui) { return draw_study(ui, view, {}); });
      const auto& areas = window.probe().clickable;
      return std::any_of(areas.begin(), areas.end(),
                         [](const Probe::Area& area) { return area.id == "grade 3"; });
    };
    CHECK(!has_grades());
    view.points[1].state = PointState::kRecalled;
    CHECK(has_grades());
  }

  TEST_CASE("what was just shown is in sight although the card is longer than the window") {
    NullWindow window;
    const StudyView view = test::card_with_points(12, PointState::kShown);
    window.show([&](Ui& ui) { return draw_study(ui, view, {ScrollWish::To::kNewest}); });
    const auto& areas = window.probe().clickable;
    const auto last =
        std::find_if(areas.begin(), areas.end(), [](const auto& area) { return area.id == "point 11"; });
    REQUIRE(last != areas.end());
    CHECK(last->rect.bottom() <= last->clip.bottom() + 1);
  }
}

}  // namespace rehearse
