#include "sync/client/sync_schedule.h"

#include <doctest/doctest.h>

#include "tests/library_fixture.h"

namespace rehearse::sync {
namespace {

using namespace std::chrono_literals;

struct Clock {
  SyncSchedule::Moment now{};
  SyncSchedule schedule{rehearse::test::counting_random(7'919), now};

  void pass(std::chrono::milliseconds time) { now += time; }
  std::chrono::milliseconds wait() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(schedule.due().value() - now);
  }
  void fail(TroubleKind kind, std::optional<std::chrono::seconds> retry_after = {}) {
    schedule.ended(Trouble{kind, {}, retry_after}, now);
  }
};

}  // namespace

TEST_SUITE("sync/client/sync_schedule") {
  TEST_CASE("the first sync is due at the start and the next after about five minutes") {
    for (std::uint64_t chance = 0; chance < 500'000; chance += 997) {
      SyncSchedule schedule([=] { return chance; }, {});
      CHECK(schedule.due() == SyncSchedule::Moment{});
      schedule.ended({}, {});
      CHECK(*schedule.due() >= SyncSchedule::Moment{4min});
      CHECK(*schedule.due() <= SyncSchedule::Moment{6min});
    }
  }

  TEST_CASE("it waits until a while after the last answer") {
    Clock clock;
    clock.schedule.ended({}, clock.now);
    for (int i = 0; i < 5; ++i) {
      clock.pass(10s);
      clock.schedule.answered(clock.now);
      CHECK(clock.wait() == 15s);
    }
    clock.pass(15s);
    CHECK(clock.wait() == 0s);
    clock.schedule.ended({}, clock.now);
    CHECK(clock.wait() >= 4min);
  }

  TEST_CASE("an answer that is given while a sync runs has its own soon after") {
    Clock clock;
    clock.schedule.answered(clock.now);
    clock.pass(2s);
    clock.schedule.ended({}, clock.now);
    CHECK(clock.wait() == 13s);
  }

  TEST_CASE("trouble makes it wait longer each time but never for more than a quarter of an hour") {
    std::chrono::milliseconds longest{0};
    for (std::uint64_t seed = 1; seed < 50; ++seed) {
      Clock clock;
      clock.schedule = SyncSchedule(
          [next = seed]() mutable { return next = next * 6364136223846793005u + 1442695041u; }, clock.now);
      for (int troubles = 0; troubles < 20; ++troubles) {
        clock.fail(TroubleKind::kNoReply);
        CHECK(clock.wait() >= 1s);
        CHECK(clock.wait() <= std::min<std::chrono::milliseconds>(1s * (1 << std::min(troubles, 10)), 15min));
        longest = std::max(longest, clock.wait());
        clock.pass(clock.wait());
      }
    }
    CHECK(longest > 10min);
  }

  TEST_CASE("answers do not shorten the wait after trouble") {
    Clock clock;
    clock.fail(TroubleKind::kWait, 120s);
    clock.schedule.answered(clock.now);
    CHECK(clock.wait() == 120s);
    CHECK_FALSE(clock.schedule.may_begin(clock.now));
  }

  TEST_CASE("what the server says about when to come again is obeyed even when a person asks") {
    Clock clock;
    clock.fail(TroubleKind::kWait, 40s);
    clock.schedule.ask(clock.now);
    CHECK(clock.wait() == 40s);
    clock.pass(40s);
    CHECK(clock.schedule.may_begin(clock.now));
  }

  TEST_CASE("asking ends a wait that the server has not asked for") {
    Clock clock;
    for (int i = 0; i < 9; ++i) clock.fail(TroubleKind::kNoReply);
    clock.schedule.ask(clock.now);
    CHECK(clock.wait() == 0s);
  }

  TEST_CASE("a device that is signed out or too old asks no more until a person does") {
    for (const TroubleKind kind : {TroubleKind::kSignedOut, TroubleKind::kTooOld}) {
      Clock clock;
      clock.fail(kind);
      CHECK_FALSE(clock.schedule.due());
      clock.schedule.answered(clock.now);
      CHECK_FALSE(clock.schedule.due());
      CHECK_FALSE(clock.schedule.may_begin(clock.now));
      clock.schedule.ask(clock.now);
      CHECK(clock.wait() == 0s);
    }
  }
}

}  // namespace rehearse::sync
