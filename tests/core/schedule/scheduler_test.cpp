// The interface of both schedulers: which one answers, and what is the same with either.
#include "core/schedule/scheduler.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <cstring>
#include <limits>
#include <map>

#include "core/schedule/retrievability.h"

namespace rehearse {
namespace {

using std::chrono::days;

const StudyDay kStart{days{20'000}};

}  // namespace

TEST_SUITE("core/schedule/scheduler") {
  TEST_CASE("SM-2 answers as its own functions do") {
    const Scheduler sm2;
    const MemoryState first = sm2.observe({}, Quality::kGood, kStart);
    CHECK(first == observe({}, Quality::kGood, kStart));
    CHECK(first.due() == kStart + days{1});
    CHECK(sm2.stability(first) == stability_of(first));
    CHECK(sm2.retrievability(first, kStart + days{4}) == retrievability(first, kStart + days{4}));
  }

  TEST_CASE("FSRS-6 counts the days that really passed") {
    const Scheduler fsrs = Scheduler::fsrs6();
    const Fsrs6 algorithm;
    MemoryState state = fsrs.observe({}, Quality::kGood, kStart);
    CHECK(state.scheduler == SchedulerKind::kFsrs6);
    CHECK(state.fsrs == algorithm.first(Fsrs6Rating::kGood));
    CHECK(state.due() == kStart + days{2});
    state = fsrs.observe(state, Quality::kHard, kStart + days{9});
    CHECK(state.fsrs == algorithm.step(algorithm.first(Fsrs6Rating::kGood), Fsrs6Rating::kHard, days{9}));
    CHECK(state.anchor == kStart + days{9});
    CHECK(state.lapses == 0);
    CHECK(fsrs.observe(state, Quality::kWrongEasy, kStart + days{10}).lapses == 1);
  }

  TEST_CASE("the interval leads to the desired retention") {
    for (const double retention : {0.7, 0.85, 0.9, 0.97}) {
      const Scheduler fsrs = Scheduler::fsrs6({}, retention);
      MemoryState state = fsrs.observe({}, Quality::kPerfect, kStart);
      state = fsrs.observe(state, Quality::kGood, state.due());
      CHECK(fsrs.retrievability(state, state.due()) == doctest::Approx(retention).epsilon(0.01));
    }
  }

  TEST_CASE("settings out of range are moved into it") {
    CHECK(Scheduler::fsrs6({}, 2).desired_retention() == kHighestDesiredRetention);
    CHECK(Scheduler::fsrs6({}, -1).desired_retention() == kLowestDesiredRetention);
    CHECK(Scheduler::fsrs6({}, std::numeric_limits<double>::quiet_NaN()).desired_retention() ==
          kDesiredRetention);
    Fsrs6Parameters wild;
    wild.w[20] = 0;
    CHECK(Scheduler::fsrs6(wild).parameters() == within_ranges(wild));
  }

  TEST_CASE("fuzz spreads cards that were learned together over the days about their own") {
    const Scheduler fsrs = Scheduler::fsrs6();
    CHECK(fsrs.fuzz() == Fuzz::kOn);
    CHECK(Scheduler().fuzz() == Fuzz::kOff);
    const MemoryState state = fsrs.take_over({}, {kStart + days{40}, 40, 250, 3, 0});
    std::map<std::int64_t, int> cards_on;
    for (std::uint16_t i = 0; i < 7'000; ++i) {
      CardId card;
      std::memcpy(card.bytes.data(), &i, sizeof i);
      ++cards_on[(fsrs.due(state, card) - state.due()).count()];
    }
    CHECK(cards_on.size() == 7);
    for (const auto& day : cards_on) {
      CAPTURE(day.first);
      CHECK(std::abs(day.first) <= 3);
      CHECK(day.second == doctest::Approx(1'000).epsilon(0.15));
    }
  }

  TEST_CASE("a leech is a card that was forgotten eight times and its first meeting is none of them") {
    for (const Scheduler& scheduler : {Scheduler(), Scheduler::fsrs6()}) {
      MemoryState state;
      for (int failures = 0; failures <= 8; ++failures) {
        CHECK(!is_leech(state));
        state = scheduler.observe(state, Quality::kBlackout, kStart + days{failures});
      }
      CHECK(is_leech(state));
    }
  }

  TEST_CASE("a card that was never met cannot be moved") { CHECK(move_due({}, kStart) == MemoryState{}); }

  TEST_CASE("a schedule of another program is kept to the day by either scheduler") {
    const Schedule schedule{kStart + days{12}, 30, 250, 4, 2};
    for (const Scheduler& scheduler : {Scheduler(), Scheduler::fsrs6()}) {
      const MemoryState state = scheduler.take_over({}, schedule);
      CHECK(state.met);
      CHECK(state.due() == schedule.due);
      CHECK(state.interval_days() == 30);
      CHECK(state.lapses == 2);
      CHECK(state.anchor == schedule.due - days{30});
      const MemoryState next = scheduler.observe(state, Quality::kGood, schedule.due);
      CHECK(next.interval_days() == doctest::Approx(75).epsilon(0.01));
    }
  }
}

}  // namespace rehearse
