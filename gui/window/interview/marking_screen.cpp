#include "gui/window/interview/marking_screen.h"

#include <algorithm>
#include <cmath>

#include "core/interview/interview_text.h"
#include "gui/window/interview/interview_bar.h"
#include "gui/window/interview/marking_parts.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kLowWindow = 560;
constexpr float kTwoColumns = 980;  // from this width on
constexpr float kWidest = 1240;
constexpr float kMargin = 28;

void obey(ScrollRegion& region, Ui& ui, const ScrollWish& scroll, const Rect& cursor) {
  switch (scroll.to) {
    case ScrollWish::To::kNowhere: break;
    case ScrollWish::To::kTop: region.scroll_to_top(); break;
    case ScrollWish::To::kPage: region.scroll_pages(scroll.pages); break;
    case ScrollWish::To::kNewest:
      if (cursor.height > 0) region.bring_into_view(cursor.y - ui.px(8), cursor.bottom() + ui.px(8));
      break;
  }
}

InterviewIntent draw_in_one_column(Ui& ui, const MarkingView& view, const Rect& body,
                                   const ScrollWish& scroll) {
  const Rect column = ui.column();
  ScrollRegion region(ui, "marking", body);
  const DrawnMarking reference = draw_reference(ui, view, column, region.content_top() + ui.px(14));
  const DrawnMarking rubric = draw_rubric(ui, view, column, reference.bottom + ui.px(16));
  region.set_content_bottom(rubric.bottom + ui.px(12));
  obey(region, ui, scroll, rubric.cursor.height > 0 ? rubric.cursor : reference.cursor);
  return first_of(reference.intent, rubric.intent);
}

InterviewIntent draw_side_by_side(Ui& ui, const MarkingView& view, const Rect& body,
                                  const ScrollWish& scroll) {
  const float margin = ui.px(kMargin), gap = ui.px(36);
  const float width = std::min(ui.px(kWidest), body.width - 2 * margin);
  const float left = std::round(body.x + (body.width - width) / 2);
  const float half = std::round((width - gap) / 2);
  // A sheet's shadow reaches over its edge, and the scroll bar stands beside it.
  const float edge = ui.px(17);
  InterviewIntent intent;
  const auto draw_half = [&](const char* id, float x, const auto& draw) {
    ScrollRegion region(ui, id, {x - edge, body.y, half + 2 * edge, body.height});
    const DrawnMarking drawn = draw(Rect{x, 0, half, 0}, region.content_top() + ui.px(18));
    region.set_content_bottom(drawn.bottom + ui.px(14));
    obey(region, ui, scroll, drawn.cursor);
    intent = first_of(intent, drawn.intent);
  };
  draw_half("reference", left,
            [&](const Rect& column, float y) { return draw_reference(ui, view, column, y); });
  draw_half("rubric", left + half + gap,
            [&](const Rect& column, float y) { return draw_rubric(ui, view, column, y); });
  return intent;
}

Phrase next_words(const MarkingView& view) {
  return view.bar.position + 1 < view.bar.length ? words::kInterviewNext : words::kInterviewToReport;
}

InterviewIntent draw_next(Ui& ui, const MarkingView& view, const Rect& button) {
  const std::size_t unmarked = unmarked_items(view);
  const std::string enter(ui.tr(words::kKeyEnter));
  if (unmarked == 0)
    return main_button(ui, "next", button, ui.tr(next_words(view)), enter) ? InterviewIntent{NextQuestion{}}
                                                                           : InterviewIntent{};
  const Phrase& phrase = unmarked == 1 ? words::kInterviewOneUnmarked : words::kInterviewUnmarked;
  const bool gives_full = view.cursor_item < view.items.size() && !view.items[view.cursor_item].share;
  const std::string key = gives_full ? enter + " = " + std::string(ui.tr(words::kInterviewFull)) : enter;
  const bool is_clicked = quiet_button(ui, "next", button, ui.tr(phrase, {std::to_string(unmarked)}), key);
  return is_clicked ? InterviewIntent{EnterMarks{}} : InterviewIntent{};
}

std::vector<KeyHint> hints_of(const Ui& ui, const MarkingView& view) {
  std::vector<KeyHint> hints;
  if (view.cursor_item < view.items.size()) {
    hints.push_back({"0–9", ui.tr(words::kInterviewActMark)});
    hints.push_back({"←/→", ui.tr(words::kInterviewActHalf)});
  } else if (!view.points.empty()) {
    hints.push_back({ui.tr(words::kKeySpace), ui.tr(words::kInterviewActMissed), KeyPressed{Key::kSpace}});
  }
  hints.push_back({"↑/↓", ui.tr(words::kInterviewActMove)});
  if (view.bar.position > 0)
    hints.push_back({"Ctrl+Z", ui.tr(words::kInterviewActBack), KeyPressed{Key::kZ, Modifier::kCtrl}});
  hints.push_back({"Esc", ui.tr(words::kInterviewActLeave), KeyPressed{Key::kEscape}});
  hints.push_back({"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}});
  return hints;
}

}  // namespace

std::size_t unmarked_items(const MarkingView& view) {
  return static_cast<std::size_t>(std::count_if(view.items.begin(), view.items.end(),
                                                [](const MarkingView::Item& item) { return !item.share; }));
}

InterviewIntent draw_interview_marking(Ui& ui, const MarkingView& view, const ScrollWish& scroll) {
  const bool is_over = view.spent > view.limit;
  InterviewIntent intent = draw_interview_bar(
      ui, view.bar, ui.tr(words::kInterviewSpent, {clock_text(view.spent), clock_text(view.limit)}),
      is_over ? ui.theme.again.text : ui.theme.muted);
  const bool is_low = ui.window.height < ui.px(kLowWindow);
  const float squeeze = is_low ? 0.7f : 1.0f;
  const Rect column = ui.column();
  const float hint_height = std::round(ui.px(kHintLineHeight));
  const Rect hints{ui.window.x + ui.px(12), ui.window.bottom() - hint_height - ui.px(11) * squeeze,
                   ui.window.width - 2 * ui.px(12), hint_height};
  const float button_height = std::round(ui.px(52) * (is_low ? 0.8f : 1.0f));
  const float button_width = std::min(column.width, ui.px(420));
  const Rect button{std::round(column.x + (column.width - button_width) / 2),
                    hints.y - ui.px(10) * squeeze - button_height, button_width, button_height};
  const float top = ui.window.y + ui.px(kTopBarHeight);
  const Rect body{ui.window.x, top, ui.window.width, button.y - ui.px(10) * squeeze - top};
  intent =
      first_of(intent, ui.window.width >= ui.px(kTwoColumns) ? draw_side_by_side(ui, view, body, scroll)
                                                             : draw_in_one_column(ui, view, body, scroll));
  intent = first_of(draw_next(ui, view, button), intent);
  key_hints(ui, hints, hints_of(ui, view));
  return intent;
}

InterviewIntent interview_marking_key(const KeyPressed& press) {
  if (press.modifier != Modifier::kNone) return {};
  if (const int digit = digit_of(press.key); digit >= 0) return TypeMarks{digit};
  switch (press.key) {
    case Key::kEnter: return EnterMarks{};
    case Key::kSpace: return ToggleMissed{};
    case Key::kLeft: return ShiftMarks{-1};
    case Key::kRight: return ShiftMarks{+1};
    case Key::kUp: return MoveMarking{-1};
    case Key::kDown: return MoveMarking{+1};
    case Key::kEscape: return AskToLeaveInterview{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

}  // namespace rehearse
