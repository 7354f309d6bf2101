// The statistics of nothing, of a week and of years, of one deck and of many.
#include "gui/window/statistics/statistics_screen.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"
#include "tests/gui/statistics/sample_statistics.h"

namespace rehearse::test {
namespace {

Screen screen_of(const StatisticsView& view) {
  return [view](Ui& ui) {
    const bool is_asked = !is_nothing(draw_statistics(ui, view, {}));
    // To open the list of decks is an answer too.
    return !std::exchange(ui.focus->open_menu, {}).empty() || is_asked;
  };
}

}  // namespace

StudyStatistics sample_statistics(int days) {
  StudyStatistics statistics;
  statistics.today = *parse_day("2026-12-02");
  for (int back = days - 1; back >= 0; --back) {
    if (back % 5 == 3) continue;  // a day off
    DayCounts day{statistics.today - std::chrono::days{back}, {}};
    for (int i = 0; i < 10 + back % 7; ++i) {
      Review review;
      review.turn = static_cast<ReviewTurn>(i % 3);
      review.quality = i % 4 == 0 ? Quality::kBlackout : Quality::kGood;
      review.since_last = std::chrono::days{5 * i};
      review.hour = static_cast<unsigned>((7 + i) % 24);
      review.spent = std::chrono::seconds{20};
      add_review(day.counts, review);
    }
    statistics.days.push_back(day);
  }
  statistics.streak = streak_of(statistics.days, statistics.today);
  statistics.cards = {100000, 54321, 12345, 3, 2, 9};
  statistics.forecast.overdue = 321;
  statistics.forecast.due.assign(kForecastDays, 1234);
  statistics.forecast.later = 56789;
  statistics.states.interval_days = {{0, 1, 2, 7, 30, 365}, {1, 20, 300, 4000, 50000, 6}};
  statistics.states.stability_days = statistics.states.interval_days;
  statistics.states.easiness = {{1.3, 1.5, 2.5}, {3, 2, 1}};
  statistics.states.difficulty = {{1, 2, 3}, {0, 0, 0}};
  for (std::size_t i = 0; i < kCardsTold; ++i) {
    ToldCard card;
    card.stem = i % 2 == 0 ? long_text() : "短题？";
    card.tests = {3, static_cast<std::uint32_t>(20 - i)};
    card.recall = 0.05 * static_cast<double>(i);
    statistics.most_missed.push_back(card);
    statistics.least_recalled.push_back(card);
  }
  for (int back = kReadinessDays - 1; back >= 0; --back)
    statistics.readiness.push_back({statistics.today - std::chrono::days{back}, 1 - back / 80.0});
  return statistics;
}

std::vector<NamedScreen> statistics_screens() {
  std::vector<NamedScreen> screens;
  for (const int days : {0, 3, 400, 2000}) {
    StatisticsView view = statistics_view(sample_statistics(days), StatisticsPeriod::kAll);
    view.decks = {"", long_text(), "短"};
    view.deck = days == 400 ? 0 : 1;
    view.parts = {{"", 0}, {long_text(), 0.5}, {"短", 1}};
    screens.push_back({"statistics of " + std::to_string(days) + " days", screen_of(view)});
  }
  StatisticsView being_read = statistics_view({}, StatisticsPeriod::kMonth);
  being_read.decks = {"", long_text()};
  being_read.is_being_read = true;
  screens.push_back({"statistics that are being read", screen_of(being_read)});
  screens.push_back({"statistics without a deck", screen_of(statistics_view({}, StatisticsPeriod::kMonth))});
  return screens;
}

}  // namespace rehearse::test
