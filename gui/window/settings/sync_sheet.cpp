#include "gui/window/settings/form.h"
#include "gui/window/settings/settings_sheets.h"
#include "gui/window/settings/sync_parts.h"
#include "gui/window/strings/sync_words.h"

namespace rehearse {
namespace {

void draw_status(const SyncPen& pen, const SyncStatus& status) {
  Ui& ui = pen.ui;
  FormSheet& sheet = pen.sheet;
  sheet.paragraph(Font::kDetail, ui.theme.text, ui.tr(words::kSyncWho, {status.name, status.server}));
  if (status.is_working)
    sheet.paragraph(Font::kDetail, ui.theme.accent, ui.tr(words::kSyncWorking));
  else
    sheet.note(status.synced.empty() ? std::string(ui.tr(words::kSyncNever))
                                     : ui.tr(words::kSyncLast, {status.synced}));
  if (status.unsent > 0) sheet.note(ui.tr(words::kSyncPending, {std::to_string(status.unsent)}));
}

void draw_sign_out(const SyncPen& pen, const SyncStatus& status) {
  pen.sheet.paragraph(Font::kDetail, pen.ui.theme.text, pen.ui.tr(words::kSyncSignOutWhat));
  if (status.unsent > 0) pen.warn(pen.ui.tr(words::kSyncSignOutUnsent, {std::to_string(status.unsent)}));
  pen.button("really sign out", words::kSyncReallySignOut, SignOut{});
  pen.button("stay signed in", words::kSyncStay, StaySignedIn{});
  pen.sheet.end_buttons();
}

}  // namespace

void SyncPen::warn(std::string_view text) const { sheet.paragraph(Font::kDetail, ui.theme.again.text, text); }

void SyncPen::button(std::string_view id, const Phrase& phrase, const SyncIntent& wanted) const {
  const std::string_view text = ui.tr(phrase);
  if (form_button(ui, id, sheet.button(text), text)) intent = wanted;
}

float draw_sync_sheet(const SheetPen& sheet_pen, const SyncView& view) {
  Ui& ui = sheet_pen.ui;
  const SyncStatus& status = view.status;
  float opened = sheet_pen.y;
  FormSheet sheet(ui, sheet_pen.column, sheet_pen.y, ui.tr(words::kSync));
  SyncIntent intent;
  const SyncPen pen{ui, sheet, intent};
  if (status.is_signed_in())
    draw_status(pen, status);
  else if (!view.sign_in)
    sheet.note(ui.tr(words::kSyncNobody));
  if (!status.trouble.empty()) pen.warn(ui.tr(words::kSyncTrouble, {status.trouble.in(ui.language)}));
  if (!status.clock.empty()) pen.warn(ui.tr(words::kSyncClock, {status.clock.in(ui.language)}));
  draw_refused(pen, view);
  // Under a few lines it is in sight with them.
  if (!status.trouble.empty() || !view.refused.empty()) opened = sheet.top();
  if (view.sign_in) {
    draw_sign_in(pen, *view.sign_in);
  } else if (!status.is_signed_in()) {
    pen.button("open sign in", words::kSyncOpenSignIn, OpenSignIn{});
    sheet.end_buttons();
  } else if (view.asks_sign_out) {
    draw_sign_out(pen, status);
  } else {
    pen.button("sync now", words::kSyncNow, SyncNow{});
    pen.button("devices", view.devices.is_open ? words::kSyncHideDevices : words::kSyncShowDevices,
               ToggleDevices{});
    // Whoever was signed out elsewhere signs in again, without typing all of it.
    if (status.needs_person) pen.button("open sign in", words::kSyncOpenSignIn, OpenSignIn{});
    pen.button("sign out", words::kSyncSignOut, AskSignOut{});
    sheet.end_buttons();
    if (view.devices.is_open) draw_devices(pen, view.devices);
  }
  if (!is_nothing(intent)) sheet_pen.intent = intent;
  return opened;
}

}  // namespace rehearse
