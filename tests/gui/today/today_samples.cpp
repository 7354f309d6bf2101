// The first screen with few and many decks, with trouble ahead, and with each of its sheets open.
#include "gui/window/today/today_screen.h"
#include "gui/window/today/today_sheets.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"

namespace rehearse::test {
namespace {

Screen today(const TodayView& view) {
  return [view](Ui& ui) { return !is_nothing(draw_today(ui, view, {})); };
}

Screen sheet(const TodaySheet& sheet) {
  return [sheet](Ui& ui) {
    const bool is_asked = !is_nothing(draw_today_sheet(ui, sheet));
    // To open a list of choices is an answer too.
    return !std::exchange(ui.focus->open_menu, {}).empty() || is_asked;
  };
}

}  // namespace

std::vector<NamedScreen> today_screens() {
  std::vector<NamedScreen> screens;
  for (const std::size_t decks : {0, 1, 30})
    screens.push_back({"today with " + std::to_string(decks) + " decks", today(today_with_decks(decks))});
  TodayView done = today_with_decks(3);
  done.due = done.fresh = 0;
  screens.push_back({"today done", today(done)});

  TodayView trouble = today_with_decks(2);
  trouble.selected = 1;
  DeckAhead& ahead = *trouble.rows[1].ahead;
  ahead.is_met = false;
  ahead.minutes = 120;
  ahead.leave_out = 250;
  ahead.backlog = {{long_text(), long_text()}, 300, 7200, 8};
  screens.push_back({"today in trouble", today(trouble)});
  trouble.selected = 0;
  screens.push_back({"today with another deck in trouble", today(trouble)});

  const StudyDay day = *parse_day("2026-12-01");
  for (const char* typed : {"2026-12-24", "2026-13-40", "2026-11-30", "3", ""})
    screens.push_back({"date " + std::string(typed),
                       sheet(DateSheet{long_text(), day, TextEditor(TextLines::kOne, typed)})});
  CustomSheet custom;
  custom.decks = {"", long_text(), "短"};
  custom.deck = 1;
  custom.sections = {"", long_text()};
  for (std::size_t kind = 0; kind < kCustomKinds; ++kind) {
    custom.kind = static_cast<CustomKind>(kind);
    screens.push_back({"custom study " + std::to_string(kind), sheet(custom)});
  }
  custom.sections.clear();
  screens.push_back({"custom study without a section", sheet(custom)});
  screens.push_back({"spread", sheet(SpreadSheet{long_text(), day, 412, 9000, 12})});
  return screens;
}

}  // namespace rehearse::test
