#include "gui/window/study/study_screen.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/study/grade_row.h"
#include "gui/window/study/study_card.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kLowWindow = 520;  // below this height every part gives a little

/// New · missed · due, right-aligned. Returns the width.
float draw_counts(Ui& ui, const StudyView& view, const Rect& box) {
  struct Part {
    std::string text;
    ImU32 colour;
  };
  const std::array parts{Part{std::to_string(view.counts.fresh), ui.theme.accent}, Part{"·", ui.theme.faint},
                         Part{std::to_string(view.counts.missed), ui.theme.again.text},
                         Part{"·", ui.theme.faint},
                         Part{std::to_string(view.counts.due), ui.theme.good.text}};
  const float gap = ui.px(5);
  float x = box.right();
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    x -= ui.fonts.width(Font::kLabel, part->text);
    draw_text(ui, Font::kLabel, {x, box.y, box.width, box.height}, part->colour, part->text);
    x -= gap;
  }
  return box.right() - x;
}

/// 1:05
std::string clock_text(std::chrono::seconds time) {
  const auto seconds = time.count() % 60;
  return std::to_string(time.count() / 60) + (seconds < 10 ? ":0" : ":") + std::to_string(seconds);
}

/// Quiet until the time is up, and a little louder when it is up by half as much again.
ImU32 clock_colour(const Theme& theme, const ClockView& clock) {
  if (2 * clock.passed >= 3 * clock.limit) return theme.again.text;
  return clock.passed >= clock.limit ? theme.hard.text : theme.faint;
}

/// What stands in the middle of the bar: which card, and how long it takes. Returns its width.
float draw_progress(Ui& ui, const StudyView& view, const Rect& box) {
  const std::string position = std::to_string(view.position + 1) + " / " + std::to_string(view.length);
  if (!view.clock) return draw_text(ui, Font::kSmall, box, ui.theme.muted, position, Align::kCentre);
  const std::string clock = clock_text(view.clock->passed) + " / " + clock_text(view.clock->limit);
  const float gap = ui.px(14);
  const float position_width = ui.fonts.width(Font::kSmall, position);
  const float clock_width = ui.fonts.width(Font::kSmall, clock);
  const float width = position_width + gap + clock_width;
  const float x = std::round(box.x + (box.width - width) / 2);
  draw_text(ui, Font::kSmall, {x, box.y, position_width, box.height}, ui.theme.muted, position);
  draw_text(ui, Font::kSmall, {x + position_width + gap, box.y, clock_width, box.height},
            clock_colour(ui.theme, *view.clock), clock);
  return width;
}

StudyIntent draw_top_bar(Ui& ui, const StudyView& view) {
  const Rect bar{ui.window.x, ui.window.y, ui.window.width, ui.px(kTopBarHeight)};
  const float line_height = std::max(1.0f, std::round(ui.px(kProgressHeight)));
  const Rect inner{bar.x + ui.px(24), bar.y, bar.width - 2 * ui.px(24), bar.height - line_height};
  fill(ui, bar, ui.theme.card);
  const Rect track{bar.x, bar.bottom() - line_height, bar.width, line_height};
  fill(ui, track, ui.theme.border);
  const float share =
      static_cast<float>(view.position) / static_cast<float>(std::max<std::size_t>(1, view.length));
  fill(ui, {track.x, track.y, track.width * share, track.height}, ui.theme.accent);

  const float counts_width = draw_counts(ui, view, inner);
  const float position_width = draw_progress(ui, view, inner);
  const float title_x = bar.x + ui.px(44);
  const float middle_begin = inner.x + (inner.width - position_width) / 2;
  const float room = std::min(middle_begin, inner.right() - counts_width) - ui.px(16) - title_x;
  const float title_width = std::min(room, ui.fonts.width(Font::kLabel, view.deck_title));
  const Rect back{bar.x, bar.y, title_x - bar.x + title_width + ui.px(8), inner.height};
  const Pointer pointer = click_area(ui, "leave", back);
  const ImU32 colour = pointer == Pointer::kAway ? ui.theme.text : ui.theme.accent;
  chevron_left(ui, {bar.x + ui.px(12), bar.y, ui.px(24), inner.height},
               pointer == Pointer::kAway ? ui.theme.muted : ui.theme.accent);
  draw_text_fitted(ui, Font::kLabel, {title_x, bar.y, room, inner.height}, colour, view.deck_title);
  return pointer == Pointer::kClicked ? StudyIntent{LeaveStudy{}} : StudyIntent{};
}

