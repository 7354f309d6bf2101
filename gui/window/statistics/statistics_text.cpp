#include "gui/window/statistics/statistics_text.h"

#include <cmath>

#include "gui/window/statistics/chart_panels.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/statistics_words.h"

namespace rehearse {
namespace {

class Table {
 public:
  explicit Table(Language language) : language_(language) {}

  void heading(const Phrase& words) { text_ += "\n" + std::string(words.in(language_)) + "\n"; }
  void row(std::initializer_list<std::string> cells) {
    std::size_t column = 0;
    for (const std::string& cell : cells) text_ += (column++ == 0 ? "" : "\t") + cell;
    text_ += "\n";
  }
  void histogram(const Phrase& title, const Histogram& histogram, int decimals) {
    heading(title);
    for (std::size_t i = 0; i < histogram.counts.size(); ++i)
      row({bounds_text(language_, histogram, i, decimals), std::to_string(histogram.counts[i])});
  }
  void cards(const Phrase& title, const std::vector<WeakCardView>& cards) {
    heading(title);
    for (const WeakCardView& card : cards) row({card.figure, card.stem});
  }
  std::string take() { return std::move(text_); }

 private:
  Language language_;
  std::string text_;
};

std::string whole(double value) { return std::isfinite(value) ? std::to_string(std::lround(value)) : "–"; }
std::string percent(double value) { return std::isfinite(value) ? whole(value) + "%" : "–"; }

void add_days(Table& table, const StatisticsView& view) {
  table.heading(words::kStatisticsTableDays);
  for (std::size_t i = 0; i < view.stretches.size(); ++i)
    table.row({stretch_text(view.stretches[i]), whole(view.fresh[i]), whole(view.later[i]),
               whole(view.drills[i]), whole(view.minutes[i]), percent(view.retention[i])});
}

void add_readiness(Table& table, const StatisticsView& view, Language language) {
  if (!view.readiness.empty()) {
    table.heading(words::kStatisticsReadiness);
    for (std::size_t i = 0; i < view.readiness.size(); ++i)
      table.row({format_day(view.readiness_days[i]), percent(view.readiness[i])});
  }
  if (view.parts.empty()) return;
  table.heading(view.deck == 0 ? words::kStatisticsDecks : words::kStatisticsSections);
  for (const ReadyPart& part : view.parts)
    table.row({part.title.empty() ? std::string(words::kStatisticsNoSection.in(language)) : part.title,
               percent(100 * part.share)});
}

}  // namespace

std::string statistics_text(const StatisticsView& view, Language language) {
  Table table(language);
  const std::string deck = view.deck < view.decks.size() ? view.decks[view.deck] : "";
  table.row({std::string(words::kPlaceStatistics.in(language)), format_day(view.today),
             deck.empty() ? std::string(words::kStatisticsAllDecks.in(language)) : deck});
  table.row({std::string(words::kStatisticsReviews.in(language)), std::to_string(view.sum.reviews())});
  table.row({std::string(words::kStatisticsRetention.in(language)), retention_text(view.sum.tests())});
  add_days(table, view);
  table.heading(words::kStatisticsForecast);
  for (std::size_t i = 0; i < view.due.size(); ++i)
    table.row({format_day(view.today + std::chrono::days{static_cast<int>(i)}),
               whole(view.due[i] + view.overdue[i])});
  table.heading(words::kStatisticsTableHours);
  for (std::size_t hour = 0; hour < view.hours.size(); ++hour)
    table.row(
        {std::to_string(hour), whole(view.hours[hour]), retention_text(view.sum.by_hour.at(hour).tests)});
  table.histogram(words::kStatisticsIntervals, view.intervals, 0);
  table.histogram(words::kStatisticsStability, view.stability, 0);
  table.histogram(words::kStatisticsEasiness, view.easiness, 1);
  table.histogram(words::kStatisticsDifficulty, view.difficulty, 0);
  add_readiness(table, view, language);
  table.cards(words::kStatisticsMissed, view.most_missed);
  table.cards(words::kStatisticsWeakest, view.least_recalled);
  return table.take();
}

}  // namespace rehearse
