// What the learner set about how much is asked a day, for the whole library or for one deck.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "core/schedule/study_deck.h"

namespace rehearse {

inline constexpr std::chrono::minutes kFewestMinutes{1}, kMostMinutes{24 * 60};
inline constexpr std::size_t kMostCardsPerDay = 100'000;
/// The latest hour at which a learner's days may begin; the earliest is midnight, and where nothing is set it
/// is kDayStartsAt.
inline constexpr std::chrono::hours kLatestDayStart{12};

/// Nothing in a field: not set here. What a deck does not set is the library's, then the default of
/// StudyDeck.
struct StudySettings {
  std::optional<std::chrono::minutes> minutes_per_day;
  std::optional<std::size_t> fresh_per_day;                   // 0: no new questions
  std::optional<std::optional<std::size_t>> reviews_per_day;  // nothing inside: as many as are wanted
  std::optional<AfterInterview> after_interview;
  std::optional<std::optional<BacklogSpread>> spread;  // nothing inside: a backlog is not spread

  friend bool operator==(const StudySettings&, const StudySettings&) = default;
};

/// Sets what `settings` say; numbers out of range are moved into it.
void apply(const StudySettings& settings, StudyDeck& deck);

}  // namespace rehearse
