#include "core/statistics/study_days.h"

#include <algorithm>
#include <optional>

namespace rehearse {
namespace {

using std::chrono::days;

StudyDay first_day(Period period, StudyDay today) {
  switch (period) {
    case Period::kMonth: return today - days{29};
    case Period::kQuarter: return today - days{89};
    case Period::kYear: return today - days{364};
    case Period::kAll: break;
  }
  return StudyDay::min();
}

bool is_before(const DayCounts& entry, StudyDay day) { return entry.day < day; }

}  // namespace

std::span<const DayCounts> days_within(std::span<const DayCounts> all, Period period, StudyDay today) {
  const auto begin = std::lower_bound(all.begin(), all.end(), first_day(period, today), is_before);
  const auto end = std::lower_bound(begin, all.end(), today + days{1}, is_before);
  return {begin, end};
}

AnswerCounts counts_on(std::span<const DayCounts> all, StudyDay day) {
  const auto place = std::lower_bound(all.begin(), all.end(), day, is_before);
  return place != all.end() && place->day == day ? place->counts : AnswerCounts{};
}

AnswerCounts sum_of(std::span<const DayCounts> all) {
  AnswerCounts sum;
  for (const DayCounts& entry : all) add_counts(sum, entry.counts);
  return sum;
}

Streak streak_of(std::span<const DayCounts> all, StudyDay today) {
  Streak streak;
  std::optional<StudyDay> before;
  for (const DayCounts& entry : days_within(all, Period::kAll, today)) {
    streak.current = before && entry.day - days{1} == *before ? streak.current + 1 : 1;
    streak.longest = std::max(streak.longest, streak.current);
    before = entry.day;
  }
  if (!before || *before < today - days{1}) streak.current = 0;
  return streak;
}

}  // namespace rehearse
