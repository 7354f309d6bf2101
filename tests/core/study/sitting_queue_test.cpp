// How long a sitting is: minutes, cards, what was missed, and going on.
#include "core/study/sitting_queue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

namespace rehearse {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using Turn = SittingQueue::Turn;

CardId card(std::size_t number) {
  CardId id;
  id.bytes[0] = static_cast<std::uint8_t>(number);
  id.bytes[1] = static_cast<std::uint8_t>(number >> 8);
  return id;
}

/// So many due cards of a minute each.
DueToday day_of(std::size_t cards, std::size_t beyond = 0) {
  DueToday due;
  for (std::size_t i = 0; i < cards + beyond; ++i)
    (i < cards ? due.cards : due.beyond).push_back({card(i), CardKind::kRecall, {}, false, 60});
  return due;
}

/// Answers what is asked, `spent` on each, until the sitting is over. Returns how many.
std::size_t answer_all(SittingQueue& queue, seconds spent) {
  std::size_t answered = 0;
  for (; queue.begin_next(); ++answered) queue.answered(spent, {});
  return answered;
}

}  // namespace

TEST_SUITE("core/study/sitting_queue") {
  TEST_CASE("the estimate plans the cards and the time really used decides") {
    SittingQueue usual(day_of(40), {minutes{15}, {}});
    CHECK(usual.length() == 15);
    CHECK(answer_all(usual, seconds{60}) == 15);
    CHECK(usual.is_time_up());
    CHECK(usual.waiting() == 25);
    SittingQueue slow(day_of(40), {minutes{15}, {}});
    CHECK(answer_all(slow, seconds{120}) == 8);  // the eighth is begun in the fifteenth minute
    CHECK(slow.waiting() == 32);
    SittingQueue quick(day_of(40), {minutes{15}, {}});
    CHECK(answer_all(quick, seconds{30}) == 30);
    CHECK(quick.waiting() == 10);
    SittingQueue short_day(day_of(4), {minutes{15}, {}});
    CHECK(answer_all(short_day, seconds{30}) == 4);
    CHECK_FALSE(short_day.is_time_up());
    CHECK(short_day.waiting() == 0);
  }

  TEST_CASE("whichever limit is reached first ends the sitting") {
    for (const auto& [cards, answered] : {std::pair{5, 5}, std::pair{20, 15}}) {
      SittingQueue queue(day_of(40), {minutes{15}, cards});
      CHECK(answer_all(queue, seconds{60}) == static_cast<std::size_t>(answered));
    }
    SittingQueue endless(day_of(40), {std::nullopt, std::nullopt});
    CHECK(endless.length() == 40);
    CHECK(answer_all(endless, minutes{30}) == 40);
  }

  TEST_CASE("no minutes or no cards ask nothing and lose nothing") {
    for (const SittingLimit limit : {SittingLimit{minutes{0}, {}}, SittingLimit{{}, 0}}) {
      SittingQueue queue(day_of(7), limit);
      CHECK_FALSE(queue.begin_next());
      CHECK(queue.length() == 0);
      CHECK(queue.waiting() == 7);
      queue.go_on();
      CHECK_FALSE(queue.begin_next());
    }
  }

  TEST_CASE("a clock that was set back in the middle takes no minutes away") {
    SittingQueue queue(day_of(40), {minutes{15}, {}});
    REQUIRE(queue.begin_next());
    queue.answered(-std::chrono::hours{24 * 365}, {});
    CHECK(answer_all(queue, seconds{60}) == 15);
  }

  TEST_CASE("what was missed comes again when minutes are left after all cards") {
    SittingQueue queue(day_of(2), {minutes{15}, {}});
    REQUIRE(queue.begin_next());
    queue.answered(seconds{60}, {card(100), card(101)});
    CHECK(queue.length() == 4);
    CHECK(queue.counts().missed == 2);
    CHECK(answer_all(queue, seconds{10}) == 3);
    CHECK(queue.misses_waiting() == 0);
  }

  TEST_CASE("no miss is drilled in minutes that are not there unless the learner asks") {
    SittingQueue queue(day_of(3), {minutes{2}, {}});
    for (std::size_t i = 0; i < 2; ++i) {
      REQUIRE(queue.begin_next());
      queue.answered(seconds{60}, {card(100 + i)});
    }
    REQUIRE_FALSE(queue.begin_next());
    CHECK(queue.misses_waiting() == 2);
    CHECK(queue.waiting() == 1);
    queue.drill_all();
    CHECK(queue.length() == 4);
    for (std::size_t i = 0; i < 2; ++i) {
      REQUIRE(queue.begin_next());
      CHECK(queue.current().card == card(100 + i));
      CHECK(queue.misses_waiting() == 2 - i);  // with the one being asked
      queue.answered(seconds{60}, {card(100 + i)});
    }
    CHECK_FALSE(queue.begin_next());
    CHECK(queue.misses_waiting() == 0);  // a drill is not drilled again
    queue.go_on();
    CHECK(answer_all(queue, seconds{60}) == 1);
    CHECK(queue.waiting() == 0);
  }

  TEST_CASE("going on takes the rest of today and then what lies beyond the day's share") {
    SittingQueue queue(day_of(5, 3), {std::nullopt, 4});
    CHECK(answer_all(queue, seconds{1}) == 4);
    CHECK(queue.beyond() == 3);
    queue.go_on();
    CHECK(answer_all(queue, seconds{1}) == 1);
    queue.go_on();
    CHECK(answer_all(queue, seconds{1}) == 3);
    queue.go_on();
    CHECK(answer_all(queue, seconds{1}) == 0);
    CHECK(queue.position() == 8);
  }

  TEST_CASE("whatever the learner does each card is asked once and none is lost") {
    std::mt19937_64 random(7);
    for (int round = 0; round < 10'000; ++round) {
      const std::size_t cards = random() % 12, beyond = random() % 4;
      SittingLimit limit{seconds{random() % 400}, random() % 9};
      if (random() % 3 == 0) limit.time.reset();
      if (random() % 2 == 0) limit.cards.reset();
      SittingQueue queue(day_of(cards, beyond), limit);
      std::vector<std::pair<CardId, Turn>> asked;
      std::size_t missed = 0;
      std::vector<std::size_t> misses;  // of each answer
      for (int step = 0; step < 30; ++step) {
        if (queue.begin_next()) {
          asked.emplace_back(queue.current().card, queue.current().turn);
          const bool is_miss = random() % 2 == 0;
          misses.push_back(is_miss && asked.back().second == Turn::kDue ? 1 : 0);
          missed += misses.back();
          queue.answered(seconds{random() % 90},
                         is_miss ? std::vector{card(1000 + missed)} : std::vector<CardId>{});
        } else if (random() % 2 == 0) {
          queue.go_on();
        } else {
          queue.drill_all();
        }
        while (!asked.empty() && random() % 3 == 0) {
          const CardId last = asked.back().first;
          asked.pop_back();
          missed -= misses.back();
          misses.pop_back();
          queue.go_back(asked.size());
          REQUIRE(queue.current().card == last);
        }
        REQUIRE(queue.position() == asked.size());
        std::set<CardId> due, drilled;
        for (const auto& [id, turn] : asked)
          REQUIRE((turn == Turn::kDrill ? drilled : due).insert(id).second);
        REQUIRE(due.size() + queue.waiting() + queue.beyond() == cards + beyond);
        REQUIRE(drilled.size() + queue.misses_waiting() == missed);
        REQUIRE(queue.length() >= queue.position());
      }
    }
  }
}

}  // namespace rehearse
