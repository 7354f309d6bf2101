// Panels of what was done in the period.
#include <array>
#include <cmath>

#include "gui/window/statistics/chart_panels.h"
#include "gui/window/strings/statistics_words.h"
#include "gui/window/ui/charts.h"

namespace rehearse {
namespace {

constexpr float kChart = 176;
constexpr float kLegend = 20;

std::string month_and_day(StudyDay day) { return format_day(day).substr(5); }

std::function<std::string(std::size_t)> stretch_labels(const StatisticsView& view) {
  return [&view](std::size_t place) { return month_and_day(view.stretches[place].last); };
}

std::string whole(double value) { return std::to_string(std::lround(value)); }

}  // namespace

std::string retention_text(const Tests& tests) {
  if (tests.all() == 0) return "–";
  return std::to_string(std::lround(100 * tests.retention())) + "% (" + std::to_string(tests.all()) + ")";
}

std::string stretch_text(const Stretch& stretch) {
  if (stretch.first == stretch.last) return format_day(stretch.last);
  return format_day(stretch.first) + " – " + format_day(stretch.last);
}

Panel reviews_panel(const Ui& ui, const StatisticsView& view) {
  return {
      std::string(ui.tr(words::kStatisticsReviews)), {}, ui.px(kChart), [&view](Ui& on, const Rect& rect) {
        const ImU32 fresh = on.theme.accent, later = on.theme.good.text, drill = on.theme.hard.text;
        const std::array legend{LegendEntry{fresh, on.tr(words::kStatisticsTurnNew)},
                                LegendEntry{later, on.tr(words::kStatisticsTurnReview)},
                                LegendEntry{drill, on.tr(words::kStatisticsTurnDrill)}};
        chart_legend(on, {rect.x, rect.y, rect.width, on.px(kLegend)}, legend);
        const std::array series{ChartSeries{view.later, later}, ChartSeries{view.fresh, fresh},
                                ChartSeries{view.drills, drill}};
        bar_chart(on, "reviews", {rect.x, rect.y + on.px(kLegend), rect.width, rect.height - on.px(kLegend)},
                  series, {5, {}}, ChartStart::kLast,
                  {stretch_labels(view), [&view, &on](std::size_t place) {
                     return on.tr(words::kStatisticsReviewsTip,
                                  {stretch_text(view.stretches[place]), whole(view.fresh[place]),
                                   whole(view.later[place]), whole(view.drills[place])});
                   }});
      }};
}

Panel minutes_panel(const Ui& ui, const StatisticsView& view) {
  return {
      std::string(ui.tr(words::kStatisticsMinutes)), {}, ui.px(kChart), [&view](Ui& on, const Rect& rect) {
        const std::array series{ChartSeries{view.minutes, on.theme.accent}};
        bar_chart(on, "minutes", rect, series, {5, {}}, ChartStart::kLast,
                  {stretch_labels(view), [&view, &on](std::size_t place) {
                     return on.tr(words::kStatisticsMinutesTip,
                                  {stretch_text(view.stretches[place]), whole(view.minutes[place])});
                   }});
      }};
}

Panel retention_panel(const Ui& ui, const StatisticsView& view) {
  return {std::string(ui.tr(words::kStatisticsRetention)),
          ui.tr(words::kStatisticsRetentionNote,
                {retention_text(view.sum.young), retention_text(view.sum.mature)}),
          ui.px(kChart), [&view](Ui& on, const Rect& rect) {
            line_chart(
                on, "retention", rect, view.retention, on.theme.good.text, {100, "%"}, ChartStart::kLast,
                {stretch_labels(view), [&view, &on](std::size_t place) {
                   const std::string days = stretch_text(view.stretches[place]);
                   if (view.tests[place] == 0) return on.tr(words::kStatisticsNoReviews, {days});
                   return on.tr(words::kStatisticsRetentionTip,
                                {days, whole(view.retention[place]), std::to_string(view.tests[place])});
                 }});
          }};
}

Panel hours_panel(const Ui& ui, const StatisticsView& view) {
  return {std::string(ui.tr(words::kStatisticsHours)), {}, ui.px(kChart), [&view](Ui& on, const Rect& rect) {
            const std::array series{ChartSeries{view.hours, on.theme.easy.text}};
            bar_chart(on, "hours", rect, series, {5, {}}, ChartStart::kFirst,
                      {[](std::size_t place) { return std::to_string(place); },
                       [&view, &on](std::size_t place) {
                         const HourCounts& hour = view.sum.by_hour.at(place);
                         std::string text = on.tr(words::kStatisticsHoursTip,
                                                  {std::to_string(place) + "–" + std::to_string(place + 1),
                                                   std::to_string(hour.reviews)});
                         if (hour.tests.all() > 0)
                           text += "\n" +
                                   on.tr(words::kStatisticsHoursRight, {whole(100 * hour.tests.retention())});
                         return text;
                       }});
          }};
}

}  // namespace rehearse
