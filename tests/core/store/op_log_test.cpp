// Stamps, counters and taking back.
#include "core/store/op_log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "core/store/json_text.h"
#include "tests/library_fixture.h"
#include "tests/random_op.h"

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
    for (const std::string& line : test::lines(store.log)) CHECK(read_op(line));
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

  TEST_CASE_FIXTURE(LogFixture,
                    "an op is found by its id and at its place with the bytes it was hashed over") {
    for (int i = 0; i < 50; ++i) {
      const StoredOp written = set(std::to_string(i));
      const auto at_place = store.log.at(written.position);
      const auto by_id = store.log.find(written.id);
      const auto line = store.log.line_at(written.position);
      REQUIRE(at_place);
      REQUIRE(by_id);
      REQUIRE(line);
      CHECK(at_place->id == written.id);
      CHECK(by_id->position == written.position);
      CHECK(op_id(*line) == written.id);
      CHECK(*line == write_op(written.op));
    }
    CHECK_FALSE(store.log.at(51));
    CHECK_FALSE(store.log.line_at(-1));
    CHECK_FALSE(store.log.find(OpId{}));
  }

  TEST_CASE_FIXTURE(LogFixture,
                    "a line from elsewhere is taken in once and raises the stamp of the next op") {
    std::mt19937_64 random(33);
    Transaction transaction(store.database);
    Stamp last = store.log.last_stamp();
    for (int i = 0; i < 300; ++i) {
      const Op op = test::random_op(random);
      const std::string line = write_op(op);
      const auto first = store.log.receive(line, std::nullopt);
      const auto again = store.log.receive(line, now);
      REQUIRE(first);
      REQUIRE(*first);
      REQUIRE(again);
      CHECK_FALSE(*again);
      CHECK((*first)->id == op_id(line));
      CHECK(store.log.line_at((*first)->position) == line);
      last = std::max(last, op.envelope.stamp);
      CHECK(store.log.last_stamp() == last);
    }
    CHECK(store.log.append(VoidOp{}, now).op.envelope.stamp > last);
    CHECK(store.log.size() == 301);
    for (const std::string& wrong : {std::string("{}"), std::string(), std::string(kLongestOpLine + 1, ' ')})
      CHECK_FALSE(store.log.receive(wrong, std::nullopt));
    CHECK(store.log.size() == 301);
  }

  TEST_CASE_FIXTURE(
      LogFixture,
      "ops about cards that stand are visited in the order of the fold whatever order they came in") {
    using Visited = std::tuple<std::int64_t, Stamp, std::uint64_t, OpId, std::string>;
    std::mt19937_64 random(34);
    std::vector<Visited> expected;
    {
      Transaction transaction(store.database);
      for (int i = 0; i < 800; ++i) {
        Op op = random() % 2 == 0 ? test::random_review(random) : test::random_op(random);
        op.envelope.device = random() % 2;  // cloned: the same stamps under one name
        op.envelope.stamp = {static_cast<std::int64_t>(random() % 20),
                             static_cast<std::uint32_t>(random() % 2)};
        const Instant admitted{milliseconds{static_cast<std::int64_t>(random() % 20)}};
        const auto taken =
            store.log.receive(write_op(op), random() % 2 == 0 ? std::optional(admitted) : std::nullopt);
        REQUIRE(taken);
        const StoredOp& stored = **taken;
        if (random() % 10 == 0)
          store.log.append(VoidOp{stored.id}, now);
        else if (Memory::is_made_from(op))
          expected.emplace_back(stored.effective_ms, op.envelope.stamp, op.envelope.device, stored.id,
                                write_op(stored.op));
      }
      transaction.commit();
    }
    std::sort(expected.begin(), expected.end());
    std::vector<Visited> visited;
    store.log.for_each_about_cards([&](const StoredOp& stored) {
      const Envelope& envelope = stored.op.envelope;
      visited.emplace_back(stored.effective_ms, envelope.stamp, envelope.device,
                           store.log.at(stored.position)->id, write_op(stored.op));
    });
    CHECK(visited.size() > 400);
    CHECK(visited == expected);
  }

  TEST_CASE_FIXTURE(LogFixture, "ops about cards that came in their order are visited in it") {
    std::mt19937_64 random(37);
    std::vector<std::string> sent;
    {
      Transaction transaction(store.database);
      for (int i = 0; i < 200; ++i) {
        Op op = random() % 3 == 0 ? test::random_op(random) : test::random_review(random);
        op.envelope.stamp = {i / 2, static_cast<std::uint32_t>(i % 2)};
        const auto taken = store.log.receive(write_op(op), std::nullopt);
        REQUIRE(taken);
        if (i % 7 == 0)
          store.log.append(VoidOp{(*taken)->id}, now);
        else if (Memory::is_made_from(op))
          sent.push_back(write_op((*taken)->op));
      }
      transaction.commit();
    }
    std::vector<std::string> visited;
    store.log.for_each_about_cards([&](const StoredOp& stored) { visited.push_back(write_op(stored.op)); });
    CHECK(visited.size() > 100);
    CHECK(visited == sent);
  }

  TEST_CASE_FIXTURE(LogFixture, "a name made in a transaction that was not committed is not used again") {
    std::mt19937_64 random(35);
    std::vector<std::string> kept;
    for (int i = 0; i < 40; ++i) {
      const std::string line = write_op(test::random_review(random));
      Transaction transaction(store.database);
      REQUIRE(store.log.receive(line, std::nullopt));
      if (random() % 2 == 0) continue;
      transaction.commit();
      kept.push_back(line);
    }
    CHECK(test::lines(store.log) == kept);
  }

  TEST_CASE_FIXTURE(LogFixture, "a review of five points takes at most 120 bytes of the disk") {
    constexpr std::size_t kQuestions = 200, kAnswers = 50;
    std::mt19937_64 random(36);
    std::vector<ReviewOp> reviews(kQuestions);
    for (ReviewOp& review : reviews) {
      review.card = test::random_id<CardId>(random);
      for (int i = 0; i < 5; ++i)
        review.points.emplace_back(test::random_id<PointId>(random), PointResult::kRecalled);
      review.scheduler = "sm2";
      review.utc_offset = std::chrono::minutes{480};
      review.spent = milliseconds{45'678};
    }
    const auto pages = [&] { return std::stoul(test::rows(store.database, "PRAGMA page_count").front()); };
    const std::size_t before = pages();
    std::size_t line_bytes = 0;
    Transaction transaction(store.database);
    for (std::size_t i = 0; i < kQuestions * kAnswers; ++i) {
      now += std::chrono::seconds{50};
      line_bytes += write_op(store.log.append(reviews[random() % kQuestions], now).op).size();
    }
    transaction.commit();
    CHECK(line_bytes > 350 * kQuestions * kAnswers);
    CHECK((pages() - before) * 4096 <= 120 * kQuestions * kAnswers);
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
