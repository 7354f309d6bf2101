#include "gui/window/interview/past_interviews.h"

#include <algorithm>
#include <cmath>

#include "core/interview/interview_text.h"
#include "core/interview/report.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/ui/charts.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kRowHeight = 48;
constexpr float kBetweenRows = 8;
constexpr float kTrendHeight = 132;
constexpr double kGoodShare = 0.8;
constexpr std::size_t kMonthAndDay = 5;  // where they begin in 2026-12-05

void draw_row(Ui& ui, const PastInterviewView& past, const Rect& row, bool is_selected, Pointer pointer) {
  fill(ui, row, is_selected ? ui.theme.accent_soft : ui.theme.card, kRowRadius);
  outline(ui, row,
          is_selected                 ? ui.theme.accent
          : pointer == Pointer::kAway ? ui.theme.border
                                      : ui.theme.faint,
          kRowRadius);
  const float padding = ui.px(16);
  const float total = ui.px(52);
  draw_text(ui, Font::kLabel, {row.right() - padding - total, row.y, total, row.height},
            tone_of_share(ui.theme, past.total / 100).text, marks_text(past.total), Align::kRight);
  const Phrase& count = past.questions == 1 ? words::kInterviewOneQuestion : words::kInterviewQuestions;
  const std::string questions = ui.tr(count, {std::to_string(past.questions)});
  float right = row.right() - padding - total - ui.px(12);
  right -= draw_text(ui, Font::kSmall, {row.x, row.y, right - row.x, row.height}, ui.theme.muted, questions,
                     Align::kRight);
  const float left = row.x + padding;
  const float day =
      draw_text(ui, Font::kSmall, {left, row.y, row.width, row.height}, ui.theme.muted, past.day);
  const float title = left + day + ui.px(16);
  draw_text_fitted(ui, Font::kDetail, {title, row.y, right - ui.px(16) - title, row.height}, ui.theme.text,
                   past.title.empty() ? ui.tr(words::kInterviewDeckGone) : std::string_view(past.title));
}

bool is_in_sight(const Rect& rect) {
  return rect.bottom() >= ImGui::GetWindowDrawList()->GetClipRectMin().y &&
         rect.y <= ImGui::GetWindowDrawList()->GetClipRectMax().y;
}

}  // namespace

const Tone& tone_of_share(const Theme& theme, double share) {
  return share >= kGoodShare ? theme.good : share >= kDrilledBelow ? theme.hard : theme.again;
}

void draw_trend(Ui& ui, const Rect& rect, const std::vector<TrendPoint>& trend) {
  std::vector<double> totals;
  for (const TrendPoint& point : trend) totals.push_back(point.total);
  const ChartWords words{[&trend](std::size_t i) { return format_day(trend[i].day).substr(kMonthAndDay); },
                         [&trend, language = ui.language](std::size_t i) {
                           return filled(language, words::kInterviewTrendTip,
                                         {format_day(trend[i].day), marks_text(trend[i].total)});
                         }};
  line_chart(ui, "trend", rect, totals, ui.theme.accent, {100, {}}, ChartStart::kLast, words);
}

DrawnPast draw_past_interviews(Ui& ui, const SetupView& view, const Rect& column, float y) {
  DrawnPast drawn;
  const float heading = ui.px(32);
  draw_text(ui, Font::kLabel, {column.x, y, column.width, heading}, ui.theme.text,
            ui.tr(words::kInterviewPast));
  y += heading + ui.px(6);
  if (view.past.empty()) {
    y += draw_paragraph(ui, Font::kDetail, column.x, y, column.width, ui.theme.muted,
                        ui.tr(words::kInterviewNoPast));
    drawn.bottom = y;
    return drawn;
  }
  if (view.trend.size() > 1) {
    const Rect sheet{column.x, y, column.width, ui.px(kTrendHeight + 40)};
    card_sheet(ui, sheet);
    const float padding = ui.px(16);
    const Rect inner{sheet.x + padding, sheet.y + ui.px(8), sheet.width - 2 * padding, ui.px(24)};
    draw_text_fitted(ui, Font::kSmall, inner, ui.theme.muted,
                     ui.tr(words::kInterviewTrend, {view.decks[view.deck]}));
    draw_trend(ui, {inner.x, inner.bottom(), inner.width, ui.px(kTrendHeight)}, view.trend);
    y = sheet.bottom() + ui.px(14);
  }
  for (std::size_t i = 0; i < view.past.size(); ++i, y += ui.px(kRowHeight + kBetweenRows)) {
    const Rect row{column.x, y, column.width, ui.px(kRowHeight)};
    if (view.selected == i) drawn.selected = row;
    const Pointer pointer = click_area(ui, "past " + std::to_string(i), row, TabStop::kNo);
    if (is_in_sight(row)) draw_row(ui, view.past[i], row, view.selected == i, pointer);
    if (pointer == Pointer::kClicked) drawn.intent = OpenPastInterview{i};
  }
  drawn.bottom = y;
  return drawn;
}

}  // namespace rehearse
