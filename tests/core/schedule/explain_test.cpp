// Why a card is where it is, and what has piled up.
#include "core/schedule/explain.h"

#include <doctest/doctest.h>

#include <array>
#include <numeric>
#include <random>

#include "core/schedule/backlog.h"
#include "core/schedule/day_queue.h"
#include "tests/core/schedule/random_deck.h"

namespace rehearse {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using test::random_deck;

const StudyDay kToday{days{20'000}};

constexpr bool is_today(CardReason reason) { return reason <= CardReason::kPartOfWhole; }

StudyDeck overdue_deck(std::size_t questions) {
  StudyDeck deck;
  for (std::uint32_t i = 0; i < questions; ++i) deck.questions.push_back({i * 5, 4, 0, CardKind::kRecall, 0});
  deck.memories.assign(questions * 5, deck.scheduler.observe({}, Quality::kGood, kToday - days{40}));
  return deck;
}

}  // namespace

TEST_SUITE("core/schedule/explain") {
  TEST_CASE("what is said of a card is what the queue does with it and every reason occurs") {
    std::mt19937_64 random(51);
    std::array<int, 16> times{};
    for (int i = 0; i < 3'000; ++i) {
      StudyDeck deck = random_deck(random, kToday, 8);
      // Once in a while a clock was ahead.
      if (!deck.memories.empty() && random() % 8 == 0 && deck.memories[0].met)
        deck.memories[0].seen = kToday + days{9};
      const DayQueue queue = build_day_queue({&deck, 1}, kToday);
      for (std::uint32_t q = 0; q < deck.questions.size(); ++q)
        for (std::uint32_t at = 0; at < deck.questions[q].slots(); ++at) {
          const auto slot = static_cast<std::uint16_t>(at);
          const CardExplanation place = explain(deck, q, slot, kToday);
          bool asked = false, asked_within = false;
          for (const AskedCard& card : queue.today()) {
            asked |= card.question == q && card.slot == slot;
            asked_within |= card.question == q && card.slot == 0;
          }
          REQUIRE((asked ? is_today(place.reason) : true));
          REQUIRE((is_today(place.reason) ? asked || asked_within : true));
          REQUIRE((place.reason == CardReason::kPartOfWhole ? slot > 0 : true));
          REQUIRE_FALSE(place.words.english.empty());
          REQUIRE_FALSE(place.words.chinese.empty());
          ++times[static_cast<std::size_t>(place.reason)];
        }
    }
    for (std::size_t reason = 0; reason < times.size(); ++reason) {
      CAPTURE(reason);
      // A review that gains nothing is rare: a memory so strong that a miss would cost more than a recall
      // gives.
      CHECK((times[reason] > 0 || static_cast<CardReason>(reason) == CardReason::kGainsNothing));
    }
  }
}

TEST_SUITE("core/schedule/backlog") {
  TEST_CASE("a spread backlog comes in even shares and all of it by the last day") {
    std::mt19937_64 random(52);
    for (int i = 0; i < 10'000; ++i) {
      StudyDeck deck = random_deck(random, kToday, 12);
      deck.spread.reset();
      const StudyDay last_day = kToday + days{static_cast<int>(random() % 9) - 2};
      const auto shares = spread_backlog(deck, kToday, last_day);
      REQUIRE(shares.size() ==
              static_cast<std::size_t>(std::max<std::int64_t>(0, (last_day - kToday).count()) + 1));
      const std::size_t all =
          std::accumulate(shares.begin(), shares.end(), std::size_t{0},
                          [](std::size_t sum, const BacklogDay& share) { return sum + share.cards; });
      REQUIRE(all == deck_day(deck, kToday).reviews.size());
      REQUIRE(shares.front().cards <= shares.back().cards + 1);
    }
  }

  TEST_CASE("after days away it is offered to spread what waits so that no day is too long") {
    StudyDeck deck = overdue_deck(100);  // of 42 seconds and some misses each
    deck.daily_time = minutes{15};
    const auto offer = offer_to_spread(deck, kToday);
    REQUIRE(offer);
    CHECK(offer->cards == 100);
    CHECK((offer->last_day - kToday).count() + 1 >= 5);
    CHECK(offer->words.english.find("100 cards") != std::string::npos);
    for (const BacklogDay& share : spread_backlog(deck, kToday, offer->last_day))
      CHECK(share.seconds <= 15 * 60 + 60);
    deck.spread = BacklogSpread{offer->last_day};
    CHECK_FALSE(offer_to_spread(deck, kToday));
    const std::size_t share = build_day_queue({&deck, 1}, kToday).for_today;
    CHECK(share < 25);
    // It stays the same while the day goes on.
    deck.reviewed_today = 7;
    for (std::size_t i = 0; i < 7; ++i)
      for (std::size_t slot = 0; slot < 5; ++slot) {
        MemoryState& state = deck.memories[i * 5 + slot];
        state = deck.scheduler.observe(state, Quality::kGood, kToday);
      }
    CHECK(build_day_queue({&deck, 1}, kToday).for_today == share - 7);
    deck = overdue_deck(20);
    deck.daily_time = minutes{15};
    CHECK_FALSE(offer_to_spread(deck, kToday));
  }
}

}  // namespace rehearse
