// The reminder, the folder, the keys of every page, and what this program is.
#include <algorithm>
#include <cstdio>

#include "gui/window/settings/form.h"
#include "gui/window/settings/settings_sheets.h"
#include "gui/window/strings/settings_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/key_hints.h"

namespace rehearse {
namespace {

constexpr float kTimeWidth = 130;
constexpr float kKeyLineHeight = 24;
constexpr float kKeysWidth = 140;

constexpr const char* kLibrariesUsed =
    "Dear ImGui, GLFW, FreeType, fontconfig, SQLite, SQLiteCpp, cpp-httplib, OpenSSL, libsodium, ICU, "
    "OpenCC, nlohmann/json, CLI11, libzip, Zstandard, pugixml, libxml2, poppler";

std::string two_digits(int value) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d", value);
  return text;
}

}  // namespace

void draw_reminder_sheet(const SheetPen& pen, const ReminderView& view) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSettingsReminder));
  if (toggle(ui, "reminder", sheet.line(kControlHeight), ui.tr(words::kSettingsRemind), view.is_on))
    pen.intent = ToggleReminder{};
  if (view.is_on) {
    const float gap = 10;
    const Rect both = sheet.row(ui.tr(words::kSettingsRemindAt), 2 * kTimeWidth + gap);
    const float width = std::min(ui.px(kTimeWidth), (both.width - ui.px(gap)) / 2);
    const Rect hour{both.right() - 2 * width - ui.px(gap), both.y, width, both.height};
    if (const int steps = stepper(ui, "reminder hour", hour, two_digits(view.hour)))
      pen.intent = StepSetting{SteppedSetting::kReminderHour, steps};
    const Rect minute{both.right() - width, both.y, width, both.height};
    if (const int steps = stepper(ui, "reminder minute", minute, two_digits(view.minute)))
      pen.intent = StepSetting{SteppedSetting::kReminderMinute, steps};
  }
  sheet.note(ui.tr(words::kSettingsRemindNote));
}

void draw_data_sheet(const SheetPen& pen, const std::string& folder) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSettingsData));
  draw_text_fitted(ui, Font::kDetail, sheet.line(24), ui.theme.text, ui.tr(words::kSettingsFolder));
  sheet.paragraph(Font::kCode, ui.theme.muted, folder);
  const std::string_view text = ui.tr(words::kSettingsCopyPath);
  if (form_button(ui, "copy folder", sheet.button(text), text)) pen.intent = CopyFolder{};
  sheet.end_buttons();
}

void draw_keys_sheet(const SheetPen& pen, const std::vector<KeysView>& keys) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSettingsKeys));
  const std::string_view text = ui.tr(keys.empty() ? words::kSettingsShowKeys : words::kSettingsHideKeys);
  if (form_button(ui, "all keys", sheet.button(text), text)) pen.intent = ToggleAllKeys{};
  sheet.end_buttons();
  const Rect& inner = sheet.inner();
  const float keys_width = std::min(ui.px(kKeysWidth), inner.width * 0.4f);
  for (const KeysView& page : keys) {
    draw_text_fitted(ui, Font::kDetailBold, sheet.line(kKeyLineHeight), ui.theme.text, page.page);
    for (const KeyLine& line : page.lines) {
      sheet.gap(-6);
      const Rect row = sheet.line(kKeyLineHeight);
      draw_text_fitted(ui, Font::kSmall, {row.x, row.y, keys_width - ui.px(8), row.height}, ui.theme.accent,
                       line.keys);
      draw_text_fitted(ui, Font::kSmall, {row.x + keys_width, row.y, row.width - keys_width, row.height},
                       ui.theme.muted, in_key_list(ui.tr(line.action), ui.language));
    }
    sheet.gap(6);
  }
}

void draw_about_sheet(const SheetPen& pen, const std::string& version) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSettingsAbout));
  sheet.paragraph(Font::kDetail, ui.theme.text, ui.tr(words::kSettingsVersion, {version}));
  sheet.note(ui.tr(words::kSettingsLibraries, {kLibrariesUsed}));
}

}  // namespace rehearse
