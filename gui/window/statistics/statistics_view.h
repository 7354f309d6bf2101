// What the statistics show: plain data for one deck or all of them, over one period.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/statistics/study_statistics.h"

namespace rehearse {

enum class StatisticsPeriod { kWeek, kMonth, kQuarter, kYear, kAll };
inline constexpr std::size_t kStatisticsPeriods = 5;

/// Days of which a chart shows one value.
struct Stretch {
  StudyDay first{}, last{};
};

/// A part of what one gets ready for, and how ready one is in it.
struct ReadyPart {
  std::string title;  // may be empty
  double share = 0;   // 0 to 1
};

struct WeakCardView {
  std::string stem;
  std::string figure;  // "3/7" or "41%"
};

struct StatisticsView {
  std::vector<std::string> decks;  // titles; the first is empty: all of them
  std::size_t deck = 0;
  StatisticsPeriod period = StatisticsPeriod::kMonth;
  bool is_being_read = false;  // the rest says nothing yet
  bool has_answers = false;    // ever, whatever the period

  StudyDay today{};
  AnswerCounts sum;
  Streak streak;
  std::size_t days_studied = 0;

  // One value for each stretch
  std::vector<Stretch> stretches;  // up to today
  std::vector<double> fresh, later, drills, minutes;
  std::vector<double> retention;  // per cent; no number where nothing was reviewed
  std::vector<std::uint32_t> tests;

  std::vector<double> due, overdue;  // for each of the next days, today the first; overdue: only today's
  std::uint32_t due_later = 0;
  CardCounts cards;
  Histogram intervals, stability, easiness, difficulty;
  std::vector<double> hours;  // answers, 24 of them

  std::vector<double> readiness;  // per cent; of one deck
  std::vector<StudyDay> readiness_days;
  std::vector<ReadyPart> parts;  // sections of the deck, or the decks
  std::vector<WeakCardView> most_missed, least_recalled;
  std::vector<std::uint32_t> calendar;  // answers a day, today the last
};

/// All but the decks' names and the parts.
StatisticsView statistics_view(const StudyStatistics& statistics, StatisticsPeriod period);

}  // namespace rehearse
