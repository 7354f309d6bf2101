#include "gui/window/editor/editor_sheets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/text.h"
#include "gui/window/editor/field_names.h"
#include "gui/window/shell/local_minute.h"
#include "gui/window/strings/editor_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::size_t kWordsShown = 600;  // code points of one version
constexpr std::size_t kNameShown = 16;    // code points of a machine's name, beside a time and a field

std::string author_of(const Ui& ui, const FieldVersion& version) {
  switch (version.author) {
    case VersionAuthor::kDocument: return std::string(ui.tr(words::kEditorByDocument));
    case VersionAuthor::kGroup: return std::string(ui.tr(words::kEditorByGroup));
    case VersionAuthor::kThisMachine: return std::string(ui.tr(words::kEditorByThisMachine));
    case VersionAuthor::kOtherMachine: break;
  }
  return version.device.empty() ? std::string(ui.tr(words::kEditorByOther))
                                : ui.tr(words::kEditorByNamed, {shortened(version.device, kNameShown)});
}

std::string words_of(const Ui& ui, const FieldVersion& version) {
  if (version.words.empty()) return std::string(ui.tr(words::kEditorRemoved));
  if (version.field == "seconds") return ui.tr(words::kEditorSeconds, {version.words});
  return shortened(version.words, kWordsShown);
}

float draw_version(Ui& ui, const FieldVersion& version, std::chrono::minutes utc_offset, const Rect& column,
                   float y) {
  const float height = ui.px(26);
  std::string note = local_minute(version.at, utc_offset) + " · " + author_of(ui, version);
  if (version.is_taken_back) note += " · " + std::string(ui.tr(words::kEditorTakenBack));
  // A machine's name may be long: the field's name keeps its share.
  const float width = std::ceil(std::min(ui.fonts.width(Font::kSmall, note), column.width * 0.75f));
  draw_text_fitted(ui, Font::kSmall, {column.right() - width, y, width, height}, ui.theme.faint, note);
  draw_text_fitted(ui, Font::kDetailBold, {column.x, y, column.width - width - ui.px(12), height},
                   ui.theme.accent, name_of_field(ui.language, version.field));
  y += height;
  const ImU32 ink = version.is_taken_back || version.words.empty() ? ui.theme.faint : ui.theme.text;
  return y + draw_paragraph(ui, Font::kDetail, column.x, y, column.width, ink, words_of(ui, version)) +
         ui.px(12);
}

/// Of one field all that stands, each with a button. Returns where it ends.
float draw_contested(Ui& ui, const ContestedField& field, std::size_t index, std::chrono::minutes utc_offset,
                     const Rect& column, float y, HistoryIntent& intent) {
  const float height = ui.px(26);
  if (index == 0)
    y += draw_paragraph(ui, Font::kDetail, column.x, y, column.width, ui.theme.again.text,
                        ui.tr(words::kEditorContested)) +
         ui.px(10);
  draw_text_fitted(ui, Font::kDetailBold, {column.x, y, column.width, height}, ui.theme.accent,
                   name_of_field(ui.language, field.field));
  y += height;
  for (std::size_t i = 0; i < field.versions.size(); ++i) {
    const StandingVersion& standing = field.versions[i];
    const std::string note =
        std::string(ui.tr(i == 0 ? words::kEditorShownVersion : words::kEditorOtherVersion)) + " · " +
        local_minute(standing.version.at, utc_offset) + " · " + author_of(ui, standing.version);
    draw_text_fitted(ui, Font::kSmall, {column.x, y, column.width, height}, ui.theme.muted, note);
    y += height;
    y += draw_paragraph(ui, Font::kDetail, column.x, y, column.width, ui.theme.text,
                        words_of(ui, standing.version)) +
         ui.px(6);
    const std::string_view use = ui.tr(i == 0 ? words::kEditorKeepThis : words::kEditorUseThis);
    const Rect button{column.x, y, std::round(ui.fonts.width(Font::kDetail, use) + ui.px(32)),
                      std::round(ui.px(kControlHeight))};
    if (form_button(ui, "use " + std::to_string(index) + " " + std::to_string(i), button, use))
      intent = ChooseVersion{field.field, standing.op};
    y += button.height + ui.px(12);
  }
  return y + ui.px(8);
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

HistoryIntent draw_history(Ui& ui, Focus& focus, const HistoryView& view, std::chrono::minutes utc_offset,
                           const ScrollWish& scroll) {
  HistoryIntent intent;
  const float padding = ui.px(22);
  const Rect sheet = Overlay::sheet_in_middle(ui, ui.px(660), ui.px(620));
  Focus* const below = ui.focus;
  ui.focus = &focus;
  focus.begin_frame();
  {
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
    const Rect column{area.x, region.content_top(), area.width - ui.px(16), 0};
    float y = column.y;
    for (std::size_t i = 0; i < view.contested.size(); ++i)
      y = draw_contested(ui, view.contested[i], i, utc_offset, column, y, intent);
    if (!view.contested.empty() && !view.versions.empty()) {
      const float height = ui.px(28);
      draw_text(ui, Font::kLabel, {column.x, y, column.width, height}, ui.theme.text,
                ui.tr(words::kEditorHistoryAll));
      y += height + ui.px(6);
    }
    if (view.versions.empty())
      draw_text_fitted(ui, Font::kDetail, {area.x, y, area.width, ui.px(30)}, ui.theme.muted,
                       ui.tr(words::kEditorHistoryNone));
    for (const FieldVersion& version : view.versions) y = draw_version(ui, version, utc_offset, column, y);
    region.set_content_bottom(y);
    if (overlay.was_left()) intent = CloseHistory{};
  }
  focus.end_frame();
  ui.focus = below;
  return intent;
}

}  // namespace rehearse
