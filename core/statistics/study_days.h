// The days with answers, in order: reviews and minutes per day, the calendar, the streak.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/statistics/answer_counts.h"

namespace rehearse {

struct DayCounts {
  StudyDay day{};
  AnswerCounts counts;
  friend bool operator==(const DayCounts&, const DayCounts&) = default;
};

/// Up to today and with it.
enum class Period { kMonth, kQuarter, kYear, kAll };  // 30, 90, 365 days

/// The days in a row with an answer.
struct Streak {
  std::size_t current = 0;  // up to today, or to yesterday while today has none
  std::size_t longest = 0;  // up to today
};

// In all of these `days` are ascending, none without an answer.

std::span<const DayCounts> days_within(std::span<const DayCounts> days, Period period, StudyDay today);
/// Nothing but zeros when there was no answer.
AnswerCounts counts_on(std::span<const DayCounts> days, StudyDay day);
AnswerCounts sum_of(std::span<const DayCounts> days);
Streak streak_of(std::span<const DayCounts> days, StudyDay today);

}  // namespace rehearse
