#include "gui/window/statistics/statistics_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/window/today/read_today.h"

namespace rehearse {
namespace {

using std::chrono::days;

constexpr double kPerMinute = 60'000;  // milliseconds
// A chart has room for about a hundred bars: longer periods are shown by the week or by thirty days.
constexpr int kMostDaysOneByOne = 92, kMostDaysByWeek = 2 * 366;

int days_of(StatisticsPeriod period, const std::vector<DayCounts>& answered, StudyDay today) {
  switch (period) {
    case StatisticsPeriod::kWeek: return 7;
    case StatisticsPeriod::kMonth: return 30;
    case StatisticsPeriod::kQuarter: return 90;
    case StatisticsPeriod::kYear: return 365;
    case StatisticsPeriod::kAll: break;
  }
  if (answered.empty()) return 7;
  return std::max(7, static_cast<int>((today - answered.front().day).count()) + 1);
}

std::vector<Stretch> stretches_of(int day_count, StudyDay today) {
  const int length = day_count <= kMostDaysOneByOne ? 1 : day_count <= kMostDaysByWeek ? 7 : 30;
  const int count = (day_count + length - 1) / length;
  std::vector<Stretch> stretches;
  for (int back = count - 1; back >= 0; --back) {
    const StudyDay last = today - days{back * length};
    stretches.push_back({last - days{length - 1}, last});
  }
  return stretches;
}

void count_stretches(StatisticsView& view, const std::vector<DayCounts>& answered) {
  auto day = std::lower_bound(answered.begin(), answered.end(), view.stretches.front().first,
                              [](const DayCounts& one, StudyDay first) { return one.day < first; });
  for (const Stretch& stretch : view.stretches) {
    AnswerCounts counts;
    for (; day != answered.end() && day->day <= stretch.last; ++day) {
      add_counts(counts, day->counts);
      ++view.days_studied;
    }
    view.fresh.push_back(counts.of(ReviewTurn::kFirst));
    view.later.push_back(counts.of(ReviewTurn::kLater));
    view.drills.push_back(counts.of(ReviewTurn::kDrill));
    view.minutes.push_back(static_cast<double>(counts.spent_ms) / kPerMinute);
    const Tests tests = counts.tests();
    view.tests.push_back(tests.all());
    view.retention.push_back(tests.all() > 0 ? 100 * tests.retention()
                                             : std::numeric_limits<double>::quiet_NaN());
    add_counts(view.sum, counts);
  }
}

}  // namespace

StatisticsView statistics_view(const StudyStatistics& statistics, StatisticsPeriod period) {
  StatisticsView view;
  view.period = period;
  view.today = statistics.today;
  view.has_answers = !statistics.days.empty();
  view.streak = statistics.streak;
  view.stretches = stretches_of(days_of(period, statistics.days, statistics.today), statistics.today);
  count_stretches(view, statistics.days);
  for (const HourCounts& hour : view.sum.by_hour) view.hours.push_back(hour.reviews);

  view.due.assign(statistics.forecast.due.begin(), statistics.forecast.due.end());
  view.overdue.assign(view.due.size(), 0);
  if (!view.overdue.empty()) view.overdue.front() = statistics.forecast.overdue;
  view.due_later = statistics.forecast.later;
  view.cards = statistics.cards;
  view.intervals = statistics.states.interval_days;
  view.stability = statistics.states.stability_days;
  view.easiness = statistics.states.easiness;
  view.difficulty = statistics.states.difficulty;

  for (const PastReadiness& past : statistics.readiness) {
    view.readiness.push_back(100 * past.share);
    view.readiness_days.push_back(past.day);
  }
  for (const ToldCard& card : statistics.most_missed)
    view.most_missed.push_back(
        {card.stem, std::to_string(card.tests.failed) + "/" + std::to_string(card.tests.all())});
  for (const ToldCard& card : statistics.least_recalled)
    view.least_recalled.push_back({card.stem, std::to_string(std::lround(100 * card.recall)) + "%"});
  view.calendar = habit_of(statistics.days, statistics.today);
  return view;
}

}  // namespace rehearse
