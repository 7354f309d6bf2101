// Which cards are asked today, and in which order. Pure: memories in, queue out.
// The interview date paces new questions. What the method asks of the last days before it (a look at every
// point, in the order of what each gains) is not built: there, too, cards come when they are due.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "core/deck/card.h"
#include "core/schedule/memory_state.h"

namespace rehearse {

/// New questions a deck offers on a day when it has no interview date.
inline constexpr std::size_t kFreshPerDay = 10;

struct QueuePoint {
  CardId card;
  MemoryState memory;
};

struct QueueQuestion {
  CardId card;  // its recall or choice card
  CardKind kind = CardKind::kRecall;
  MemoryState memory;              // of that card
  std::vector<QueuePoint> points;  // of a recall card; empty when the document had no answer
};

struct QueueDeck {
  std::vector<QueueQuestion> questions;  // in deck order
  std::optional<StudyDay> interview;
  StudyDay interview_since{};       // the day the date was given
  std::size_t fresh_met_today = 0;  // questions met for the first time today
};

struct QueueEntry {
  CardId card;
  CardKind kind = CardKind::kRecall;
  StudyDay due{};
  bool is_fresh = false;
  std::chrono::seconds estimate{0};  // time it will take
  double recall = 0;                 // probability of knowing it today, the lowest of what is asked
};

/// Today's cards: new questions first, then what is due, the most endangered first.
/// A question whose points are due comes as one recall card when that costs at most 1.2 times the
/// single point cards, else as point cards; only as point cards once some of it was seen today.
std::vector<QueueEntry> build_queue(std::span<const QueueDeck> decks, StudyDay today);

/// How many new questions a deck offers today: kFreshPerDay, or with an interview date as many as bring
/// every question in within the first 55 % of the days from `interview_since` to the date.
std::size_t fresh_allowance(const QueueDeck& deck, StudyDay today);

}  // namespace rehearse
