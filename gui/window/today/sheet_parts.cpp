#include "gui/window/today/sheet_parts.h"

#include <cmath>

#include "gui/window/ui/controls.h"

namespace rehearse {
namespace {

constexpr float kWidth = 480, kPadding = 22, kTitle = 34, kNote = 22, kRow = 44, kButton = 46, kAbove = 10;
constexpr float kShareOfLabel = 0.36f;

Rect sheet_for(const Ui& ui, std::string_view note, int rows) {
  const float height =
      2 * kPadding + kTitle + (note.empty() ? 0 : kNote) + kRow * static_cast<float>(rows) + kAbove + kButton;
  return Overlay::sheet_in_middle(ui, ui.px(kWidth), ui.px(height));
}

}  // namespace

SheetFrame::SheetFrame(Ui& ui, const char* id, std::string_view title, std::string_view note, int rows)
    : ui_(ui), sheet_(sheet_for(ui, note, rows)), overlay_(ui, id, sheet_) {
  const float padding = ui.px(kPadding);
  inner_ = {sheet_.x + padding, sheet_.y + padding, sheet_.width - 2 * padding, sheet_.height - 2 * padding};
  draw_text_fitted(ui, Font::kLabel, {inner_.x, inner_.y, inner_.width, ui.px(kTitle - 6)}, ui.theme.text,
                   title);
  draw_text_fitted(ui, Font::kSmall, {inner_.x, inner_.y + ui.px(kTitle - 6), inner_.width, ui.px(kNote)},
                   ui.theme.muted, note);
  y_ = inner_.y + ui.px(kTitle + (note.empty() ? 0 : kNote));
}

Rect SheetFrame::row() {
  const Rect row{inner_.x, y_, inner_.width, ui_.px(kControlHeight)};
  y_ += ui_.px(kRow);
  return row;
}

Rect SheetFrame::labelled_row(std::string_view label) {
  const Rect whole = row();
  const float width = std::round(whole.width * kShareOfLabel);
  draw_text_fitted(ui_, Font::kDetail, {whole.x, whole.y, width - ui_.px(8), whole.height}, ui_.theme.text,
                   label);
  return {whole.x + width, whole.y, whole.width - width, whole.height};
}

Rect SheetFrame::button(int place, int count) const {
  const float gap = ui_.px(10);
  const float width = (inner_.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
  return {inner_.x + (width + gap) * static_cast<float>(place), inner_.bottom() - ui_.px(kButton), width,
          ui_.px(kButton)};
}

}  // namespace rehearse
