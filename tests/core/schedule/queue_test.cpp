// Which cards are asked on a day: laws over random decks, and the pace of new questions before a date.
#include "core/schedule/queue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

namespace rehearse {
namespace {

using std::chrono::days;

const StudyDay kToday{days{20'000}};

CardId card(std::uint64_t number) {
  CardId id;
  for (std::size_t i = 0; i < 8; ++i) id.bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  return id;
}

MemoryState random_memory(std::mt19937_64& random) {
  MemoryState state;
  StudyDay day = kToday - days{random() % 60};
  for (std::uint64_t answers = random() % 5; answers > 0 && day <= kToday; --answers) {
    state = observe(state, static_cast<Quality>(random() % 6), day);
    day = std::max(state.due(), day + days{1});
  }
  return state;
}

std::vector<QueueDeck> random_decks(std::mt19937_64& random) {
  std::uint64_t number = 1;
  std::vector<QueueDeck> decks(1 + random() % 3);
  for (QueueDeck& deck : decks) {
    if (random() % 2 == 0) deck.interview = kToday + days{random() % 40};
    deck.interview_since = kToday - days{random() % 20};
    deck.fresh_met_today = random() % 15;
    for (std::uint64_t left = random() % 30; left > 0; --left) {
      QueueQuestion question;
      question.card = card(number++);
      question.kind = random() % 4 == 0 ? CardKind::kChoice : CardKind::kRecall;
      const bool fresh = random() % 3 == 0;
      if (!fresh) question.memory = random_memory(random);
      if (question.kind == CardKind::kRecall)
        for (std::uint64_t points = random() % 8; points > 0; --points)
          question.points.push_back({card(number++), fresh ? MemoryState{} : random_memory(random)});
      deck.questions.push_back(std::move(question));
    }
  }
  return decks;
}

bool wants_review(const MemoryState& memory) { return !memory.met || memory.due() <= kToday; }
bool seen_today(const MemoryState& memory) { return memory.met && memory.seen >= kToday; }

bool is_fresh(const QueueQuestion& question) {
  return !question.memory.met && std::none_of(question.points.begin(), question.points.end(),
                                              [](const QueuePoint& point) { return point.memory.met; });
}

}  // namespace

TEST_SUITE("core/schedule/queue") {
  TEST_CASE("nothing is asked twice and new questions come first and the most endangered before the others") {
    std::mt19937_64 random(11);
    for (int round = 0; round < 2000; ++round) {
      const std::vector<QueueDeck> decks = random_decks(random);
      std::set<CardId> asked;
      bool due_began = false;
      double recall = 0;
      for (const QueueEntry& entry : build_queue(decks, kToday)) {
        REQUIRE(asked.insert(entry.card).second);
        REQUIRE_FALSE((due_began && entry.is_fresh));
        REQUIRE(entry.due <= kToday);
        REQUIRE(entry.estimate.count() > 0);
        if (!entry.is_fresh) {
          due_began = true;
          REQUIRE(entry.recall >= recall);
          recall = entry.recall;
        }
      }
    }
  }

  TEST_CASE(
      "a whole answer is asked when it costs at most 1.2 times its due points and none was seen today") {
    std::mt19937_64 random(12);
    int wholes = 0, singles = 0;
    for (int round = 0; round < 2000; ++round) {
      const std::vector<QueueDeck> decks = random_decks(random);
      std::set<CardId> asked;
      for (const QueueEntry& entry : build_queue(decks, kToday))
        if (!entry.is_fresh) asked.insert(entry.card);
      for (const QueueDeck& deck : decks) {
        for (const QueueQuestion& question : deck.questions) {
          if (is_fresh(question) || question.points.empty()) continue;
          std::size_t due = 0;
          bool seen = seen_today(question.memory);
          for (const QueuePoint& point : question.points) {
            seen |= seen_today(point.memory);
            if (wants_review(point.memory) && !seen_today(point.memory)) ++due;
          }
          const std::size_t whole_cost = 6 + 9 * question.points.size();
          const bool whole = due > 0 && !seen && 10 * whole_cost <= 12 * 10 * due;
          REQUIRE(asked.contains(question.card) == whole);
          for (const QueuePoint& point : question.points)
            REQUIRE(asked.contains(point.card) ==
                    (!whole && wants_review(point.memory) && !seen_today(point.memory)));
          ++(whole ? wholes : singles);
        }
      }
    }
    CHECK(wholes > 1000);
    CHECK(singles > 1000);
  }

  TEST_CASE("new questions are never more than wait and never more than the allowance") {
    std::mt19937_64 random(13);
    for (int round = 0; round < 2000; ++round) {
      for (const QueueDeck& deck : random_decks(random)) {
        const auto waiting =
            static_cast<std::size_t>(std::count_if(deck.questions.begin(), deck.questions.end(), is_fresh));
        const std::size_t allowance = fresh_allowance(deck, kToday);
        REQUIRE(allowance <= waiting);
        const auto queue = build_queue({&deck, 1}, kToday);
        const auto fresh =
            std::count_if(queue.begin(), queue.end(), [](const QueueEntry& e) { return e.is_fresh; });
        REQUIRE(static_cast<std::size_t>(fresh) == allowance);
      }
    }
  }

  TEST_CASE("studied daily every question is brought in within 55 per cent of the days to the interview") {
    for (int questions : {1, 7, 40, 100, 333})
      for (int whole_time : {1, 2, 5, 14, 20, 30, 60, 200}) {
        QueueDeck deck;
        deck.interview_since = kToday;
        deck.interview = kToday + days{whole_time};
        for (int i = 0; i < questions; ++i)
          deck.questions.push_back({card(static_cast<std::uint64_t>(i) + 1), CardKind::kChoice, {}, {}});
        std::size_t highest = 0, introduced = 0;
        int last_day = 0;
        for (int day = 0; day < whole_time; ++day) {
          deck.fresh_met_today = 0;
          // One after another, as in a sitting that asks again how many are left.
          while (fresh_allowance(deck, kToday + days{day}) > 0) {
            deck.questions[introduced++].memory = observe({}, Quality::kGood, kToday + days{day});
            ++deck.fresh_met_today;
            last_day = day;
          }
          highest = std::max(highest, deck.fresh_met_today);
        }
        CAPTURE(questions);
        CAPTURE(whole_time);
        REQUIRE(introduced == deck.questions.size());
        CHECK(last_day * 100 <= whole_time * 55);
        // Evenly: no day brings more than the first day's share.
        const std::size_t share_days = static_cast<std::size_t>(whole_time) * 55 / 100 + 1;
        CHECK(highest <= (deck.questions.size() + share_days - 1) / share_days);
      }
  }
}

}  // namespace rehearse
