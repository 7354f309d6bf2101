#include "gui/window/settings/settings_screen.h"

#include "gui/window/settings/settings_sheets.h"
#include "gui/window/strings/settings_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"

namespace rehearse {
namespace {

constexpr float kAboveOpened = 3;  // so that the edge of a sheet is not cut off

}  // namespace

SettingsIntent settings_key(const KeyPressed& press) {
  if (press == KeyPressed{Key::kPageDown}) return ScrollPage{1};
  if (press == KeyPressed{Key::kPageUp}) return ScrollPage{-1};
  return {};
}

SettingsIntent draw_settings(Ui& ui, const SettingsView& view, const ScrollWish& scroll) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame, ui.tr(words::kPlaceSettings));
  SettingsIntent intent;
  {
    ScrollRegion region(ui, "settings", {ui.window.x, frame.body.y, ui.window.width, frame.body.height});
    if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
    float y = region.content_top() + ui.px(3);
    const SheetPen pen{ui, frame.body, y, intent};
    draw_look_sheet(pen, view.look);
    draw_amount_sheet(pen, view.amount);
    draw_scheduler_sheet(pen, view.scheduler);
    draw_backup_sheet(pen, view.backups);
    const float opened = draw_sync_sheet(pen, view.sync);
    // After it is drawn: more than the field in focus should be in sight.
    if (scroll.to == ScrollWish::To::kNewest) region.scroll_to(opened - ui.px(kAboveOpened));
    draw_reminder_sheet(pen, view.reminder);
    draw_data_sheet(pen, view.folder);
    draw_keys_sheet(pen, view.keys);
    draw_about_sheet(pen, view.version);
    region.set_content_bottom(y);
  }
  key_hints(ui, frame.hints,
            {{"Tab", ui.tr(words::kSettingsNext), KeyPressed{Key::kTab}},
             {"←/→", ui.tr(words::kSettingsChange)},
             {"PgUp/PgDn", ui.tr(words::kActScroll)},
             {"Ctrl+Z", ui.tr(words::kActUndo), KeyPressed{Key::kZ, Modifier::kCtrl}},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

}  // namespace rehearse
