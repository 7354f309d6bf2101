#include "gui/window/study/summary_screen.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestStem = 80;  // characters: three stems must fit the card

void draw_figures(Ui& ui, const SittingSummary& summary, const Rect& area, float& y) {
  struct Figure {
    std::string value;
    Phrase words;
    ImU32 colour;
  };
  const std::string recalled =
      std::to_string(summary.points_recalled) + " / " + std::to_string(summary.points_asked);
  std::vector<Figure> figures{{std::to_string(summary.studied), words::kStudied, ui.theme.text}};
  if (summary.met > 0) figures.push_back({std::to_string(summary.met), words::kStudyMet, ui.theme.text});
  if (summary.points_asked > 0) figures.push_back({recalled, words::kPointsRecalled, ui.theme.good.text});
  figures.push_back({std::to_string(summary.due_tomorrow), words::kDueTomorrow, ui.theme.accent});
  const float width = area.width / static_cast<float>(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Rect cell{area.x + width * static_cast<float>(i), y, width, 0};
    draw_text(ui, Font::kFigure, {cell.x, y, width, ui.px(44)}, figures[i].colour, figures[i].value,
              Align::kCentre);
    draw_text(ui, Font::kSmall, {cell.x, y + ui.px(46), width, ui.px(24)}, ui.theme.muted,
              ui.tr(figures[i].words), Align::kCentre);
  }
  y += ui.px(46 + 24);
}

void draw_weakest(Ui& ui, const SittingSummary& summary, const Rect& area, float& y) {
  const float heading = ui.px(32);
  if (summary.weakest.empty()) {
    draw_text_fitted(ui, Font::kBody, {area.x, y, area.width, heading}, ui.theme.muted, ui.tr(words::kNoWeak),
                     Align::kCentre);
    y += heading;
    return;
  }
  draw_text(ui, Font::kLabel, {area.x, y, area.width, heading}, ui.theme.text, ui.tr(words::kWeakest));
  y += heading + ui.px(6);
  const float indent = ui.px(36);
  const float line_height = std::round(ui.fonts.em(Font::kBody) * kTextLine);
  for (const SittingSummary::Weak& weak : summary.weakest) {
    const Tone& tone = passed(weak.quality) ? ui.theme.hard : ui.theme.again;
    const Rect badge{area.x, y + (line_height - ui.px(24)) / 2, ui.px(24), ui.px(24)};
    fill(ui, badge, tone.fill, kRowRadius);
    draw_text(ui, Font::kSmall, badge, tone.text, std::to_string(static_cast<int>(weak.quality)),
              Align::kCentre);
    y += draw_paragraph(ui, Font::kBody, area.x + indent, y, area.width - indent, ui.theme.text,
                        shortened(weak.stem, kLongestStem));
    y += ui.px(8);
  }
}

/// Why the sitting is over and what is left of it, a line each.
std::vector<std::string> lines_of(const Ui& ui, const SittingSummary& summary) {
  std::vector<std::string> lines;
  if (summary.waiting > 0)
    lines.push_back(ui.tr(summary.is_time_up ? words::kMinutesUp : words::kStudyWaiting,
                          {std::to_string(summary.waiting)}));
  else if (summary.beyond > 0)
    lines.push_back(ui.tr(words::kStudyBeyond, {std::to_string(summary.beyond)}));
  if (summary.misses_waiting > 0)
    lines.push_back(ui.tr(words::kStudyMissesWait, {std::to_string(summary.misses_waiting)}));
  return lines;
}

bool can_go_on(const SittingSummary& summary) { return summary.waiting + summary.beyond > 0; }

struct NextStep {
  const char* id;
  Phrase words;
  std::string key;
  StudyIntent intent;
};

/// The last one is the button of the screen.
std::vector<NextStep> next_steps(const Ui& ui, const SittingSummary& summary) {
  std::vector<NextStep> steps;
  if (can_go_on(summary)) steps.push_back({"go on", words::kStudyGoOn, "1", GoOn{}});
  if (summary.misses_waiting > 0) steps.push_back({"drill", words::kStudyDrill, "2", DrillMissed{}});
  steps.push_back({"back", words::kBackToToday, std::string(ui.tr(words::kKeyEnter)), LeaveStudy{}});
  return steps;
}

