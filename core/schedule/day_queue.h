// Today's cards of all decks, in the order in which they are asked. Pure: decks in, queue out.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/deck_day.h"

namespace rehearse {

struct DayQueue {
  /// Decks in their closing window first, the nearest interview before the others: their new questions, their
  /// reviews. Then the new questions of the other decks, then their reviews, the most endangered first. Last
  /// what is not for today: by the same order, for a learner who wants to go on.
  std::vector<AskedCard> cards;
  std::size_t for_today = 0;  // of them

  std::span<const AskedCard> today() const { return {cards.data(), for_today}; }
};

/// No card twice; nothing held; the cards of one question and the questions of one section stand apart where
/// others can be asked between them. Time: O(n log n) of the cards that want to be asked, no allocation for
/// each of them.
DayQueue build_day_queue(std::span<const StudyDeck> decks, StudyDay today, const DayOptions& options = {});

/// Leaves those that were met and are least likely recalled today, `count` of them, in the order they had.
void keep_weakest(DayQueue& queue, std::size_t count);

/// What one sitting is limited by; whichever comes first. Nothing: no limit of that kind.
struct SittingLimit {
  std::optional<std::chrono::seconds> time = std::chrono::minutes{15};
  std::optional<std::size_t> cards;
};

/// How many cards from the front are begun before the limit is reached, when each takes so many seconds.
std::size_t cards_in_sitting(std::span<const double> seconds, const SittingLimit& limit);

/// What was missed is asked once more at the end of a sitting. It costs minutes and changes no memory state,
/// so only in minutes that are left, or when the learner asks for it.
enum class Drill { kInMinutesLeft, kAll };

/// How many of the points missed are drilled; nothing left to spend (or less) drills none.
std::size_t drills_at_end(std::size_t missed, std::chrono::seconds left, const AnswerCosts& costs,
                          Drill drill);

}  // namespace rehearse
