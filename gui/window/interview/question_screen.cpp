#include "gui/window/interview/question_screen.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/interview/interview_text.h"
#include "gui/window/interview/interview_bar.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

constexpr float kLowWindow = 560;
constexpr std::size_t kLongStem = 110;  // code points; a longer one is a text to read, not a headline
constexpr float kClockBarWidth = 220;

/// The time in large figures and as a thin bar that empties. Returns where it ends.
float draw_clock(Ui& ui, const AskedView& view, float y) {
  const Haste haste = haste_of(view.limit, view.spent);
  const ImU32 colour = haste == Haste::kOver   ? ui.theme.again.text
                       : haste == Haste::kSoon ? ui.theme.hard.text
                                               : ui.theme.text;
  const bool is_low = ui.window.height < ui.px(kLowWindow);
  const float height = ui.px(is_low ? 40 : 76);
  draw_text(ui, is_low ? Font::kFigure : Font::kClock, {ui.window.x, y, ui.window.width, height}, colour,
            countdown_text(view.limit, view.spent), Align::kCentre);
  y += height;
  const float width = ui.px(kClockBarWidth), thickness = std::max(2.0f, std::round(ui.px(4)));
  const Rect bar{std::round(ui.window.x + (ui.window.width - width) / 2), y + ui.px(6), width, thickness};
  fill(ui, bar, ui.theme.placeholder, 2);
  const double left =
      1 - std::chrono::duration<double>(view.spent) / std::chrono::duration<double>(view.limit);
  const float share = haste == Haste::kOver ? 1 : static_cast<float>(std::clamp(left, 0.0, 1.0));
  if (share > 0)
    fill(ui, {bar.x, bar.y, bar.width * share, bar.height}, haste == Haste::kNone ? ui.theme.accent : colour,
         2);
  y = bar.bottom();
  const float note = ui.px(is_low ? 20 : 26);
  const std::string text = haste == Haste::kOver ? std::string(ui.tr(words::kInterviewOver))
                                                 : ui.tr(words::kInterviewLeft, {clock_text(view.limit)});
  draw_text(ui, Font::kSmall, {ui.window.x, y, ui.window.width, note},
            haste == Haste::kOver ? colour : ui.theme.muted, text, Align::kCentre);
  return y + note;
}

/// Returns where the card ends.
float draw_question(Ui& ui, const AskedView& view, const Rect& column, float top) {
  Sheet sheet(ui, column, top, kCardPadding);
  const Rect& area = sheet.inner();
  float y = area.y;
  draw_interview_chips(ui, area, view.section, view.marks, y);
  const bool is_long = length_in_code_points(view.stem) > kLongStem;
  y += draw_paragraph(ui, is_long ? Font::kLabel : Font::kStem, area.x, y, area.width, ui.theme.text,
                      view.stem, is_long ? kTextLine : kHeadingLine);
  draw_listing(ui, area, view.code, y);
  if (!view.options.empty()) y += ui.px(kGap);
  for (const std::string& option : view.options)
    y += draw_paragraph(ui, Font::kBody, area.x, y, area.width, ui.theme.text, option) + ui.px(4);
  return sheet.close(y);
}

}  // namespace

Haste haste_of(std::chrono::seconds limit, std::chrono::milliseconds spent) {
  constexpr int kSoonIsOneOf = 5;
  if (spent > limit) return Haste::kOver;
  return (limit - spent) * kSoonIsOneOf <= limit ? Haste::kSoon : Haste::kNone;
}

std::string countdown_text(std::chrono::seconds limit, std::chrono::milliseconds spent) {
  const std::chrono::milliseconds left = limit - spent;
  if (left < std::chrono::milliseconds{0}) return "+" + clock_text(-left);
  return clock_text(std::chrono::ceil<std::chrono::seconds>(left));
}

InterviewIntent draw_asked_question(Ui& ui, const AskedView& view, const ScrollWish& scroll) {
  InterviewIntent intent = draw_interview_bar(ui, view.bar, {}, ui.theme.muted);
  const bool is_low = ui.window.height < ui.px(kLowWindow);
  const float squeeze = is_low ? 0.7f : 1.0f;
  const float bar_bottom = ui.window.y + ui.px(kTopBarHeight);
  const float clock_bottom = draw_clock(ui, view, bar_bottom + std::round(ui.px(is_low ? 4 : 20)));

  const Rect column = ui.column();
  const float hint_height = std::round(ui.px(kHintLineHeight));
  const Rect hints{ui.window.x + ui.px(12), ui.window.bottom() - hint_height - ui.px(11) * squeeze,
                   ui.window.width - 2 * ui.px(12), hint_height};
  const float button_height = std::round(ui.px(56) * (is_low ? 0.8f : 1.0f));
  const Rect row{column.x, hints.y - ui.px(10) * squeeze - button_height, column.width, button_height};
  {
    const float top = clock_bottom + std::round(ui.px(14) * squeeze);
    ScrollRegion region(ui, "question",
                        {ui.window.x, top, ui.window.width, row.y - ui.px(12) * squeeze - top});
    const float bottom = draw_question(ui, view, column, region.content_top() + ui.px(8));
    region.set_content_bottom(bottom + ui.px(10));
    if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
    if (scroll.to == ScrollWish::To::kTop) region.scroll_to_top();
  }
  const float gap = ui.px(kGap);
  const float quiet = std::round((row.width - gap) * 0.36f);
  if (main_button(ui, "done", {row.x + quiet + gap, row.y, row.width - quiet - gap, row.height},
                  ui.tr(words::kInterviewDone), ui.tr(words::kKeySpace)))
    intent = AnswerDone{};
  if (quiet_button(ui, "nothing to say", {row.x, row.y, quiet, row.height},
                   ui.tr(words::kInterviewNothingToSay), "0"))
    intent = NothingToSay{};
  key_hints(ui, hints,
            {{ui.tr(words::kKeySpace), ui.tr(words::kInterviewDone), KeyPressed{Key::kSpace}},
             {"Esc", ui.tr(words::kInterviewActLeave), KeyPressed{Key::kEscape}},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

InterviewIntent asked_question_key(const KeyPressed& press) {
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kSpace: return AnswerDone{};
    case Key::kDigit0: return NothingToSay{};
    case Key::kEscape: return AskToLeaveInterview{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

}  // namespace rehearse
