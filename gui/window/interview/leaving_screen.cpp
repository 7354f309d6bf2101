#include "gui/window/interview/leaving_screen.h"

#include <algorithm>
#include <cmath>

#include "core/interview/interview_text.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kWidth = 440;
constexpr float kButtonHeight = 50;

/// Lines in the middle of `area`: moves `y` on.
void draw_centred(Ui& ui, Font font, const Rect& area, ImU32 colour, std::string_view text, float line,
                  float& y) {
  const float height = std::round(ui.fonts.em(font) * line);
  for (const TextLine& part : ui.paragraphs.lines(font, text, area.width)) {
    draw_text(ui, font, {area.x, y, area.width, height}, colour, seen_part(text, part), Align::kCentre);
    y += height;
  }
}

std::string advice_of(const Ui& ui, const LeavingView& view) {
  std::string advice = view.marked > 0 ? ui.tr(words::kInterviewLeaveMarked,
                                               {std::to_string(view.marked), marks_text(view.total)})
                                       : std::string(ui.tr(words::kInterviewLeaveEmpty));
  if (view.is_clock_running) advice += ui.tr(words::kInterviewClockRuns);
  return advice;
}

}  // namespace

InterviewIntent draw_leaving_interview(Ui& ui, const LeavingView& view) {
  const Rect column = ui.column();
  const float width = std::min(ui.px(kWidth), column.width), gap = ui.px(10), below_text = ui.px(30);
  const float buttons = (ui.px(kButtonHeight) + gap) * (view.marked > 0 ? 3.f : 2.f) - gap;
  const std::string_view title = ui.tr(words::kInterviewLeave);
  const std::string advice = advice_of(ui, view);
  const float text = paragraph_height(ui, Font::kStem, column.width, title, kHeadingLine) + ui.px(8) +
                     paragraph_height(ui, Font::kBody, column.width, advice);
  const float height = text + below_text + buttons;
  float y = std::round(ui.window.y + std::max(ui.px(8), (ui.window.height - height) * 0.42f));
  draw_centred(ui, Font::kStem, column, ui.theme.text, title, kHeadingLine, y);
  y += ui.px(8);
  draw_centred(ui, Font::kBody, column, ui.theme.muted, advice, kTextLine, y);
  Rect button{std::round(ui.window.x + (ui.window.width - width) / 2), y + below_text, width,
              ui.px(kButtonHeight)};
  const auto next_button = [&] { button.y += button.height + gap; };
  InterviewIntent intent;
  if (main_button(ui, "stay", button, ui.tr(words::kInterviewStay), ui.tr(words::kKeyEnter)))
    intent = StayInInterview{};
  next_button();
  if (view.marked > 0) {
    if (quiet_button(ui, "keep", button, ui.tr(words::kInterviewKeepMarked), "1"))
      intent = KeepMarkedAndLeave{};
    next_button();
  }
  if (quiet_button(ui, "throw away", button, ui.tr(words::kInterviewThrowAway), "2"))
    intent = ThrowInterviewAway{};
  return intent;
}

InterviewIntent leaving_interview_key(const LeavingView& view, const KeyPressed& press) {
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kEnter:
    case Key::kEscape: return StayInInterview{};
    case Key::kDigit1: return view.marked > 0 ? InterviewIntent{KeepMarkedAndLeave{}} : InterviewIntent{};
    case Key::kDigit2: return ThrowInterviewAway{};
    default: return {};
  }
}

}  // namespace rehearse
