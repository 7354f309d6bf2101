// The backups, and one of them looked into.
#include <algorithm>
#include <cstdio>

#include "gui/window/settings/form.h"
#include "gui/window/settings/settings_sheets.h"
#include "gui/window/strings/settings_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::size_t kShownAtFirst = 5;
constexpr float kRowHeight = 34;

std::string megabytes(std::uintmax_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", static_cast<double>(bytes) / 1e6);
  return text;
}

void draw_row(const SheetPen& pen, FormSheet& sheet, const BackupsView& view, std::size_t index) {
  Ui& ui = pen.ui;
  const BackupRowView& backup = view.rows[index];
  const Rect row = sheet.line(kRowHeight);
  sheet.gap(-8);
  const Pointer pointer = click_area(ui, "backup " + std::to_string(index), row);
  const bool is_open = view.opened == index;
  if (is_open || pointer != Pointer::kAway)
    fill(ui, row, is_open ? ui.theme.accent_soft : ui.theme.background, kRowRadius);
  const float inset = ui.px(10);
  const float left = row.x + inset;
  const float name = ui.fonts.width(Font::kDetail, backup.name);
  draw_text(ui, Font::kDetail, {left, row.y, name, row.height}, is_open ? ui.theme.accent : ui.theme.text,
            backup.name);
  const std::string notes =
      (backup.answers ? ui.tr(words::kSettingsAnswerCount, {std::to_string(*backup.answers)})
                      : std::string(ui.tr(words::kSettingsUnknownContents))) +
      "  ·  " + ui.tr(words::kSettingsMegabytes, {megabytes(backup.bytes)});
  const float notes_left = left + name + ui.px(16);
  draw_text_fitted(ui, Font::kSmall, {notes_left, row.y, row.right() - inset - notes_left, row.height},
                   ui.theme.muted, notes, Align::kRight);
  if (pointer == Pointer::kClicked) pen.intent = LookIntoBackup{index};
}

void draw_contents(const SheetPen& pen, FormSheet& sheet, const BackupsView& view) {
  Ui& ui = pen.ui;
  const BackupRowView& backup = view.rows[*view.opened];
  sheet.gap(8);
  if (backup.answers) {
    const std::string decks = std::to_string(view.decks), questions = std::to_string(view.questions);
    sheet.paragraph(Font::kDetail, ui.theme.text,
                    view.newest_answer.empty()
                        ? ui.tr(words::kSettingsNoAnswers, {decks, questions})
                        : ui.tr(words::kSettingsContents,
                                {decks, questions, std::to_string(*backup.answers), view.newest_answer}));
  }
  sheet.note(ui.tr(words::kSettingsRestoreNote));
  const std::string_view text = ui.tr(words::kSettingsRestore);
  if (form_button(ui, "restore", sheet.button(text), text)) pen.intent = RestoreBackup{};
  sheet.end_buttons();
}

}  // namespace

void draw_backup_sheet(const SheetPen& pen, const BackupsView& view) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSettingsBackups));
  sheet.note(ui.tr(words::kSettingsBackupsNote));
  if (view.work != BackupsView::Work::kNone)
    sheet.paragraph(Font::kDetail, ui.theme.accent,
                    ui.tr(view.work == BackupsView::Work::kRestoring ? words::kSettingsRestoring
                                                                     : words::kSettingsBackingUp));
  if (view.rows.empty()) sheet.paragraph(Font::kDetail, ui.theme.muted, ui.tr(words::kSettingsNoBackups));
  const std::size_t shown = view.shows_all ? view.rows.size() : std::min(view.rows.size(), kShownAtFirst);
  for (std::size_t i = 0; i < shown; ++i) {
    draw_row(pen, sheet, view, i);
    if (view.opened == i) draw_contents(pen, sheet, view);
  }
  sheet.gap(8);
  const auto button = [&](const char* id, std::string_view text, SettingsIntent wanted) {
    if (form_button(ui, id, sheet.button(text), text)) pen.intent = wanted;
  };
  button("back up", ui.tr(words::kSettingsBackUpNow), BackUpNow{});
  if (view.rows.size() > kShownAtFirst)
    button("all backups",
           view.shows_all ? std::string(ui.tr(words::kSettingsShowFewer))
                          : ui.tr(words::kSettingsShowAll, {std::to_string(view.rows.size())}),
           ToggleAllBackups{});
  sheet.end_buttons();
}

}  // namespace rehearse
