// Stamps, counters and taking back.
#include "core/store/op_log.h"

#include <doctest/doctest.h>

#include <random>

#include "core/store/json_text.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using std::chrono::milliseconds;

struct LogFixture {
  test::Scratch scratch;
  test::OpenStore store{scratch / "library.sqlite"};
  Instant now = test::morning().at;
  std::string deck = target(derive_deck_id("deck"));

  StoredOp set(const std::string& value) {
    return store.write(SetOp{deck, {{"title", json_text(value)}}, {}, Origin::kLearner}, now);
  }
};

}  // namespace

TEST_SUITE("core/store/op_log") {
  TEST_CASE_FIXTURE(LogFixture, "stamps never go back even when the clock does and counters rise by one") {
    std::mt19937_64 random(31);
    Stamp last{};
    std::uint64_t counter = 0;
    for (int i = 0; i < 300; ++i) {
      now += milliseconds{static_cast<std::int64_t>(random() % 2001) - 1000};
      if (i == 100) now -= std::chrono::days{400};
      if (i == 200) now += std::chrono::days{800};
      const StoredOp op = set(std::to_string(i));
      REQUIRE(op.op.envelope.stamp > last);
      REQUIRE(op.op.envelope.stamp.ms >= now.time_since_epoch().count());
      REQUIRE(op.op.envelope.wall == now);
      REQUIRE(op.op.envelope.counter == counter + 1);
      last = op.op.envelope.stamp;
      counter = op.op.envelope.counter;
    }
  }

  TEST_CASE("the stamp is the wall clock while that is right") {
    const Instant wall{milliseconds{1000}};
    CHECK(next_stamp({999, 7}, wall) == Stamp{1000, 0});
    CHECK(next_stamp({1000, 7}, wall) == Stamp{1000, 8});
    CHECK(next_stamp({1001, 7}, wall) == Stamp{1001, 8});
  }

  TEST_CASE_FIXTURE(LogFixture, "what is written can be read again whatever the clock shows") {
    for (const Instant strange : {Instant{milliseconds{-5}}, Instant{milliseconds{-62'000'000'000'000}},
                                  Instant{milliseconds{253'402'300'799'999}}}) {
      now = strange;
      set("at a strange time");
    }
    CHECK(store.log.about(deck).size() == 3);
    for (const std::string& line : test::rows(store.database, "SELECT line FROM op")) CHECK(read_op(line));
  }

  TEST_CASE_FIXTURE(LogFixture,
                    "an op longer than a line may be is refused in words and nothing is written") {
    CHECK_THROWS_AS(set(std::string(kLongestOpLine, 'x')), StoreError);
    CHECK(store.log.size() == 0);
    set("short");
    CHECK(store.log.size() == 1);
  }

  TEST_CASE_FIXTURE(LogFixture, "an op is void when one of its voids is not void itself") {
    const OpId first = set("first").id;
    CHECK_FALSE(store.log.is_void(first));
    const OpId one = store.write(VoidOp{first}, now).id;
    CHECK(store.log.is_void(first));
    const OpId back = store.write(VoidOp{one}, now).id;
    CHECK_FALSE(store.log.is_void(first));
    const OpId two = store.write(VoidOp{first}, now).id;
    CHECK(store.log.is_void(first));
    store.write(VoidOp{two}, now);
    CHECK_FALSE(store.log.is_void(first));
    store.write(VoidOp{back}, now);
    CHECK(store.log.is_void(first));
  }

  TEST_CASE_FIXTURE(LogFixture, "a chain of ten thousand voids is followed to its end") {
    OpId last = set("first").id;
    const OpId first = last;
    Transaction transaction(store.database);
    for (int i = 0; i < 10'000; ++i) last = store.log.append(VoidOp{last}, now).id;
    transaction.commit();
    CHECK_FALSE(store.log.is_void(first));
    store.write(VoidOp{last}, now);
    CHECK(store.log.is_void(first));
  }

  TEST_CASE_FIXTURE(LogFixture, "a second opening keeps the device's name and goes on counting") {
    const StoredOp before = set("before");
    test::OpenStore again(scratch / "library.sqlite", 77);
    const StoredOp after = again.write(SetOp{deck, {{"title", "\"after\""}}, {}, Origin::kLearner}, now);
    CHECK(after.op.envelope.device == before.op.envelope.device);
    CHECK(after.op.envelope.counter == before.op.envelope.counter + 1);
    CHECK(set("later").op.envelope.counter == after.op.envelope.counter + 1);
  }
}

}  // namespace rehearse
