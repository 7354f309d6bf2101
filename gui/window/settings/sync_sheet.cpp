#include "gui/window/settings/form.h"
#include "gui/window/settings/settings_sheets.h"
#include "gui/window/strings/sync_words.h"
#include "gui/window/ui/controls.h"

namespace rehearse {

void draw_sync_sheet(const SheetPen& pen, const SyncStatus& status) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSync));
  if (status.is_signed_in()) {
    sheet.paragraph(Font::kDetail, ui.theme.text, ui.tr(words::kSyncWho, {status.name, status.server}));
    if (status.is_working)
      sheet.paragraph(Font::kDetail, ui.theme.accent, ui.tr(words::kSyncWorking));
    else
      sheet.note(status.synced.empty() ? std::string(ui.tr(words::kSyncNever))
                                       : ui.tr(words::kSyncLast, {status.synced}));
    if (status.unsent > 0) sheet.note(ui.tr(words::kSyncPending, {std::to_string(status.unsent)}));
  } else {
    sheet.note(ui.tr(words::kSyncNobody));
  }
  const auto warn = [&](const std::string& text) {
    sheet.paragraph(Font::kDetail, ui.theme.again.text, text);
  };
  if (!status.trouble.empty()) warn(ui.tr(words::kSyncTrouble, {status.trouble.in(ui.language)}));
  if (status.refused > 0) warn(ui.tr(words::kSyncRefused, {std::to_string(status.refused)}));
  if (!status.clock.empty()) warn(status.clock.in(ui.language));
  if (!status.is_signed_in()) return;
  const auto button = [&](const char* id, const Phrase& phrase, const SettingsIntent& wanted) {
    const std::string_view text = ui.tr(phrase);
    if (form_button(ui, id, sheet.button(text), text)) pen.intent = wanted;
  };
  button("sync now", words::kSyncNow, SyncNow{});
  button("sign out", words::kSyncSignOut, SignOut{});
  sheet.end_buttons();
}

}  // namespace rehearse
