// Everything that a screen of statistics shows, of the whole library or of one deck.
#pragma once

#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/deck/card.h"
#include "core/statistics/card_statistics.h"
#include "core/statistics/study_days.h"

namespace rehearse {

/// A card that is told by name.
struct ToldCard {
  CardId id;
  CardKind kind = CardKind::kRecall;
  std::string deck;  // its title
  std::string stem;
  double recall = 0;  // today
  Tests tests;
};

/// How ready one was on a day.
struct PastReadiness {
  StudyDay day{};
  double share = 0;  // 0 to 1
};

struct StudyStatistics {
  StudyDay today{};
  std::vector<DayCounts>
      days;  // with answers, ascending: reviews and minutes, retention, hours, the calendar
  Streak streak;
  CardCounts cards;
  Forecast forecast;  // of kForecastDays
  StateHistograms states;
  std::vector<ToldCard> most_missed;     // at most kCardsTold
  std::vector<ToldCard> least_recalled;  // at most kCardsTold
  std::vector<PastReadiness> readiness;  // of a deck alone: the last kReadinessDays, today the last
};

inline constexpr std::size_t kForecastDays = 30;
inline constexpr std::size_t kCardsTold = 10;
inline constexpr int kReadinessDays = 60;

}  // namespace rehearse
