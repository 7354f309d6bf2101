#include "gui/window/ui/page_frame.h"

#include <algorithm>
#include <cmath>

namespace rehearse {
namespace {

constexpr float kWidest = 1180;
constexpr float kSideMargin = 20;
constexpr float kNoteShare = 0.4f;  // of the heading, at most
constexpr float kLowWindow = 520;   // below this height every part gives a little

void draw_centred(Ui& ui, Font font, const Rect& area, float& y, ImU32 colour, std::string_view text,
                  float em) {
  const std::vector<TextLine>& lines = ui.paragraphs.lines(font, text, area.width);
  const float height = std::round(ui.fonts.em(font) * em);
  for (const TextLine& line : lines) {
    draw_text(ui, font, {area.x, y, area.width, height}, colour, seen_part(text, line), Align::kCentre);
    y += height;
  }
}

}  // namespace

PageFrame page_frame(const Ui& ui, Breadth breadth) {
  const float squeeze = ui.window.height < ui.px(kLowWindow) ? 0.5f : 1.0f;
  const float hint_height = std::round(ui.px(kHintLineHeight));
  PageFrame frame;
  frame.hints = {ui.window.x + ui.px(12), std::round(ui.window.bottom() - hint_height - ui.px(11) * squeeze),
                 ui.window.width - 2 * ui.px(12), hint_height};
  const Rect column = ui.column();
  const float width = breadth == Breadth::kColumn
                          ? column.width
                          : std::round(std::min(ui.px(kWidest), ui.window.width - 2 * ui.px(kSideMargin)));
  const float x = std::round(ui.window.x + (ui.window.width - width) / 2);
  frame.heading = {x, std::round(ui.window.y + ui.px(24) * squeeze), width, std::round(ui.px(44))};
  const float top = std::round(frame.heading.bottom() + ui.px(14) * squeeze);
  frame.body = {x, top, width, std::max(0.0f, frame.hints.y - ui.px(8) - top)};
  return frame;
}

float draw_heading(Ui& ui, const PageFrame& frame, std::string_view title, std::string_view note) {
  const Rect& line = frame.heading;
  // A long title leaves room to a note.
  const float gap = ui.px(14);
  const float noted =
      note.empty() ? 0 : gap + std::min(ui.fonts.width(Font::kSmall, note), line.width * kNoteShare);
  const float width = std::min(line.width - noted, ui.fonts.width(Font::kFigure, title));
  draw_text_fitted(ui, Font::kFigure, {line.x, line.y, width + 1, line.height}, ui.theme.text, title);
  const float left = line.x + width + gap;
  if (!note.empty() && left < line.right())
    draw_text_fitted(ui, Font::kSmall, {left, line.y + ui.px(6), line.right() - left, line.height},
                     ui.theme.muted, note, Align::kRight);
  return width;
}

void draw_empty_state(Ui& ui, const Rect& area, std::string_view title, std::string_view advice) {
  const float width = std::min(area.width, ui.px(560));
  const Rect column{area.x + (area.width - width) / 2, area.y, width, area.height};
  const float height = paragraph_height(ui, Font::kStem, width, title, kHeadingLine) + ui.px(10) +
                       paragraph_height(ui, Font::kBody, width, advice);
  float y = std::round(area.y + std::max(0.0f, (area.height - height) * 0.42f));
  draw_centred(ui, Font::kStem, column, y, ui.theme.text, title, kHeadingLine);
  y += ui.px(10);
  draw_centred(ui, Font::kBody, column, y, ui.theme.muted, advice, kTextLine);
}

}  // namespace rehearse
