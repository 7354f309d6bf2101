#include <algorithm>
#include <cmath>

#include "gui/window/interview/interview_bar.h"
#include "gui/window/interview/marking_parts.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

constexpr float kPadding = 24;
constexpr float kIndent = 34;
constexpr float kRowInset = 6;

class Reference {
 public:
  Reference(Ui& ui, const MarkingView& view, const Rect& area)
      : ui_(ui), view_(view), area_(area), y_(area.y) {}

  DrawnMarking draw() {
    question();
    line();
    if (!view_.right_answer.empty()) {
      y_ += draw_paragraph(ui_, Font::kLabel, area_.x, y_, area_.width, ui_.theme.good.text,
                           ui_.tr(words::kInterviewRightAnswer, {view_.right_answer}));
      y_ += ui_.px(8);
    }
    part(words::kInterviewAnswer, view_.answer, Font::kBody, ui_.theme.text);
    if (!view_.points.empty()) points();
    part(words::kInterviewAnalysis, view_.analysis, Font::kDetail, ui_.theme.muted);
    drawn_.bottom = y_ - ui_.px(8);
    return drawn_;
  }

 private:
  void question() {
    draw_interview_chips(ui_, area_, view_.section, view_.marks, y_);
    y_ += draw_paragraph(ui_, Font::kLabel, area_.x, y_, area_.width, ui_.theme.text, view_.stem);
    draw_listing(ui_, area_, view_.code, y_);
    if (!view_.options.empty()) y_ += ui_.px(8);
    for (const std::string& option : view_.options)
      y_ += draw_paragraph(ui_, Font::kDetail, area_.x, y_, area_.width, ui_.theme.text, option) + ui_.px(2);
  }

  void line() {
    y_ += std::round(ui_.px(14));
    horizontal_line(ui_, area_.x, y_, area_.width);
    y_ += std::round(ui_.px(14));
  }

  void heading(const Phrase& title, std::string_view note) {
    const Rect line{area_.x, y_, area_.width, ui_.px(26)};
    const float width = draw_text(ui_, Font::kSmall, line, ui_.theme.muted, ui_.tr(title));
    const float left = line.x + width + ui_.px(12);
    draw_text_fitted(ui_, Font::kSmall, {left, line.y, line.right() - left, line.height}, ui_.theme.faint,
                     note, Align::kRight);
    y_ += line.height + ui_.px(2);
  }

  void part(const Phrase& title, std::string_view text, Font font, ImU32 colour) {
    if (text.empty()) return;
    heading(title, {});
    y_ += draw_paragraph(ui_, font, area_.x, y_, area_.width, colour, text) + ui_.px(10);
  }

  void points() {
    heading(words::kInterviewPoints, ui_.tr(words::kInterviewMissedHint));
    for (std::size_t i = 0; i < view_.points.size(); ++i) point(i);
    y_ += ui_.px(8);
  }

  void point(std::size_t index) {
    const MarkingView::Point& point = view_.points[index];
    const float indent = ui_.px(kIndent), inset = ui_.px(kRowInset);
    const float width = area_.width - indent, line = std::round(ui_.fonts.em(Font::kBody) * kTextLine);
    float height = paragraph_height(ui_, Font::kBody, width, point.cue);
    if (!point.detail.empty()) height += paragraph_height(ui_, Font::kDetail, width, point.detail);
    const Rect row{area_.x - inset, y_, area_.width + 2 * inset, height + 2 * inset};
    const bool is_at = view_.cursor_item >= view_.items.size() && view_.cursor_point == index;
    const Pointer pointer = click_area(ui_, "point " + std::to_string(index), row, TabStop::kNo);
    if (is_at) {
      fill(ui_, row, ui_.theme.accent_soft, kRowRadius);
      drawn_.cursor = row;
    }
    y_ += inset;
    const std::string key = index < 10 ? std::to_string((index + 1) % 10) : std::string();
    round_mark(ui_, {area_.x, y_, ui_.px(22), line}, point.is_missed ? Mark::kCross : Mark::kEmpty, key);
    const ImU32 ink = point.is_missed             ? ui_.theme.again.text
                      : pointer != Pointer::kAway ? ui_.theme.accent
                                                  : ui_.theme.text;
    const float cue = draw_paragraph(ui_, Font::kBody, area_.x + indent, y_, width, ink, point.cue);
    if (!point.detail.empty())
      draw_paragraph(ui_, Font::kDetail, area_.x + indent, y_ + cue, width, ui_.theme.muted, point.detail);
    y_ += height + inset + ui_.px(2);
    if (pointer == Pointer::kClicked) drawn_.intent = ToggleMissed{index};
  }

  Ui& ui_;
  const MarkingView& view_;
  Rect area_;
  float y_;
  DrawnMarking drawn_;
};

}  // namespace

DrawnMarking draw_reference(Ui& ui, const MarkingView& view, const Rect& column, float y) {
  Sheet sheet(ui, column, y, kPadding);
  DrawnMarking drawn = Reference(ui, view, sheet.inner()).draw();
  drawn.bottom = sheet.close(drawn.bottom);
  return drawn;
}

}  // namespace rehearse
