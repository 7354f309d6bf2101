// Which cards are asked on a day: laws over random decks.
#include "core/schedule/day_queue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "core/schedule/gain.h"
#include "tests/core/schedule/random_deck.h"

namespace rehearse {
namespace {

using std::chrono::days;
using test::random_deck;

constexpr int kDecks = 10'000;
const StudyDay kToday{days{20'000}};

using CardName = std::tuple<std::uint32_t, std::uint32_t, std::uint16_t>;
CardName name(const AskedCard& card) { return {card.deck, card.question, card.slot}; }

std::uint32_t slot_of(const StudyDeck& deck, const AskedCard& card) {
  return deck.questions[card.question].first_slot + card.slot;
}

/// `law` of the queue of each of many random decks.
template <class Law>
void for_random_decks(std::uint64_t seed, Law law) {
  std::mt19937_64 random(seed);
  for (int i = 0; i < kDecks; ++i) {
    const StudyDeck deck = random_deck(random, kToday, 12);
    law(deck, build_day_queue({&deck, 1}, kToday));
  }
}

StudyDeck deck_of_new_questions(std::size_t questions) {
  StudyDeck deck;
  for (std::uint32_t i = 0; i < questions; ++i) deck.questions.push_back({i * 4, 3, 0, CardKind::kRecall, 0});
  deck.memories.resize(questions * 4);
  return deck;
}

void meet_all(StudyDeck& deck, Quality quality, StudyDay day) {
  for (MemoryState& state : deck.memories) state = deck.scheduler.observe({}, quality, day);
}

}  // namespace

TEST_SUITE("core/schedule/day_queue") {
  TEST_CASE("nothing is asked twice and nothing that is held or was seen today") {
    for_random_decks(21, [](const StudyDeck& deck, const DayQueue& queue) {
      std::set<CardName> asked;
      std::set<std::uint32_t> whole;
      REQUIRE(queue.for_today <= queue.cards.size());
      for (const AskedCard& card : queue.cards) {
        REQUIRE(asked.insert(name(card)).second);
        REQUIRE(card.seconds > 0);
        const StudyQuestion& question = deck.questions[card.question];
        REQUIRE(deck.held_at(question.first_slot) == Held::kNo);
        REQUIRE(deck.held_at(slot_of(deck, card)) == Held::kNo);
        const MemoryState& state = deck.memories[slot_of(deck, card)];
        if (card.slot > 0) REQUIRE_FALSE((state.met && state.seen >= kToday));
        if (card.slot == 0) {
          REQUIRE_FALSE(seen_today(deck, question, kToday));
          whole.insert(card.question);
        }
        REQUIRE(card.is_fresh == is_fresh(deck, question));
      }
      // A whole answer asks its points already.
      for (const AskedCard& card : queue.cards) REQUIRE((card.slot == 0 || !whole.contains(card.question)));
    });
  }

  TEST_CASE("new questions come first in deck order and never more than wait or are allowed") {
    for_random_decks(22, [](const StudyDeck& deck, const DayQueue& queue) {
      std::size_t fresh = 0;
      for (std::size_t i = 0; i < queue.cards.size(); ++i) {
        if (!queue.cards[i].is_fresh) continue;
        REQUIRE(i == fresh);
        REQUIRE((i == 0 || queue.cards[i - 1].question < queue.cards[i].question));
        ++fresh;
      }
      REQUIRE(fresh == (season_of(deck, kToday) == Season::kQuiet ? 0 : fresh_allowance(deck, kToday)));
      REQUIRE(fresh <= queue.for_today);
    });
  }

  TEST_CASE("the limit of reviews holds and counts what was answered today") {
    for_random_decks(23, [](const StudyDeck& deck, const DayQueue& queue) {
      const auto today = queue.today();
      const auto reviews = static_cast<std::size_t>(
          std::count_if(today.begin(), today.end(), [](const AskedCard& card) { return !card.is_fresh; }));
      if (deck.reviews_per_day && *deck.reviews_per_day >= deck.reviewed_today)
        REQUIRE(reviews + deck.reviewed_today <= *deck.reviews_per_day);
      else if (deck.reviews_per_day)
        REQUIRE(reviews == 0);
    });
  }

  TEST_CASE("a review that gains nothing on the interview day is not asked") {
    std::size_t gaining = 0;
    for_random_decks(24, [&](const StudyDeck& deck, const DayQueue& queue) {
      if (!has_goal(season_of(deck, kToday))) return;
      for (const AskedCard& card : queue.cards) {
        if (card.slot == 0) continue;
        const MemoryState& state = deck.memories[slot_of(deck, card)];
        REQUIRE(Weigher(deck.scheduler, *deck.interview).outlook(state, kToday).gain() > -1e-5);
        ++gaining;
      }
    });
    CHECK(gaining > 10'000);
  }

  TEST_CASE("every point that is due is asked alone or in its whole answer unless it gains nothing") {
    for_random_decks(25, [](const StudyDeck& deck, const DayQueue& queue) {
      const Season season = season_of(deck, kToday);
      if (season == Season::kQuiet) return;
      std::set<CardName> asked;
      for (const AskedCard& card : queue.cards) asked.insert(name(card));
      for (std::uint32_t i = 0; i < deck.questions.size(); ++i) {
        const StudyQuestion& question = deck.questions[i];
        if (is_fresh(deck, question) || deck.held_at(question.first_slot) != Held::kNo) continue;
        for (std::uint32_t slot = question.first_asked(); slot < question.slots(); ++slot) {
          const MemoryState& state = deck.memories[question.first_slot + slot];
          if (deck.held_at(question.first_slot + slot) != Held::kNo) continue;
          if (!wants_review(state, season, kToday) || (state.met && state.seen >= kToday)) continue;
          if (has_goal(season) &&
              Weigher(deck.scheduler, *deck.interview).outlook(state, kToday).gain() < 1e-5)
            continue;
          if (question.points == 0 && seen_today(deck, question, kToday)) continue;
          REQUIRE((asked.contains({0, i, 0}) || asked.contains({0, i, static_cast<std::uint16_t>(slot)})));
        }
      }
    });
  }

  TEST_CASE("the order in which decks are given changes nothing of what is asked") {
    std::mt19937_64 random(26);
    for (int round = 0; round < 1000; ++round) {
      std::vector<StudyDeck> decks{random_deck(random, kToday), random_deck(random, kToday),
                                   random_deck(random, kToday)};
      const auto names = [&](std::size_t turned) {
        const DayQueue queue = build_day_queue(decks, kToday);
        std::set<CardName> result;
        for (const AskedCard& card : queue.today())
          result.emplace(static_cast<std::uint32_t>((card.deck + turned) % 3), card.question, card.slot);
        return result;
      };
      const auto before = names(0);
      std::rotate(decks.begin(), decks.begin() + 1, decks.end());
      REQUIRE(names(1) == before);
    }
  }

  TEST_CASE("the order of the questions in a deck changes none of its reviews") {
    std::mt19937_64 random(27);
    for (int round = 0; round < 1000; ++round) {
      StudyDeck deck = random_deck(random, kToday);
      const auto reviews = [&] {
        const DayQueue queue = build_day_queue({&deck, 1}, kToday);
        std::set<std::pair<std::uint32_t, std::uint16_t>> result;
        for (const AskedCard& card : queue.cards)
          if (!card.is_fresh) result.emplace(deck.questions[card.question].first_slot, card.slot);
        return result;
      };
      const auto before = reviews();
      // Which questions are met today takes time from the reviews, and that goes by deck order.
      std::stable_partition(deck.questions.begin(), deck.questions.end(),
                            [&](const StudyQuestion& question) { return is_fresh(deck, question); });
      const auto met =
          std::find_if_not(deck.questions.begin(), deck.questions.end(),
                           [&](const StudyQuestion& question) { return is_fresh(deck, question); });
      std::shuffle(met, deck.questions.end(), random);
      REQUIRE(reviews() == before);
    }
  }

  TEST_CASE("studied daily every question is brought in within 55 per cent of the days to the interview") {
    for (const int questions : {1, 7, 40, 100, 333})
      for (const int whole_time : {1, 2, 5, 14, 20, 30, 60, 200}) {
        StudyDeck deck = deck_of_new_questions(static_cast<std::size_t>(questions));
        deck.interview_since = kToday;
        deck.interview = kToday + days{whole_time};
        std::size_t introduced = 0, highest = 0;
        int last_day = 0;
        for (int day = 0; day < whole_time; ++day) {
          deck.met_today = 0;
          // One after another, as in a sitting that asks again how many are left.
          while (fresh_allowance(deck, kToday + days{day}) > 0) {
            MemoryState& state = deck.memories[deck.questions[introduced++].first_slot];
            state = deck.scheduler.observe({}, Quality::kGood, kToday + days{day});
            ++deck.met_today;
            last_day = day;
          }
          highest = std::max(highest, deck.met_today);
        }
        CAPTURE(questions);
        CAPTURE(whole_time);
        REQUIRE(introduced == deck.questions.size());
        CHECK(last_day * 100 <= whole_time * 55);
        const std::size_t share_days = static_cast<std::size_t>(whole_time) * 55 / 100 + 1;
        CHECK(highest <= (deck.questions.size() + share_days - 1) / share_days);
      }
  }

  TEST_CASE("sections are interleaved and the points of one question stand apart") {
    StudyDeck deck = deck_of_new_questions(40);
    for (std::size_t i = 0; i < deck.questions.size(); ++i)
      deck.questions[i].section = static_cast<std::uint16_t>(i / 10);
    meet_all(deck, Quality::kGood, kToday - days{30});
    // Seen today, so that the others come as point cards.
    for (const StudyQuestion& question : deck.questions) deck.memories[question.first_slot].seen = kToday;
    const DayQueue queue = build_day_queue({&deck, 1}, kToday);
    REQUIRE(queue.cards.size() == 120);
    std::size_t neighbours = 0;
    for (std::size_t i = 1; i < queue.cards.size(); ++i)
      neighbours += queue.cards[i].question == queue.cards[i - 1].question;
    // At the very end no others are left.
    CHECK(neighbours <= 2);
  }

  TEST_CASE("a sitting ends with the card that reaches its minutes or its cards") {
    StudyDeck deck = deck_of_new_questions(40);
    deck.fresh_per_day = 40;
    std::vector<double> seconds;
    const DayQueue queue = build_day_queue({&deck, 1}, kToday);
    for (const AskedCard& card : queue.today()) seconds.push_back(card.seconds);
    CHECK(cards_in_sitting(seconds, {std::chrono::seconds{0}, {}}) == 0);
    CHECK(cards_in_sitting(seconds, {std::chrono::seconds{52}, {}}) == 2);  // of 51 seconds each
    CHECK(cards_in_sitting(seconds, {}) == 18);
    CHECK(cards_in_sitting(seconds, {{}, 7}) == 7);
    CHECK(cards_in_sitting(seconds, {{}, {}}) == 40);
  }

  TEST_CASE("only what was chosen is asked and all of it that is not held") {
    std::mt19937_64 random(29);
    for (int round = 0; round < kDecks; ++round) {
      StudyDeck deck = random_deck(random, kToday, 12);
      for (std::size_t slot = 0; slot < deck.memories.size(); ++slot)
        deck.chosen.push_back(random() % 3 == 0);
      const DayQueue queue = build_day_queue({&deck, 1}, kToday, {Reach::kEverything, {}});
      REQUIRE(queue.for_today == queue.cards.size());
      std::set<CardName> asked;
      for (const AskedCard& card : queue.cards) asked.insert(name(card));
      for (std::uint32_t i = 0; i < deck.questions.size(); ++i) {
        const StudyQuestion& question = deck.questions[i];
        const bool is_new = is_fresh(deck, question);
        REQUIRE((!asked.contains({0, i, 0}) || deck.is_chosen(question, 0) ||
                 (is_new && is_any_chosen(deck, question))));
        if (is_new || deck.held_at(question.first_slot) != Held::kNo) continue;
        for (std::uint32_t slot = question.first_asked(); slot < question.slots(); ++slot) {
          const bool is_asked =
              asked.contains({0, i, 0}) || asked.contains({0, i, static_cast<std::uint16_t>(slot)});
          const bool is_held = deck.held_at(question.first_slot + slot) != Held::kNo;
          if (!is_held) REQUIRE(is_asked == deck.is_chosen(question, slot));
        }
      }
    }
  }

  TEST_CASE("the weakest are met and no other card that was met is less likely recalled") {
    for_random_decks(30, [](const StudyDeck& deck, const DayQueue&) {
      const DayQueue all = build_day_queue({&deck, 1}, kToday, {Reach::kEverything, {}});
      const std::size_t fresh = static_cast<std::size_t>(std::count_if(
          all.cards.begin(), all.cards.end(), [](const AskedCard& card) { return card.is_fresh; }));
      for (const std::size_t count : {0U, 1U, 3U, 100U}) {
        DayQueue weakest = all;
        keep_weakest(weakest, count);
        REQUIRE(weakest.cards.size() == std::min(count, all.cards.size() - fresh));
        REQUIRE(weakest.for_today == weakest.cards.size());
        float highest = 0;
        std::set<CardName> kept;
        for (const AskedCard& card : weakest.cards) {
          REQUIRE_FALSE(card.is_fresh);
          REQUIRE(kept.insert(name(card)).second);
          highest = std::max(highest, card.recall);
        }
        for (const AskedCard& card : all.cards)
          REQUIRE((card.is_fresh || kept.contains(name(card)) || card.recall >= highest));
      }
    });
  }

  TEST_CASE("misses are drilled in the minutes that are left or all of them when the learner asks") {
    using std::chrono::seconds;
    CHECK(drills_at_end(7, seconds{35}, {}, Drill::kInMinutesLeft) == 3);
    CHECK(drills_at_end(2, seconds{35}, {}, Drill::kInMinutesLeft) == 2);
    CHECK(drills_at_end(7, seconds{-5}, {}, Drill::kInMinutesLeft) == 0);
    CHECK(drills_at_end(7, seconds{0}, {}, Drill::kAll) == 7);
  }

  TEST_CASE("a card that its learner moved to a later day is not asked before it") {
    StudyDeck deck = deck_of_new_questions(1);
    meet_all(deck, Quality::kGood, kToday - days{30});
    for (MemoryState& state : deck.memories) state.moved_to = kToday + days{2};
    CHECK(build_day_queue({&deck, 1}, kToday).cards.empty());
    deck.interview = kToday + days{3};
    deck.interview_since = kToday - days{30};
    CHECK(build_day_queue({&deck, 1}, kToday).cards.empty());
    CHECK_FALSE(build_day_queue({&deck, 1}, kToday + days{2}).cards.empty());
  }

  TEST_CASE("review-ahead adds what is due within the days and everything means everything") {
    StudyDeck deck = deck_of_new_questions(5);
    meet_all(deck, Quality::kGood, kToday - days{1});
    for (MemoryState& state : deck.memories) state.sm2.interval_days = 4;  // due in three days
    CHECK(build_day_queue({&deck, 1}, kToday).cards.empty());
    CHECK(build_day_queue({&deck, 1}, kToday, {Reach::kAhead, days{2}}).cards.empty());
    CHECK(build_day_queue({&deck, 1}, kToday, {Reach::kAhead, days{3}}).cards.size() == 5);
    for (MemoryState& state : deck.memories) state.seen = kToday;
    CHECK(build_day_queue({&deck, 1}, kToday, {Reach::kAhead, days{3}}).cards.empty());
    CHECK(build_day_queue({&deck, 1}, kToday, {Reach::kEverything, {}}).cards.size() == 5);
  }

  TEST_CASE("after the interview a deck keeps what was met or goes quiet") {
    StudyDeck deck = deck_of_new_questions(6);
    for (std::size_t slot = 0; slot < 12; ++slot)
      deck.memories[slot] = deck.scheduler.observe({}, Quality::kGood, kToday - days{20});
    deck.interview = kToday - days{1};
    CHECK(build_day_queue({&deck, 1}, kToday).cards.size() == 3);
    deck.after_interview = AfterInterview::kQuiet;
    CHECK(build_day_queue({&deck, 1}, kToday).cards.empty());
    deck.interview = kToday;
    CHECK_FALSE(build_day_queue({&deck, 1}, kToday).cards.empty());
  }

  TEST_CASE("settings out of any measure are borne") {
    for (const std::size_t fresh_per_day : {std::size_t{0}, std::size_t{10'000}}) {
      StudyDeck deck = deck_of_new_questions(30);
      deck.fresh_per_day = fresh_per_day;
      CHECK(build_day_queue({&deck, 1}, kToday).cards.size() == std::min<std::size_t>(30, fresh_per_day));
    }
    StudyDeck wide;
    wide.questions.push_back({0, 200, 0, CardKind::kRecall, 0});
    wide.questions.push_back({201, 0, 0, CardKind::kRecall, 0});  // an answer without points
    wide.memories.resize(202);
    CHECK(build_day_queue({&wide, 1}, kToday).cards.size() == 2);
    meet_all(wide, Quality::kGood, kToday - days{9});
    CHECK(build_day_queue({&wide, 1}, kToday).cards.size() == 2);
    // A clock that was a year ahead: nothing is asked before the calendar has caught up, nothing breaks.
    meet_all(wide, Quality::kGood, kToday + days{365});
    wide.interview = kToday + days{5};
    CHECK(build_day_queue({&wide, 1}, kToday).cards.empty());
    CHECK(build_day_queue({}, kToday).cards.empty());
  }
}

}  // namespace rehearse
