#include "gui/window/statistics/panels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "gui/window/statistics/chart_panels.h"
#include "gui/window/strings/statistics_words.h"
#include "gui/window/today/habit.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kPadding = 18, kHeading = 34, kFigures = 84;

bool holds_any(const Histogram& histogram) {
  return std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::uint64_t{0}) > 0;
}

}  // namespace

std::vector<Panel> panels_of(const Ui& ui, const StatisticsView& view) {
  const CardCounts& cards = view.cards;
  std::vector<Panel> panels{reviews_panel(ui, view), minutes_panel(ui, view), retention_panel(ui, view),
                            forecast_panel(ui, view)};
  panels.push_back(histogram_panel(
      ui, words::kStatisticsIntervals,
      ui.tr(words::kStatisticsIntervalsNote,
            {std::to_string(cards.fresh), std::to_string(cards.young), std::to_string(cards.mature)}),
      view.intervals, 0));
  panels.push_back(hours_panel(ui, view));
  if (holds_any(view.easiness))
    panels.push_back(histogram_panel(ui, words::kStatisticsEasiness, {}, view.easiness, 1));
  if (holds_any(view.difficulty))
    panels.push_back(histogram_panel(ui, words::kStatisticsDifficulty, {}, view.difficulty, 0));
  panels.push_back(histogram_panel(ui, words::kStatisticsStability, {}, view.stability, 0));
  // Charts beside charts, lists beside lists.
  if (panels.size() % 2 == 0) {
    panels.push_back(readiness_panel(ui, view));
    panels.push_back(parts_panel(ui, view));
  } else {
    panels.push_back(readiness_panel(ui, view));
  }
  panels.push_back(weak_panel(ui, words::kStatisticsMissed, view.most_missed));
  panels.push_back(weak_panel(ui, words::kStatisticsWeakest, view.least_recalled));
  return panels;
}

Panel calendar_panel(const Ui& ui, const StatisticsView& view) {
  return {std::string(ui.tr(words::kStatisticsCalendar)),
          {},
          calendar_height(ui),
          [&view](Ui& on, const Rect& rect) {
            calendar_map(on, "calendar", rect, view.today, view.calendar, calendar_words(on));
          }};
}

float panel_height(const Ui& ui, const Panel& panel) {
  return std::round(2 * ui.px(kPadding) + ui.px(kHeading) + panel.height);
}

void draw_panel(Ui& ui, const Panel& panel, const Rect& sheet) {
  card_sheet(ui, sheet);
  const float padding = std::min(ui.px(kPadding), sheet.width * 0.06f);
  const Rect inner{sheet.x + padding, sheet.y + ui.px(kPadding), sheet.width - 2 * padding, panel.height};
  const Rect line{inner.x, inner.y - ui.px(2), inner.width, ui.px(26)};
  const float width = std::min(inner.width, ui.fonts.width(Font::kDetailBold, panel.title));
  draw_text_fitted(ui, Font::kDetailBold, {line.x, line.y, width + 1, line.height}, ui.theme.text,
                   panel.title);
  const float left = line.x + width + ui.px(10);
  if (!panel.note.empty() && left < line.right())
    draw_text_fitted(ui, Font::kTiny, {left, line.y, line.right() - left, line.height}, ui.theme.muted,
                     panel.note, Align::kRight);
  panel.draw(ui, {inner.x, inner.y + ui.px(kHeading), inner.width, panel.height});
}

float draw_figures(Ui& ui, const StatisticsView& view, const Rect& column, float y) {
  struct Figure {
    std::string value;
    Phrase words;
  };
  const std::array figures{Figure{std::to_string(view.sum.reviews()), words::kStatisticsAnswers},
                           Figure{std::to_string(view.sum.spent_ms / 60'000), words::kStatisticsMinutesSum},
                           Figure{view.sum.tests().all() == 0
                                      ? "–"
                                      : std::to_string(std::lround(100 * view.sum.tests().retention())) + "%",
                                  words::kStatisticsRemembered},
                           Figure{std::to_string(view.days_studied), words::kStatisticsDaysStudied},
                           Figure{std::to_string(view.streak.longest), words::kStatisticsLongest}};
  const Rect sheet{column.x, y, column.width, ui.px(kFigures)};
  card_sheet(ui, sheet);
  const float width = sheet.width / static_cast<float>(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Rect cell{sheet.x + width * static_cast<float>(i) + ui.px(4), sheet.y, width - ui.px(8),
                    sheet.height};
    draw_text_fitted(ui, Font::kStem, {cell.x, cell.y + ui.px(12), cell.width, ui.px(34)}, ui.theme.text,
                     figures[i].value, Align::kCentre);
    draw_text_fitted(ui, Font::kTiny, {cell.x, cell.y + ui.px(48), cell.width, ui.px(22)}, ui.theme.muted,
                     ui.tr(figures[i].words), Align::kCentre);
  }
  return sheet.bottom();
}

}  // namespace rehearse
