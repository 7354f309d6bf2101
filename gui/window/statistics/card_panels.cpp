// Panels of the cards as they are, and of how ready one is.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

#include "gui/window/statistics/chart_panels.h"
#include "gui/window/strings/statistics_words.h"
#include "gui/window/ui/charts.h"
#include "gui/window/ui/controls.h"

namespace rehearse {
namespace {

constexpr float kChart = 176;
constexpr float kListRow = 27;
constexpr std::size_t kPartsShown = 12;

std::string number_text(double value, int decimals) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

}  // namespace

std::string bounds_text(Language language, const Histogram& histogram, std::size_t place, int decimals) {
  const std::string from = number_text(histogram.bounds[place], decimals);
  if (place + 1 >= histogram.bounds.size()) return filled(language, words::kStatisticsFrom, {from});
  const double step = decimals == 0 ? 1 : 0;  // whole days: the next bound is not in it
  const double last = histogram.bounds[place + 1] - step;
  return last <= histogram.bounds[place] ? from : from + "–" + number_text(last, decimals);
}

Panel forecast_panel(const Ui& ui, const StatisticsView& view) {
  std::string note;
  if (view.due_later > 0) note = ui.tr(words::kStatisticsForecastLater, {std::to_string(view.due_later)});
  return {std::string(ui.tr(words::kStatisticsForecast)), std::move(note), ui.px(kChart),
          [&view](Ui& on, const Rect& rect) {
            const std::array series{ChartSeries{view.due, on.theme.good.text},
                                    ChartSeries{view.overdue, on.theme.again.text}};
            const auto day = [&view](std::size_t place) {
              return format_day(view.today + std::chrono::days{static_cast<int>(place)});
            };
            bar_chart(on, "forecast", rect, series, {5, {}}, ChartStart::kFirst,
                      {[day](std::size_t place) { return day(place).substr(5); },
                       [&view, &on, day](std::size_t place) {
                         const std::string due = std::to_string(std::lround(view.due[place]));
                         if (place > 0) return on.tr(words::kStatisticsForecastTip, {day(place), due});
                         return on.tr(words::kStatisticsForecastToday,
                                      {day(place), due, std::to_string(std::lround(view.overdue[place]))});
                       }});
          }};
}

Panel histogram_panel(const Ui& ui, const Phrase& title, std::string note, const Histogram& histogram,
                      int decimals) {
  const std::string id(title.in(Language::kEnglish));
  return {std::string(ui.tr(title)), std::move(note), ui.px(kChart),
          [&histogram, id, decimals,
           values = std::vector<double>(histogram.counts.begin(), histogram.counts.end())](Ui& on,
                                                                                           const Rect& rect) {
            const std::array series{ChartSeries{values, on.theme.accent}};
            bar_chart(on, id, rect, series, {5, {}}, ChartStart::kFirst,
                      {[&](std::size_t place) { return number_text(histogram.bounds[place], decimals); },
                       [&](std::size_t place) {
                         return on.tr(words::kStatisticsCardsTip,
                                      {bounds_text(on.language, histogram, place, decimals),
                                       std::to_string(histogram.counts[place])});
                       }});
          }};
}

Panel readiness_panel(const Ui& ui, const StatisticsView& view) {
  return {
      std::string(ui.tr(words::kStatisticsReadiness)), {}, ui.px(kChart), [&view](Ui& on, const Rect& rect) {
        if (view.readiness.empty()) {
          draw_paragraph(on, Font::kSmall, rect.x, rect.y, rect.width, on.theme.muted,
                         on.tr(words::kStatisticsReadinessPick));
          return;
        }
        line_chart(on, "readiness", rect, view.readiness, on.theme.accent, {100, "%"}, ChartStart::kLast,
                   {[&view](std::size_t place) { return format_day(view.readiness_days[place]).substr(5); },
                    [&view, &on](std::size_t place) {
                      return on.tr(words::kStatisticsReadinessTip,
                                   {format_day(view.readiness_days[place]),
                                    std::to_string(std::lround(view.readiness[place]))});
                    }});
      }};
}

Panel parts_panel(const Ui& ui, const StatisticsView& view) {
  const std::size_t shown = std::min(kPartsShown, view.parts.size());
  const Phrase& title = view.deck == 0 ? words::kStatisticsDecks : words::kStatisticsSections;
  return {std::string(ui.tr(title)),
          {},
          ui.px(kListRow) * static_cast<float>(std::max<std::size_t>(1, shown)),
          [&view, shown](Ui& on, const Rect& rect) {
            float y = rect.y;
            for (std::size_t i = 0; i < shown; ++i, y += on.px(kListRow)) {
              const ReadyPart& part = view.parts[i];
              const std::string_view name =
                  part.title.empty() ? on.tr(words::kStatisticsNoSection) : part.title;
              const float text_width = std::round(rect.width * 0.5f), share_width = on.px(46);
              const Rect row{rect.x, y, rect.width, on.px(kListRow)};
              draw_text_fitted(on, Font::kSmall, {row.x, row.y, text_width - on.px(10), row.height},
                               on.theme.text, name);
              progress_bar(on,
                           {row.x + text_width, row.y + row.height / 2 - on.px(4),
                            row.width - text_width - share_width, on.px(8)},
                           static_cast<float>(part.share));
              draw_text(on, Font::kSmall, {row.right() - share_width, row.y, share_width, row.height},
                        on.theme.muted, std::to_string(std::lround(100 * part.share)) + "%", Align::kRight);
            }
          }};
}

Panel weak_panel(const Ui& ui, const Phrase& title, const std::vector<WeakCardView>& cards) {
  return {
      std::string(ui.tr(title)),
      {},
      ui.px(kListRow) * static_cast<float>(std::max<std::size_t>(1, cards.size())),
      [&cards](Ui& on, const Rect& rect) {
        float y = rect.y;
        const float figure = on.px(52);
        if (cards.empty())
          draw_text(on, Font::kSmall, {rect.x, y, rect.width, on.px(kListRow)}, on.theme.muted,
                    on.tr(words::kStatisticsNoneMissed));
        for (const WeakCardView& card : cards) {
          draw_text(on, Font::kSmall, {rect.x, y, figure, on.px(kListRow)}, on.theme.again.text, card.figure);
          draw_text_fitted(on, Font::kSmall, {rect.x + figure, y, rect.width - figure, on.px(kListRow)},
                           on.theme.text, card.stem);
          y += on.px(kListRow);
        }
      }};
}

}  // namespace rehearse
