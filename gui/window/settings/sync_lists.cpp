// The lists of the sheet about syncing: devices, and what the server will not keep.
#include <algorithm>
#include <string>

#include "gui/window/settings/sync_parts.h"
#include "gui/window/strings/sync_words.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr float kRowHeight = 28;
constexpr std::size_t kFewRefused = 3;

void draw_device(const SyncPen& pen, const DevicesView& view, std::size_t index) {
  Ui& ui = pen.ui;
  const DeviceRow& row = view.rows[index];
  const Rect line = pen.sheet.line(kRowHeight);
  std::string note = ui.tr(words::kSyncDeviceUsed, {row.used});
  if (row.is_this) note = std::string(ui.tr(words::kSyncThisDevice)) + " · " + note;
  const float width =
      draw_text_fitted(ui, Font::kSmall, {line.x + line.width / 2, line.y, line.width / 2, line.height},
                       row.is_this ? ui.theme.accent : ui.theme.muted, note, Align::kRight);
  draw_text_fitted(ui, Font::kDetailBold, {line.x, line.y, line.width - width - ui.px(12), line.height},
                   ui.theme.text, row.name);
  if (view.asked == index) {
    pen.warn(ui.tr(words::kSyncRevokeWhat, {row.name}));
    pen.button("really revoke", words::kSyncReallyRevoke, RevokeDevice{});
    pen.button("keep device", words::kSyncKeepDevice, KeepDevice{});
    pen.sheet.end_buttons();
  } else if (!view.is_working && !view.asked && view.name == nullptr) {
    if (row.is_this)
      pen.button("name device", words::kSyncNameThis, StartNaming{});
    else
      pen.button("revoke " + row.id, words::kSyncRevoke, AskRevoke{index});
    pen.sheet.end_buttons();
  }
}

void draw_naming(const SyncPen& pen, const DevicesView& view) {
  Ui& ui = pen.ui;
  TextBoxLook look;
  look.placeholder = ui.tr(words::kSyncDevice);
  look.font = Font::kDetail;
  const DrawnTextBox drawn =
      draw_text_box(ui, "device name", pen.sheet.line(kControlHeight + 4), *view.name, look);
  if (drawn.pointed) pen.intent = PointInDeviceName{*drawn.pointed};
  if (drawn.is_entered) pen.intent = NameDevice{};
  pen.button("save device name", words::kSyncKeepName, NameDevice{});
  pen.button("stop naming", words::kSyncCancel, StopNaming{});
  pen.sheet.end_buttons();
}

}  // namespace

void draw_devices(const SyncPen& pen, const DevicesView& view) {
  Ui& ui = pen.ui;
  draw_text_fitted(ui, Font::kLabel, pen.sheet.line(kRowHeight), ui.theme.text, ui.tr(words::kSyncDevices));
  if (!view.trouble.empty()) pen.warn(ui.tr(words::kSyncDeviceTrouble, {view.trouble.in(ui.language)}));
  if (view.is_working) pen.sheet.paragraph(Font::kDetail, ui.theme.accent, ui.tr(words::kSyncReadingDevices));
  if (!view.doubled.empty() && view.name == nullptr) pen.warn(ui.tr(words::kSyncDoubled, {view.doubled}));
  for (std::size_t i = 0; i < view.rows.size(); ++i) draw_device(pen, view, i);
  if (view.name != nullptr) draw_naming(pen, view);
}

void draw_refused(const SyncPen& pen, const SyncView& view) {
  if (view.refused.empty()) return;
  Ui& ui = pen.ui;
  pen.warn(ui.tr(words::kSyncRefused, {std::to_string(view.status.refused)}));
  const std::size_t shown =
      view.shows_all_refused ? view.refused.size() : std::min(kFewRefused, view.refused.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const RefusedRow& row = view.refused[i];
    pen.sheet.paragraph(Font::kDetail, ui.theme.text, row.what.in(ui.language));
    pen.sheet.gap(-6);
    pen.sheet.note(row.at + " · " + row.why.in(ui.language));
    pen.button("retry " + row.op.hex(), words::kSyncRetry, OfferAgain{row.op});
    pen.button("keep " + row.op.hex(), words::kSyncKeepHere, KeepHere{row.op});
    pen.sheet.end_buttons();
  }
  if (view.refused.size() > 1) {
    pen.button("retry all", words::kSyncRetryAll, OfferAgain{});
    pen.button("keep all", words::kSyncKeepAllHere, KeepHere{});
    pen.sheet.end_buttons();
  }
  if (view.refused.size() <= kFewRefused) return;
  pen.button("all refused", view.shows_all_refused ? words::kSyncFewRefused : words::kSyncAllRefused,
             ToggleAllRefused{});
  pen.sheet.end_buttons();
}

}  // namespace rehearse
