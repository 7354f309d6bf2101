// What has piled up after days away, and how it would look spread over some days.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/base/words.h"
#include "core/schedule/study_deck.h"

namespace rehearse {

struct BacklogDay {
  StudyDay day{};
  std::size_t cards = 0;
  double seconds = 0;
};

/// The reviews that wait today, a share for each day up to `last_day`, the most endangered first: what
/// StudyDeck::spread with that day brings when nothing falls due meanwhile. A last day before today is today.
std::vector<BacklogDay> spread_backlog(const StudyDeck& deck, StudyDay today, StudyDay last_day);

struct BacklogOffer {
  std::size_t cards = 0;
  double seconds = 0;
  StudyDay last_day{};  // so that no day takes longer than the daily minutes
  Words words;
};

/// Nothing while the reviews of today take at most twice the daily minutes, in the closing window (which
/// picks what is worth its time anyhow), and once a spread was chosen.
std::optional<BacklogOffer> offer_to_spread(const StudyDeck& deck, StudyDay today);

}  // namespace rehearse
