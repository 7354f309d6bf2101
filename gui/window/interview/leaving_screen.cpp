#include "gui/window/interview/leaving_screen.h"

#include <algorithm>
#include <cmath>

#include "core/interview/interview_text.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kWidth = 440;
constexpr float kButtonHeight = 50;

}  // namespace

InterviewIntent draw_leaving_interview(Ui& ui, const LeavingView& view) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  const float width = std::min(ui.px(kWidth), frame.body.width), gap = ui.px(10);
  const std::size_t buttons = view.marked > 0 ? 3 : 2;
  const float height = (ui.px(kButtonHeight) + gap) * static_cast<float>(buttons);
  const std::string advice = view.marked > 0 ? ui.tr(words::kInterviewLeaveMarked,
                                                     {std::to_string(view.marked), marks_text(view.total)})
                                             : std::string(ui.tr(words::kInterviewLeaveEmpty));
  const Rect text{frame.body.x, ui.window.y, frame.body.width, (ui.window.height - height) * 0.86f};
  draw_empty_state(ui, text, ui.tr(words::kInterviewLeave), advice);
  Rect button{std::round(ui.window.x + (ui.window.width - width) / 2),
              std::round(std::min(text.bottom(), frame.hints.y - height)), width, ui.px(kButtonHeight)};
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
