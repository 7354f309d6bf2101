#include <algorithm>
#include <array>
#include <cmath>

#include "core/interview/interview_text.h"
#include "gui/window/interview/marking_parts.h"
#include "gui/window/interview/past_interviews.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

constexpr float kPadding = 24;
constexpr float kRowInset = 10;
constexpr float kShareWidth = 46;
constexpr float kShareHeight = 32;
constexpr float kGivenWidth = 44;
constexpr float kShareGap = 6;
constexpr double kExactly = 1e-6;
constexpr std::array kShares{0.0, 0.5, 1.0};

const Phrase& title_of(RubricSource source) {
  switch (source) {
    case RubricSource::kCriteria: return words::kInterviewByCriteria;
    case RubricSource::kPoints: return words::kInterviewByPoints;
    case RubricSource::kWhole: break;
  }
  return words::kInterviewAsWhole;
}

/// None, half and all of the marks, and what was given. Nothing at all for an item without marks.
std::optional<double> draw_shares(Ui& ui, const MarkingView::Item& item, std::size_t index, const Rect& box) {
  std::optional<double> clicked;
  const float gap = ui.px(kShareGap), width = ui.px(kShareWidth), height = ui.px(kShareHeight);
  float x = box.x;
  for (std::size_t i = 0; i < kShares.size(); ++i, x += width + gap) {
    const Rect rect{x, box.y + (box.height - height) / 2, width, height};
    const Pointer pointer =
        click_area(ui, "item " + std::to_string(index) + " share " + std::to_string(i), rect, TabStop::kNo);
    const bool is_given = item.share && std::abs(*item.share - kShares[i]) < kExactly;
    const Tone& tone = i == 0 ? ui.theme.again : i == 1 ? ui.theme.hard : ui.theme.good;
    fill(ui, rect, is_given ? tone.text : ui.theme.card, kRowRadius);
    if (!is_given) outline(ui, rect, pointer == Pointer::kAway ? ui.theme.border : tone.text, kRowRadius);
    draw_text_fitted(ui, Font::kDetail, rect, is_given ? ui.theme.card : ui.theme.muted,
                     marks_text(item.marks * kShares[i]), Align::kCentre);
    if (pointer == Pointer::kClicked) clicked = kShares[i];
  }
  const std::string given = item.share ? marks_text(*item.share * item.marks) : "–";
  draw_text_fitted(ui, Font::kLabel, {x, box.y, box.right() - x, box.height},
                   item.share ? tone_of_share(ui.theme, *item.share).text : ui.theme.faint, given,
                   Align::kRight);
  return clicked;
}

void draw_item(Ui& ui, const MarkingView& view, std::size_t index, const Rect& area, float& y,
               DrawnMarking& drawn) {
  const MarkingView::Item& item = view.items[index];
  const float inset = ui.px(kRowInset);
  const float shares = 3 * ui.px(kShareWidth + kShareGap) + ui.px(kGivenWidth);
  const float width = area.width - shares - ui.px(16);
  const std::string_view text =
      item.text.empty() ? ui.tr(words::kInterviewTheWhole) : std::string_view(item.text);
  const bool is_marked_by = item.marks > 0;
  const std::string_view detail =
      is_marked_by ? std::string_view(item.detail) : ui.tr(words::kInterviewTakesAway);
  float height = paragraph_height(ui, Font::kBody, width, text);
  if (!detail.empty()) height += paragraph_height(ui, Font::kSmall, width, detail);
  height = std::max(height, ui.px(kShareHeight));
  const Rect row{area.x - inset, y, area.width + 2 * inset, height + 2 * inset};
  if (view.cursor_item == index) {
    fill(ui, row, ui.theme.accent_soft, kRowRadius);
    fill(ui, {row.x, row.y + ui.px(6), ui.px(3), row.height - ui.px(12)}, ui.theme.accent, 1.5f);
    drawn.cursor = row;
  }
  y += inset;
  const float cue =
      draw_paragraph(ui, Font::kBody, area.x, y, width, is_marked_by ? ui.theme.text : ui.theme.muted, text);
  if (!detail.empty()) draw_paragraph(ui, Font::kSmall, area.x, y + cue, width, ui.theme.muted, detail);
  if (is_marked_by)
    if (const auto share = draw_shares(ui, item, index, {area.right() - shares, y, shares, height}))
      drawn.intent = MarkItem{index, *share};
  y += height + inset;
}

}  // namespace

DrawnMarking draw_rubric(Ui& ui, const MarkingView& view, const Rect& column, float y) {
  DrawnMarking drawn;
  Sheet sheet(ui, column, y, kPadding);
  const Rect& area = sheet.inner();
  const Rect heading{area.x, area.y, area.width, ui.px(34)};
  const float marks =
      draw_text(ui, Font::kSmall, heading, ui.theme.muted, " / " + marks_text(view.marks), Align::kRight);
  draw_text(ui, Font::kFigure, {heading.x, heading.y - ui.px(4), heading.width - marks, heading.height},
            view.earned > 0 ? ui.theme.accent : ui.theme.faint, marks_text(view.earned), Align::kRight);
  draw_text(ui, Font::kLabel, heading, ui.theme.text, ui.tr(title_of(view.source)));
  float item_y = heading.bottom() + ui.px(8);
  for (std::size_t i = 0; i < view.items.size(); ++i) {
    if (i > 0) horizontal_line(ui, area.x, item_y, area.width);
    draw_item(ui, view, i, area, item_y, drawn);
  }
  drawn.bottom = sheet.close(item_y - ui.px(kRowInset));
  return drawn;
}

}  // namespace rehearse
