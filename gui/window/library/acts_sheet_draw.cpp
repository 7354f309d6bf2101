#include <algorithm>
#include <array>
#include <cmath>

#include "gui/window/library/acts_sheet.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kWidth = 460;
constexpr float kRowHeight = 36;
constexpr float kHeading = 44;

/// In the order of their digits: 1 to 9, then 0.
constexpr std::array kEntries{words::kLibraryActStudy,      words::kLibraryActSuspend,
                              words::kLibraryActRelease,    words::kLibraryActBury,
                              words::kLibraryActFlag,       words::kLibraryActTag,
                              words::kLibraryActUntag,      words::kLibraryActDue,
                              words::kLibraryActReschedule, words::kLibraryActReset};

bool draw_entry(Ui& ui, const std::string& id, const Rect& row, std::string_view key, std::string_view text) {
  const Pointer pointer = click_area(ui, id, row);
  if (pointer != Pointer::kAway) fill(ui, row, ui.theme.accent_soft, kRowRadius);
  draw_text(ui, Font::kDetailBold, {row.x + ui.px(10), row.y, ui.px(24), row.height}, ui.theme.accent, key);
  draw_text_fitted(ui, Font::kDetail, {row.x + ui.px(38), row.y, row.width - ui.px(48), row.height},
                   ui.theme.text, text);
  return pointer == Pointer::kClicked;
}

}  // namespace

void ActsSheet::draw(Ui& ui) {
  const float padding = ui.px(20), row = ui.px(kRowHeight);
  const std::size_t rows = stage_ == Stage::kMenu   ? kEntries.size()
                           : stage_ == Stage::kFlag ? static_cast<std::size_t>(kHighestFlag) + 1
                                                    : 5;
  const Rect sheet = Overlay::sheet_in_middle(ui, ui.px(kWidth),
                                              2 * padding + ui.px(kHeading) + row * static_cast<float>(rows));
  Focus* const below = ui.focus;
  ui.focus = &focus_;
  focus_.begin_frame();
  {
    const Overlay overlay(ui, "acts sheet", sheet);
    if (overlay.was_left()) is_left_ = true;
    const Rect inner{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding,
                     sheet.height - 2 * padding};
    const Rect heading{inner.x, inner.y, inner.width, ui.px(28)};
    const std::string_view esc = ui.tr(stage_ == Stage::kMenu ? words::kActClose : words::kActBack);
    const float esc_width =
        draw_text(ui, Font::kSmall, heading, ui.theme.faint, "Esc " + std::string(esc), Align::kRight);
    draw_text_fitted(ui, Font::kLabel,
                     {heading.x, heading.y, heading.width - esc_width - ui.px(10), heading.height},
                     ui.theme.text, ui.tr(words::kLibraryActsTitle, {std::to_string(count_)}));
    const Rect area{inner.x, inner.y + ui.px(kHeading), inner.width, inner.height - ui.px(kHeading)};
    ScrollRegion region(ui, "entries", area, ui.theme.card);
    const float y = region.content_top();
    switch (stage_) {
      case Stage::kMenu: region.set_content_bottom(draw_menu(ui, area, y)); break;
      case Stage::kFlag: region.set_content_bottom(draw_flags(ui, area, y)); break;
      case Stage::kTag:
      case Stage::kUntag: region.set_content_bottom(draw_tags(ui, area, y)); break;
      case Stage::kDue:
      case Stage::kReschedule: region.set_content_bottom(draw_day(ui, area, y)); break;
    }
  }
  focus_.end_frame();
  ui.focus = below;
}

float ActsSheet::draw_menu(Ui& ui, const Rect& area, float y) {
  const float height = ui.px(kRowHeight);
  for (std::size_t i = 0; i < kEntries.size(); ++i, y += height)
    if (draw_entry(ui, "act " + std::to_string(i), {area.x, y, area.width - ui.px(12), height},
                   std::to_string((i + 1) % 10), ui.tr(kEntries[i])))
      choose(i);
  return y;
}

float ActsSheet::draw_flags(Ui& ui, const Rect& area, float y) {
  const float height = ui.px(kRowHeight);
  for (int flag = 0; flag <= kHighestFlag; ++flag, y += height) {
    const std::string number = std::to_string(flag);
    const std::string name =
        flag == 0 ? std::string(ui.tr(words::kLibraryNoFlag)) : ui.tr(words::kLibraryFlag, {number});
    if (draw_entry(ui, "flag " + number, {area.x, y, area.width - ui.px(12), height}, number, name))
      choose_flag(flag);
  }
  return y;
}

float ActsSheet::draw_tags(Ui& ui, const Rect& area, float y) {
  const float height = ui.px(kControlHeight), button = ui.px(84), width = area.width - ui.px(12);
  TextBoxLook look;
  look.placeholder = ui.tr(words::kLibraryTagHint);
  look.font = Font::kDetail;
  const DrawnTextBox drawn = draw_text_box(
      ui, "field", {area.x + ui.px(2), y + ui.px(2), width - button - ui.px(12), height}, tag_, look);
  if (drawn.pointed) tag_.take(*drawn.pointed);
  if (form_button(ui, "apply", {area.x + width - button, y + ui.px(2), button, height},
                  ui.tr(words::kLibraryApply)))
    apply_field();
  y += height + ui.px(8);
  if (fault_) {
    y += draw_paragraph(ui, Font::kSmall, area.x, y, width, ui.theme.again.text, fault_->in(ui.language));
  }
  float x = area.x + ui.px(2);
  for (const std::string& tag : fitting_tags()) {
    const float chip = std::min(ui.fonts.width(Font::kDetail, tag) + ui.px(28), width);
    if (x + chip > area.x + width) {
      x = area.x + ui.px(2);
      y += height + ui.px(6);
    }
    if (form_button(ui, "tag " + tag, {x, y, chip, height}, tag)) choose_tag(tag);
    x += chip + ui.px(6);
  }
  return y + height;
}

float ActsSheet::draw_day(Ui& ui, const Rect& area, float y) {
  const float width = area.width - ui.px(14);
  DayIntent intent;
  y += ui.px(2);
  y += day_.draw(ui, "field", area.x + ui.px(2), y, width, intent);
  day_.take(intent);
  const float button = ui.px(120);
  if (form_button(ui, "apply", {area.x + width - button, y + ui.px(6), button, ui.px(kControlHeight)},
                  ui.tr(words::kLibraryApply)))
    apply_field();
  return y + ui.px(8) + ui.px(kControlHeight);
}

}  // namespace rehearse
