#include "gui/window/settings/form.h"

#include <algorithm>
#include <cmath>

#include "gui/window/ui/controls.h"

namespace rehearse {
namespace {

constexpr float kPadding = 22;
constexpr float kBetweenSheets = 16;
constexpr float kBetweenRows = 10;
constexpr float kHeadingHeight = 30;
constexpr float kBetweenButtons = 10;

}  // namespace

FormSheet::FormSheet(Ui& ui, const Rect& column, float& y, std::string_view heading)
    : ui_(ui), end_(y), sheet_(ui, column, y, kPadding), y_(sheet_.inner().y), button_x_(sheet_.inner().x) {
  draw_text_fitted(ui_, Font::kLabel, line(kHeadingHeight), ui_.theme.text, heading);
}

FormSheet::~FormSheet() {
  // Below the last row there is the sheet's own padding already.
  end_ = sheet_.close(y_ - ui_.px(kBetweenRows)) + ui_.px(kBetweenSheets);
}

Rect FormSheet::line(float logical_height) {
  const Rect rect{inner().x, y_, inner().width, std::round(ui_.px(logical_height))};
  y_ += rect.height + ui_.px(kBetweenRows);
  return rect;
}

Rect FormSheet::row(std::string_view label, float logical_control_width) {
  const float control = std::min(ui_.px(logical_control_width), inner().width);
  const float room = inner().width - control - ui_.px(16);
  const Rect first = line(kControlHeight);
  if (ui_.fonts.width(Font::kDetail, label) <= room) {
    draw_text(ui_, Font::kDetail, {first.x, first.y, room, first.height}, ui_.theme.text, label);
    return {std::round(first.right() - control), first.y, control, first.height};
  }
  draw_text_fitted(ui_, Font::kDetail, first, ui_.theme.text, label);
  y_ -= ui_.px(kBetweenRows);
  const Rect second = line(kControlHeight);
  return {second.x, second.y, control, second.height};
}

void FormSheet::note(std::string_view text) { paragraph(Font::kSmall, ui_.theme.muted, text); }

void FormSheet::paragraph(Font font, ImU32 colour, std::string_view text) {
  y_ += draw_paragraph(ui_, font, inner().x, y_, inner().width, colour, text) + ui_.px(kBetweenRows);
}

void FormSheet::gap(float logical_height) { y_ += ui_.px(logical_height); }

Rect FormSheet::button(std::string_view text) {
  const float width = std::min(std::round(ui_.fonts.width(Font::kDetail, text) + ui_.px(32)), inner().width);
  const float height = std::round(ui_.px(kControlHeight));
  if (button_x_ > inner().x && button_x_ + width > inner().right()) end_buttons();
  const Rect rect{button_x_, y_, width, height};
  button_x_ += width + ui_.px(kBetweenButtons);
  return rect;
}

void FormSheet::end_buttons() {
  button_x_ = inner().x;
  line(kControlHeight);
}

}  // namespace rehearse
