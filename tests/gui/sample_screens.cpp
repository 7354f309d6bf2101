#include "tests/gui/sample_screens.h"

#include "gui/window/import/import_screen.h"
#include "gui/window/shell/keys_sheet.h"
#include "gui/window/shell/notice.h"
#include "gui/window/shell/palette.h"
#include "gui/window/shell/rail.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/study/study_screen.h"
#include "gui/window/study/summary_screen.h"
#include "gui/window/today/today_screen.h"
#include "tests/gui/sample_views.h"

namespace rehearse::test {

std::vector<NamedScreen> shell_screens() {
  std::vector<NamedScreen> screens;
  for (const std::size_t lines : {0, 4, 10})
    screens.push_back({"keys", [lines](Ui& ui) {
                         return draw_keys(ui, std::vector<KeyLine>(lines, {"Alt+0–5", words::kActTickOrder}));
                       }});
  const auto with_notice = [](Screen draw, std::size_t paragraphs) {
    Words text;
    for (std::size_t i = 0; i < paragraphs; ++i) text.english += long_text() + "\n";
    Notice notice{NoticeKind::kWarning, text};
    if (paragraphs > 1) notice.change.emplace().kind = ChangeKind::kImport;
    return [draw = std::move(draw), notice = std::move(notice)](Ui& ui) {
      const Rect window = ui.window;
      ui.window = below_notice(ui, notice);
      const bool is_asked = draw(ui);
      ui.window = window;
      return draw_notice(ui, notice) != NoticeClick::kNothing || is_asked;
    };
  };
  for (const std::size_t paragraphs : {1, 9}) {
    screens.push_back(
        {"notice over today",
         with_notice([view = today_with_decks(3)](Ui& ui) { return !is_nothing(draw_today(ui, view, {})); },
                     paragraphs)});
    screens.push_back(
        {"notice over a card", with_notice([view = card_with_points(5, PointState::kShown)](
                                               Ui& ui) { return !is_nothing(draw_study(ui, view, {})); },
                                           paragraphs)});
  }
  screens.push_back(
      {"navigation", [](Ui& ui) {
         return draw_rail(ui, rail_area(ui), Place::kToday, SettingsMark::kWantsALook).has_value();
       }});
  return screens;
}

std::vector<NamedScreen> study_screens() {
  std::vector<NamedScreen> screens;
  for (const NamedStudyView& sample : study_views())
    screens.push_back(
        {sample.name, [view = sample.view](Ui& ui) { return !is_nothing(draw_study(ui, view, {})); }});
  screens.push_back({"summary", [](Ui& ui) { return !is_nothing(draw_summary(ui, full_summary(), {})); }});
  screens.push_back({"empty summary", [](Ui& ui) { return !is_nothing(draw_summary(ui, {}, {})); }});
  return screens;
}

std::vector<NamedScreen> import_screens() {
  std::vector<NamedScreen> screens;
  using Stage = ImportView::Stage;
  for (const Stage stage : {Stage::kReading, Stage::kRead, Stage::kKeeping})
    for (const std::size_t files : {0, 1, 5, 60})
      screens.push_back(
          {std::to_string(files) + " files to import",
           [view = import_view(stage, files)](Ui& ui) { return !is_nothing(draw_import(ui, view, {})); }});
  for (const std::size_t rows : {1, 300})
    screens.push_back({std::to_string(rows) + " questions beside their text",
                       [view = import_view(Stage::kRead, 1), review = review_view(rows)](Ui& ui) {
                         return !is_nothing(draw_import_review(ui, view, 0, review, Follow::kNo));
                       }});
  return screens;
}

}  // namespace rehearse::test