std::vector<KeyHint> hints_while_writing(const Ui& ui, const StudyView& view) {
  std::vector<KeyHint> hints;
  const bool is_example = view.example && view.example->field;
  const Phrase& done = is_example ? words::kStudyActKeep : words::kCheck;
  const Phrase& leave = is_example ? words::kStudyActDiscard : words::kStudyActCloseField;
  hints.push_back({"Ctrl+Enter", ui.tr(done), KeyPressed{Key::kEnter, Modifier::kCtrl}});
  hints.push_back({"Esc", ui.tr(leave), KeyPressed{Key::kEscape}});
  if (!is_example)
    hints.push_back({"Ctrl+H", ui.tr(words::kStudyActHint), KeyPressed{Key::kH, Modifier::kCtrl}});
  hints.push_back({"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}});
  return hints;
}

std::vector<KeyHint> hints_of(const Ui& ui, const StudyView& view) {
  if (is_writing(view)) return hints_while_writing(ui, view);
  const std::string_view enter = ui.tr(words::kKeyEnter);
  std::vector<KeyHint> hints;
  const bool has_hidden = std::any_of(view.points.begin(), view.points.end(), [](const PointView& point) {
    return point.state == PointState::kNext;
  });
  const bool hides_answer = view.asked_as == AskedAs::kWhole && !view.answer;
  if (has_hidden || hides_answer)
    hints.push_back({ui.tr(words::kKeySpace), ui.tr(words::kActReveal), KeyPressed{Key::kSpace}});
  if (view.grade) {
    if (!is_only_read(view)) hints.push_back({enter, ui.tr(words::kActGrade), KeyPressed{Key::kEnter}});
    if (!view.points.empty()) hints.push_back({"1–9", ui.tr(words::kActTick), {}});
    if (!is_only_read(view)) hints.push_back({"←/→", ui.tr(words::kActOverride), {}});
  } else if (view.asked_as == AskedAs::kChoice) {
    hints.push_back({"1–9", ui.tr(words::kActChoose), {}});
  }
  if (has_hidden && view.meeting == Meeting::kAgain) {
    hints.push_back({"Ctrl+H", ui.tr(words::kStudyActHint), KeyPressed{Key::kH, Modifier::kCtrl}});
    hints.push_back({"F2", ui.tr(words::kStudyActType), KeyPressed{Key::kF2}});
  }
  hints.push_back({"Ctrl+Z", ui.tr(words::kActUndo), KeyPressed{Key::kZ, Modifier::kCtrl}});
  hints.push_back({"Ctrl+M", ui.tr(words::kStudyActMenu), KeyPressed{Key::kM, Modifier::kCtrl}});
  hints.push_back({"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}});
  return hints;
}

void obey(ScrollRegion& region, const ScrollWish& wish, float newest_bottom) {
  switch (wish.to) {
    case ScrollWish::To::kNowhere: break;
    case ScrollWish::To::kTop: region.scroll_to_top(); break;
    case ScrollWish::To::kNewest: region.bring_bottom_into_view(newest_bottom); break;
    case ScrollWish::To::kPage: region.scroll_pages(wish.pages); break;
  }
}

}  // namespace

StudyIntent draw_study(Ui& ui, const StudyView& view, const ScrollWish& scroll) {
  const auto first = [](const StudyIntent& intent, const StudyIntent& otherwise) {
    return is_nothing(intent) ? otherwise : intent;
  };
  const float squeeze = ui.window.height < ui.px(kLowWindow) ? 0.75f : 1.0f;
  const float hint_height = std::round(ui.px(kHintLineHeight));
  const float row_height = std::round(ui.px(kGradeHeight) * squeeze);
  const Rect column = ui.column();
  const Rect hint_line{ui.window.x + ui.px(12), ui.window.bottom() - hint_height - ui.px(11) * squeeze,
                       ui.window.width - 2 * ui.px(12), hint_height};
  const Rect row{column.x, hint_line.y - ui.px(10) * squeeze - row_height, column.width, row_height};
  const float top = ui.window.y + ui.px(kTopBarHeight);

  StudyIntent intent = draw_top_bar(ui, view);
  {
    ScrollRegion region(ui, "card", {ui.window.x, top, ui.window.width, row.y - ui.px(12) * squeeze - top});
    const DrawnCard card =
        draw_study_card(ui, view, column, region.content_top() + std::round(ui.px(kCardTop) * squeeze));
    region.set_content_bottom(card.bottom + ui.px(10));
    obey(region, scroll, card.newest_bottom);
    intent = first(intent, card.intent);
  }
  const bool checks = !view.grade || is_typing_answer(view);
  if (!checks && !is_only_read(view)) {
    intent = first(intent, draw_grade_row(ui, row, *view.grade));
  } else {
    const float width = std::min(column.width, ui.px(260));
    const Rect button{column.x + (column.width - width) / 2, row.y + row.height * 0.1f, width,
                      row.height * 0.8f};
    const std::string_view key = is_typing_answer(view) ? "Ctrl+Enter" : ui.tr(words::kKeyEnter);
    if (main_button(ui, "go on", button, ui.tr(checks ? words::kCheck : words::kActReadNext), key))
      intent = checks ? StudyIntent{CheckAnswer{}} : StudyIntent{GradeAndGo{}};
  }
  key_hints(ui, hint_line, hints_of(ui, view));
  return intent;
}

}  // namespace rehearse
