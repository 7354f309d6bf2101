#include "gui/window/editor/editor_sheets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/text.h"
#include "gui/window/strings/editor_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::size_t kWordsShown = 600;  // code points of one version

struct FieldName {
  std::string_view field;
  Phrase name;
};
constexpr std::array kFieldNames{FieldName{"stem", words::kEditorStem},
                                 FieldName{"options", words::kEditorOptionsField},
                                 FieldName{"key", words::kEditorKeyField},
                                 FieldName{"answer", words::kEditorAnswer},
                                 FieldName{"criteria", words::kEditorCriteriaField},
                                 FieldName{"analysis", words::kEditorAnalysis},
                                 FieldName{"section", words::kEditorSection},
                                 FieldName{"kind", words::kEditorKind},
                                 FieldName{"marks", words::kEditorMarks},
                                 FieldName{"seconds", words::kEditorTimeField},
                                 FieldName{"code", words::kEditorCode},
                                 FieldName{"deck", words::kEditorDeck},
                                 FieldName{"flag", words::kEditorFlag},
                                 FieldName{"example", words::kEditorExampleField}};

std::string name_of(const Ui& ui, std::string_view field) {
  for (const FieldName& known : kFieldNames)
    if (known.field == field) return std::string(ui.tr(known.name));
  if (field.starts_with("point:")) return std::string(ui.tr(words::kEditorPoints));
  if (field.starts_with("tag")) return std::string(ui.tr(words::kEditorTagsField));
  if (field == "at" || field.starts_with("place:")) return std::string(ui.tr(words::kEditorPlace));
  return std::string(field);
}

Phrase author_of(VersionAuthor author) {
  switch (author) {
    case VersionAuthor::kDocument: return words::kEditorByDocument;
    case VersionAuthor::kThisMachine: return words::kEditorByThisMachine;
    case VersionAuthor::kOtherMachine: break;
  }
  return words::kEditorByOther;
}

/// The learner's clock to the minute: 2026-12-01 09:30.
std::string local_time(Instant at, std::chrono::minutes utc_offset) {
  std::string text = format_instant(at + utc_offset);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text.substr(0, 16);
}

float draw_version(Ui& ui, const FieldVersion& version, std::chrono::minutes utc_offset, const Rect& column,
                   float y) {
  const float height = ui.px(26);
  std::string note =
      local_time(version.at, utc_offset) + " · " + std::string(ui.tr(author_of(version.author)));
  if (version.is_taken_back) note += " · " + std::string(ui.tr(words::kEditorTakenBack));
  const float width =
      draw_text(ui, Font::kSmall, {column.x, y, column.width, height}, ui.theme.faint, note, Align::kRight);
  draw_text_fitted(ui, Font::kDetailBold, {column.x, y, column.width - width - ui.px(12), height},
                   ui.theme.accent, name_of(ui, version.field));
  y += height;
  const std::string words = version.words.empty()        ? std::string(ui.tr(words::kEditorRemoved))
                            : version.field == "seconds" ? ui.tr(words::kEditorSeconds, {version.words})
                                                         : shortened(version.words, kWordsShown);
  const ImU32 ink = version.is_taken_back || version.words.empty() ? ui.theme.faint : ui.theme.text;
  return y + draw_paragraph(ui, Font::kDetail, column.x, y, column.width, ink, words) + ui.px(12);
}

}  // namespace

std::optional<Leaving> leave_key(const KeyPressed& press) {
  // Enter is the focus's, which stands on saving first. No digits: they would be typed into the field as
  // well.
  return press == KeyPressed{Key::kEscape} ? std::optional(Leaving::kStay) : std::nullopt;
}

std::optional<Leaving> draw_leave_sheet(Ui& ui, Focus& focus) {
  const float padding = ui.px(22), button = ui.px(44), gap = ui.px(10);
  const Rect sheet = Overlay::sheet_in_middle(ui, ui.px(380), 2 * padding + ui.px(44) + 3 * button + 2 * gap);
  std::optional<Leaving> chosen;
  Focus* const below = ui.focus;
  ui.focus = &focus;
  focus.begin_frame();
  {
    const Overlay overlay(ui, "leave editor", sheet);
    if (overlay.was_left()) chosen = Leaving::kStay;
    Rect rect{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding, ui.px(32)};
    draw_text_fitted(ui, Font::kLabel, rect, ui.theme.text, ui.tr(words::kEditorLeaveTitle));
    rect.y += ui.px(44);
    rect.height = button;
    if (main_button(ui, "leave save", rect, ui.tr(words::kEditorLeaveSave), "")) chosen = Leaving::kSave;
    rect.y += button + gap;
    if (quiet_button(ui, "leave drop", rect, ui.tr(words::kEditorLeaveDrop), "")) chosen = Leaving::kDrop;
    rect.y += button + gap;
    if (quiet_button(ui, "leave stay", rect, ui.tr(words::kEditorLeaveStay), "Esc")) chosen = Leaving::kStay;
  }
  focus.end_frame();
  ui.focus = below;
  return chosen;
}

bool draw_history(Ui& ui, const std::vector<FieldVersion>& versions, std::chrono::minutes utc_offset,
                  const ScrollWish& scroll) {
  const float padding = ui.px(22);
  const Rect sheet = Overlay::sheet_in_middle(ui, ui.px(660), ui.px(620));
  const Overlay overlay(ui, "history", sheet);
  const Rect inner{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding,
                   sheet.height - 2 * padding};
  const Rect heading{inner.x, inner.y, inner.width, ui.px(28)};
  draw_text(ui, Font::kLabel, heading, ui.theme.text, ui.tr(words::kEditorHistoryTitle));
  draw_text(ui, Font::kSmall, heading, ui.theme.faint, "Esc " + std::string(ui.tr(words::kActClose)),
            Align::kRight);
  const Rect area{inner.x, inner.y + ui.px(40), inner.width, inner.height - ui.px(40)};
  ScrollRegion region(ui, "versions", area, ui.theme.card);
  if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
  float y = region.content_top();
  if (versions.empty())
    draw_text_fitted(ui, Font::kDetail, {area.x, y, area.width, ui.px(30)}, ui.theme.muted,
                     ui.tr(words::kEditorHistoryNone));
  for (const FieldVersion& version : versions)
    y = draw_version(ui, version, utc_offset, {area.x, y, area.width - ui.px(16), 0}, y);
  region.set_content_bottom(y);
  return overlay.was_left();
}

}  // namespace rehearse
