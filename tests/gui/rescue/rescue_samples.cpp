// A damaged library: with and without a backup, at every stage.
#include "gui/window/rescue/rescue_screen.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"

namespace rehearse::test {

std::vector<NamedScreen> rescue_screens() {
  std::vector<NamedScreen> screens;
  using Stage = RescueView::Stage;
  for (const bool has_backup : {false, true})
    for (const Stage stage :
         {Stage::kLooking, Stage::kAsking, Stage::kMending, Stage::kMended, Stage::kFailed}) {
      RescueView view;
      view.stage = stage;
      view.library_folder = "/home/anna/.local/share/rehearse";
      view.damaged_folder = view.library_folder + "/backups";
      view.trouble = Words(long_text());
      view.contents = {120'000, 12, 4000, 98'765, *parse_day("2026-11-30")};
      view.brought_in = 1234;
      view.was_damaged = has_backup;
      if (has_backup) view.backup = "2026-11-30 22:15:04";
      screens.push_back({"a damaged library, stage " + std::to_string(static_cast<int>(stage)),
                         [view](Ui& ui) { return !is_nothing(draw_rescue(ui, view)); }});
    }
  return screens;
}

}  // namespace rehearse::test
