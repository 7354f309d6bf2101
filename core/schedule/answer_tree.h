// A learner's log as FSRS-6 is fitted to it: equal beginnings of cards' histories are one and the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/fsrs6.h"

namespace rehearse {

struct LoggedAnswer {
  std::uint32_t card = 0;  // any number that tells cards apart
  StudyDay day{};
  Fsrs6Rating rating = Fsrs6Rating::kAgain;
};

/// What a second answer on one study day is to the fit.
enum class SameDayAnswers {
  kAreDrill,  // left out, as Scheduler::observe passes over them
  kCount,     // steps by the formula for the same day
};

/// An answer that one or more cards gave after the same history.
struct AnswerNode {
  std::uint32_t depth = 0;        // how many answers stand before it
  std::uint32_t cards = 0;        // that gave it
  std::int32_t elapsed_days = 0;  // since the answer before
  Fsrs6Rating rating = Fsrs6Rating::kAgain;
  bool goes_on = false;  // some card answered again

  friend bool operator==(const AnswerNode&, const AnswerNode&) = default;
};

struct AnswerTree {
  std::vector<AnswerNode> nodes;  // each follows the one before it in its history: depth first
  std::size_t reviews = 0;        // answers a day or more after another of the card: what can be predicted
  std::size_t longest = 0;        // answers of one card
};

/// `log` holds the answers of each card in the order in which they count; those of different cards may be
/// mixed. A day before the latest one of its card, where a clock was set back, is taken as that latest day.
AnswerTree grouped(std::span<const LoggedAnswer> log, SameDayAnswers same_day);

}  // namespace rehearse
