#include "gui/window/interview/interview_bar.h"

#include <algorithm>
#include <cmath>

#include "core/interview/interview_text.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {

InterviewIntent draw_interview_bar(Ui& ui, const InterviewBarView& view, std::string_view note,
                                   ImU32 note_colour) {
  const Rect bar{ui.window.x, ui.window.y, ui.window.width, ui.px(kTopBarHeight)};
  const float line = std::max(1.0f, std::round(ui.px(kProgressHeight)));
  const Rect inner{bar.x + ui.px(24), bar.y, bar.width - 2 * ui.px(24), bar.height - line};
  fill(ui, bar, ui.theme.card);
  const Rect track{bar.x, bar.bottom() - line, bar.width, line};
  fill(ui, track, ui.theme.border);
  const float share =
      static_cast<float>(view.position) / static_cast<float>(std::max<std::size_t>(1, view.length));
  fill(ui, {track.x, track.y, track.width * share, track.height}, ui.theme.accent);

  const std::string position = std::to_string(view.position + 1) + " / " + std::to_string(view.length);
  const float middle = draw_text(ui, Font::kSmall, inner, ui.theme.muted, position, Align::kCentre);
  const float side = (inner.width - middle) / 2 - ui.px(16);
  draw_text_fitted(ui, Font::kSmall, {inner.right() - side, inner.y, side, inner.height}, note_colour, note,
                   Align::kRight);
  const float title_x = bar.x + ui.px(44);
  const float room = inner.x + side - title_x;
  const float title = std::min(room, ui.fonts.width(Font::kLabel, view.title));
  const Pointer pointer =
      click_area(ui, "leave", {bar.x, bar.y, title_x - bar.x + title + ui.px(8), inner.height});
  const bool is_away = pointer == Pointer::kAway;
  chevron_left(ui, {bar.x + ui.px(12), bar.y, ui.px(24), inner.height},
               is_away ? ui.theme.muted : ui.theme.accent);
  draw_text_fitted(ui, Font::kLabel, {title_x, bar.y, room, inner.height},
                   is_away ? ui.theme.text : ui.theme.accent, view.title);
  return pointer == Pointer::kClicked ? InterviewIntent{AskToLeaveInterview{}} : InterviewIntent{};
}

void draw_interview_chips(Ui& ui, const Rect& area, std::string_view section, double marks, float& y) {
  const std::string text = ui.tr(words::kInterviewMarks, {marks_text(marks)});
  const float right = draw_text(ui, Font::kSmall, {area.x, y, area.width, chip_height(ui)}, ui.theme.muted,
                                text, Align::kRight);
  if (!section.empty())
    chip(ui, area.x, y, area.width - right - ui.px(16), {ui.theme.accent, ui.theme.accent_soft}, section);
  y += chip_height(ui) + ui.px(10);
}

void draw_listing(Ui& ui, const Rect& area, std::string_view code, float& y) {
  if (code.empty()) return;
  const float padding = ui.px(14);
  const float width = area.width - 2 * padding;
  y += ui.px(kGap);
  const float height = paragraph_height(ui, Font::kCode, width, code) + 2 * padding;
  fill(ui, {area.x, y, area.width, height}, ui.theme.background, kRowRadius);
  draw_paragraph(ui, Font::kCode, area.x + padding, y + padding, width, ui.theme.text, code);
  y += height;
}

}  // namespace rehearse