/// Side by side where their words fit, else below each other. `bottom` is where they end.
class NextSteps {
 public:
  NextSteps(Ui& ui, const SittingSummary& summary, const Rect& column, float bottom)
      : ui_(ui), steps_(next_steps(ui, summary)), column_(column), gap_(ui.px(kGap)) {
    const auto count = static_cast<float>(steps_.size());
    width_ = (column.width - gap_ * (count - 1)) / count;
    for (const NextStep& step : steps_) {
      const float text =
          ui.fonts.width(Font::kLabel, ui.tr(step.words)) + ui.fonts.width(Font::kSmall, step.key);
      is_stacked_ |= text + ui.px(34) > width_;
    }
    height_ = ui.px(is_stacked_ ? 44 : 56);
    if (is_stacked_) width_ = column.width;
    const float rows = is_stacked_ ? count : 1;
    top_ = bottom - rows * height_ - (rows - 1) * gap_;
  }

  float top() const { return top_; }

  StudyIntent draw() const {
    StudyIntent intent;
    Rect rect{column_.x, top_, width_, height_};
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const NextStep& step = steps_[i];
      const bool is_last = i + 1 == steps_.size();
      const auto button = is_last ? main_button : quiet_button;
      if (button(ui_, step.id, rect, ui_.tr(step.words), step.key)) intent = step.intent;
      if (is_stacked_)
        rect.y += height_ + gap_;
      else
        rect.x += width_ + gap_;
    }
    return intent;
  }

 private:
  Ui& ui_;
  std::vector<NextStep> steps_;
  Rect column_;
  float gap_, width_ = 0, height_ = 0, top_ = 0;
  bool is_stacked_ = false;
};

}  // namespace

StudyIntent summary_key(const SittingSummary& summary, const KeyPressed& press) {
  if (press == KeyPressed{Key::kZ, Modifier::kCtrl}) return UndoAnswer{};
  if (press == KeyPressed{Key::kY, Modifier::kCtrl}) return RedoAnswer{};
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kDigit1: return can_go_on(summary) ? StudyIntent{GoOn{}} : StudyIntent{};
    case Key::kDigit2: return summary.misses_waiting > 0 ? StudyIntent{DrillMissed{}} : StudyIntent{};
    case Key::kEnter:
    case Key::kEscape: return LeaveStudy{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

StudyIntent draw_summary(Ui& ui, const SittingSummary& summary, const ScrollWish& scroll) {
  const Rect column = ui.column();
  const float hint_height = std::round(ui.px(kHintLineHeight));
  const Rect hint_line{ui.window.x + ui.px(12), ui.window.bottom() - hint_height - ui.px(11),
                       ui.window.width - 2 * ui.px(12), hint_height};
  const NextSteps steps(ui, summary, column, hint_line.y - ui.px(10));
  {
    ScrollRegion region(ui, "summary",
                        {ui.window.x, ui.window.y, ui.window.width, steps.top() - ui.px(12) - ui.window.y});
    const float padding = std::min(ui.px(kCardPadding), column.width * 0.06f);
    const Rect area{column.x + padding, 0, column.width - 2 * padding, 0};
    const float top = region.content_top() + ui.px(kCardTop);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    float y = top + padding;
    const Phrase& title = summary.studied > 0 ? words::kSessionDone : words::kStudyNothingDue;
    draw_text(ui, Font::kStem, {area.x, y, area.width, ui.px(40)}, ui.theme.text, ui.tr(title),
              Align::kCentre);
    y += ui.px(40);
    for (const std::string& line : lines_of(ui, summary)) {
      draw_text_fitted(ui, Font::kSmall, {area.x, y, area.width, ui.px(24)}, ui.theme.muted, line,
                       Align::kCentre);
      y += ui.px(24);
    }
    y += ui.px(20);
    draw_figures(ui, summary, area, y);
    if (summary.studied > 0) {
      y += ui.px(22);
      horizontal_line(ui, area.x, y, area.width);
      y += ui.px(18);
      draw_weakest(ui, summary, area, y);
    }
    const float bottom = y + padding;
    list.ChannelsSetCurrent(0);
    card_sheet(ui, {column.x, top, column.width, bottom - top});
    list.ChannelsMerge();
    region.set_content_bottom(bottom + ui.px(10));
    if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
  }
  const StudyIntent intent = steps.draw();
  key_hints(ui, hint_line,
            {{"Ctrl+Z", ui.tr(words::kActUndo), KeyPressed{Key::kZ, Modifier::kCtrl}},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

}  // namespace rehearse
