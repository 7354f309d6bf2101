#include "core/schedule/day_queue.h"

#include <algorithm>
#include <numeric>

#include "core/schedule/urgency_order.h"

namespace rehearse {
namespace {

// How far ahead a card may be taken from to stand between two that belong together, and for how many cards
// the points of one question keep apart.
constexpr std::size_t kLookAhead = 12;
constexpr std::size_t kApart = 4;

using Cards = std::vector<AskedCard>;

bool are_siblings(const AskedCard& a, const AskedCard& b) {
  return a.deck == b.deck && a.question == b.question;
}

/// Moves cards forward by little, so that neighbours are of different questions and sections.
class Interleaver {
 public:
  explicit Interleaver(std::span<const StudyDeck> decks) : decks_(decks) {}

  void run(std::span<AskedCard> cards) const {
    for (std::size_t at = 1; at < cards.size(); ++at) {
      std::size_t best = at;
      int best_fault = fault(cards, at, cards[at]);
      const std::size_t end = std::min(cards.size(), at + kLookAhead);
      for (std::size_t other = at + 1; other < end && best_fault > 0; ++other) {
        const int other_fault = fault(cards, at, cards[other]);
        if (other_fault < best_fault) best = other, best_fault = other_fault;
      }
      std::rotate(cards.begin() + static_cast<std::ptrdiff_t>(at),
                  cards.begin() + static_cast<std::ptrdiff_t>(best),
                  cards.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    }
  }

 private:
  /// How badly `card` would follow what stands before `at`: 2 near a card of its question, 1 after one of its
  /// section.
  int fault(std::span<const AskedCard> cards, std::size_t at, const AskedCard& card) const {
    for (std::size_t back = 1; back <= std::min(kApart, at); ++back)
      if (are_siblings(cards[at - back], card)) return 2;
    const AskedCard& before = cards[at - 1];
    return before.deck == card.deck && section(before) == section(card) ? 1 : 0;
  }

  std::uint16_t section(const AskedCard& card) const {
    return decks_[card.deck].questions[card.question].section;
  }

  std::span<const StudyDeck> decks_;
};

void append(Cards& cards, std::span<const AskedCard> more) {
  cards.insert(cards.end(), more.begin(), more.end());
}

}  // namespace

DayQueue build_day_queue(std::span<const StudyDeck> decks, StudyDay today, const DayOptions& options) {
  std::vector<DeckDay> days;
  days.reserve(decks.size());
  for (std::uint32_t i = 0; i < decks.size(); ++i) {
    days.push_back(deck_day(decks[i], today, options));
    for (Cards* cards : {&days.back().fresh, &days.back().reviews})
      for (AskedCard& card : *cards) card.deck = i;
  }
  std::vector<std::size_t> closing;
  Cards fresh, reviews, waiting;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::span<const AskedCard> all = days[i].reviews;
    append(waiting, all.subspan(days[i].for_today));
    if (days[i].season == Season::kClosing) {
      closing.push_back(i);
      continue;
    }
    append(fresh, days[i].fresh);
    append(reviews, all.first(days[i].for_today));
  }
  std::stable_sort(closing.begin(), closing.end(),
                   [&](std::size_t a, std::size_t b) { return *decks[a].interview < *decks[b].interview; });

  const Interleaver interleaver(decks);
  DayQueue queue;
  for (const std::size_t i : closing) {
    append(queue.cards, days[i].fresh);
    const std::size_t begin = queue.cards.size();
    append(queue.cards, std::span(days[i].reviews).first(days[i].for_today));
    interleaver.run(std::span(queue.cards).subspan(begin));
  }
  append(queue.cards, fresh);
  // One deck is in order already; several are merged.
  if (decks.size() > 1) sort_by_urgency(reviews);
  interleaver.run(reviews);
  append(queue.cards, reviews);
  queue.for_today = queue.cards.size();
  append(queue.cards, waiting);
  return queue;
}

void keep_weakest(DayQueue& queue, std::size_t count) {
  Cards& cards = queue.cards;
  cards.resize(queue.for_today);
  cards.erase(std::remove_if(cards.begin(), cards.end(), [](const AskedCard& card) { return card.is_fresh; }),
              cards.end());
  if (count < cards.size()) {
    // By place, so that of two that are equally weak the first one stays.
    std::vector<std::size_t> places(cards.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return cards[a].recall < cards[b].recall; });
    places.resize(count);
    std::sort(places.begin(), places.end());
    for (std::size_t i = 0; i < count; ++i) cards[i] = cards[places[i]];
    cards.resize(count);
  }
  queue.for_today = cards.size();
}

std::size_t cards_in_sitting(std::span<const double> seconds, const SittingLimit& limit) {
  const std::size_t most = std::min(seconds.size(), limit.cards.value_or(seconds.size()));
  if (!limit.time) return most;
  const double time = static_cast<double>(limit.time->count());
  double begun = 0;
  std::size_t count = 0;
  while (count < most && begun < time) begun += seconds[count++];
  return count;
}

std::size_t drills_at_end(std::size_t missed, std::chrono::seconds left, const AnswerCosts& costs,
                          Drill drill) {
  if (drill == Drill::kAll) return missed;
  const double fitting =
      static_cast<double>(std::max<std::int64_t>(0, left.count())) / std::max(1.0, costs.point_card);
  return std::min(missed, static_cast<std::size_t>(fitting));
}

}  // namespace rehearse
