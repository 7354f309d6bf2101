// The method for one deck on one day: how many new questions, which cards are asked again, in which order, as
// a whole answer or point by point, and what each is worth. core/schedule/README.md says why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/season.h"
#include "core/schedule/study_deck.h"

namespace rehearse {

/// Which of the cards that were met are looked at.
enum class Reach {
  kDue,    // those that want a review today
  kAhead,  // those that will want one within some days
  /// All of them, also those seen today and those that gain nothing, and every new question; daily limits do
  /// not hold.
  kEverything,
};

struct DayOptions {
  Reach reach = Reach::kDue;
  std::chrono::days ahead{0};  // for kAhead
};

struct AskedCard {
  std::uint32_t deck = 0;  // index into what the queue was built from
  std::uint32_t question = 0;
  std::uint16_t slot = 0;  // 0: the question's own card
  bool is_fresh = false;
  float recall = 0;   // today, the lowest of what is asked
  float seconds = 0;  // it is expected to take
  float marks = 0;    // it is expected to gain on the interview day; 0 without a date
  /// What comes first has the most of it. Closing window: marks per second that waiting would lose; else how
  /// unlikely it is recalled.
  float urgency = 0;

  friend bool operator==(const AskedCard&, const AskedCard&) = default;
};

struct DeckDay {
  Season season = Season::kNoDate;
  /// Marks per second at which point cards alone would just fill the day; 0: there is time to spare.
  double price = 0;
  std::vector<AskedCard> fresh;    // in deck order
  std::vector<AskedCard> reviews;  // in the order in which they count
  /// How many of the reviews are for today; the others wait: the closing window asks only what the day's
  /// minutes allow, a backlog may be spread, and there may be a limit of reviews.
  std::size_t for_today = 0;
};

/// Deterministic: equal decks give equal days, and the order of the questions matters only between equals.
DeckDay deck_day(const StudyDeck& deck, StudyDay today, const DayOptions& options = {});

}  // namespace rehearse
