// Why a card is where it is in today's queue.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/time.h"
#include "core/base/words.h"
#include "core/schedule/deck_day.h"
#include "core/schedule/study_deck.h"

namespace rehearse {

enum class CardReason {
  // asked today
  kNewToday,       // met for the first time
  kDue,            // its day has come
  kClosingWindow,  // asked for what it gains on the interview day
  kPartOfWhole,    // a point that is asked within its whole answer
  // not asked today
  kNewLater,  // more new questions wait than a day brings in
  kNotYetDue,
  kAsPoints,       // a question's own card, while its points are asked alone
  kNothingWanted,  // a question's own card: none of its points wants a review
  kSeenToday,
  kClockWasAhead,  // it was answered on a day that lies ahead: nothing counts before the calendar is there
  kGainsNothing,   // a review would not help on the interview day
  kNoTimeToday,    // closing window: others gain more in the minutes of the day
  kOverLimit,      // the daily limit of reviews, or a backlog that is spread
  kBuried,
  kSuspended,
  kInterviewOver,  // the deck is quiet, or keeps only what was met
};

/// new_today, due, closing_window …: the words in --json.
std::string_view to_word(CardReason reason);

struct CardExplanation {
  CardReason reason = CardReason::kNotYetDue;
  std::optional<std::size_t> position;  // 0-based among the deck's new questions, or its reviews, of today
  std::optional<StudyDay> wanted_on;    // the first day it asks for a review by itself
  double recall = 0;                    // today; of a question's own card: the lowest of its points
  double gain = 0;  // expected marks on the interview day by asking it today; 0 without one
  Words words;      // one sentence
};

/// Precondition: the question and the slot (0: its own card) exist. It builds the deck's day.
CardExplanation explain(const StudyDeck& deck, std::uint32_t question, std::uint16_t slot, StudyDay today);

}  // namespace rehearse
