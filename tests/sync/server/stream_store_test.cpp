#include "sync/server/store/stream_store.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "core/base/store_error.h"
#include "core/store/op.h"
#include "sync/server/store/account_rows.h"
#include "sync/server/store/session_rows.h"
#include "tests/scratch.h"
#include "tests/sync/server/store_under_test.h"

namespace rehearse::sync {
namespace {

constexpr std::int64_t kRoom = 1 << 20;
constexpr Sender kSender{1, 10};
constexpr int kDevices = 10;  // sessions 1 to 10

Instant at(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }

std::vector<PushedOp> ops(std::initializer_list<const char*> lines) {
  std::vector<PushedOp> result;
  for (const char* line : lines) result.push_back({op_id(line), line});
  return result;
}

struct OpenData {
  test::Scratch scratch;
  ServerData data{test::new_place(scratch / "server.sqlite")};
  Commits& writer = data.commits();
  StreamStore& store = data.streams();
};

/// A sender that is signed in on whatever device, for the streams of any scope.
struct Store : OpenData {
  Store() {
    writer.run([](ServerDatabase& database) {
      const std::int64_t account = add_account(database, {0, "anna", "hash", Role::kMember, at(0), 0, 0});
      REQUIRE(account == kSender.account);
      for (int i = 0; i < kDevices; ++i) {
        SecretHash token{};
        token[0] = static_cast<unsigned char>(i);
        add_session(database, {0, account, "device", at(0), 0}, token);
      }
    });
  }
};

StreamCursor cursor_behind(const StreamPage& page) {
  StreamCursor cursor;
  for (const KeptOp& op : page.ops) cursor = behind(cursor, op.id, op.admitted, author_name(op.author));
  return cursor;
}

}  // namespace

TEST_SUITE("sync/server/store") {
  TEST_CASE_FIXTURE(Store, "a stream is read in the order in which it was written and nothing stands twice") {
    CHECK(store.push(1, kSender, ops({"a", "b"}), at(100), kRoom).accepted == 2);
    CHECK(store.push(1, kSender, ops({"b", "c", "c"}), at(200), kRoom).accepted == 3);
    const auto page = store.read(1, {}, 100, kRoom);
    REQUIRE(page);
    REQUIRE(page->ops.size() == 3);
    CHECK(page->head == 3);
    CHECK(page->ops[2].line == "c");
    CHECK(page->ops[0].admitted == at(100));
    CHECK(page->ops[1].admitted == at(100));
    CHECK(page->ops[2].admitted == at(200));
    CHECK(page->ops[2].pushed_by == 10);
    const auto none = store.read(1, cursor_behind(*page), 100, kRoom);
    REQUIRE(none);
    CHECK(none->ops.empty());
  }

  TEST_CASE_FIXTURE(Store, "admissions rise from batch to batch whatever the clock does") {
    store.push(1, kSender, ops({"a"}), at(1000), kRoom);
    store.push(1, kSender, ops({"b"}), at(1000), kRoom);
    store.push(1, kSender, ops({"c"}), at(5), kRoom);
    store.push(1, kSender, ops({"d"}), at(2000), kRoom);
    const auto page = store.read(1, {}, 100, kRoom);
    REQUIRE(page->ops.size() == 4);
    CHECK(page->ops[1].admitted == at(1001));
    CHECK(page->ops[2].admitted == at(1002));
    CHECK(page->ops[3].admitted == at(2000));
  }

  TEST_CASE_FIXTURE(Store, "a cursor that the stream does not have is known for it") {
    store.push(1, kSender, ops({"a", "b"}), at(1), kRoom);
    const StreamCursor end = cursor_behind(*store.read(1, {}, 100, kRoom));
    CHECK(store.read(1, end, 100, kRoom));
    CHECK_FALSE(store.read(1, {end.n, end.chain ^ 1}, 100, kRoom));
    CHECK_FALSE(store.read(1, {end.n + 1, end.chain}, 100, kRoom));
    CHECK_FALSE(store.read(2, end, 100, kRoom));
    CHECK(store.read(2, {}, 100, kRoom)->ops.empty());
  }

  TEST_CASE_FIXTURE(Store, "a page ends at its bounds and has one op at least") {
    store.push(1, kSender, ops({"aaaa", "bbbb", "cccc"}), at(1), kRoom);
    CHECK(store.read(1, {}, 2, kRoom)->ops.size() == 2);
    CHECK(store.read(1, {}, 100, 8)->ops.size() == 2);
    CHECK(store.read(1, {}, 100, 1)->ops.size() == 1);
    CHECK(store.read(1, {}, 100, 1)->head == 3);
  }

  TEST_CASE_FIXTURE(Store, "what a scope has no room for is left out and the rest is kept") {
    const PushReport report = store.push(1, kSender, ops({"aaaa", "bbbb", "cccc"}), at(1), 8);
    CHECK(report.accepted == 2);
    CHECK(report.is_over_quota);
    CHECK(store.read(1, {}, 100, kRoom)->head == 2);
    CHECK(store.push(2, kSender, ops({"cccc"}), at(1), 8).accepted == 1);
  }

  TEST_CASE_FIXTURE(Store, "many threads write into one stream and every op is in it once in one chain") {
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 50; ++i) {
          const std::string own = std::to_string(t) + " " + std::to_string(i),
                            shared = "shared " + std::to_string(i);
          store.push(1, {1, t + 1}, {{op_id(own), own}, {op_id(shared), shared}}, at(i), kRoom);
        }
      });
    for (std::thread& thread : threads) thread.join();
    const auto page = store.read(1, {}, 10'000, kRoom);
    CHECK(page->ops.size() == 450);
    CHECK(store.read(1, cursor_behind(*page), 1, kRoom));
  }

  TEST_CASE_FIXTURE(Store,
                    "those who are the first to push into a stream at the same moment make one stream") {
    std::atomic<int> failed{0};
    for (ScopeId scope = 100; scope < 140; ++scope) {
      std::vector<std::thread> threads;
      for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
          const std::string line = std::to_string(t);
          try {
            store.push(scope, {1, t + 1}, {{op_id(line), line}}, at(1), kRoom);
          } catch (const StoreError&) {
            ++failed;
          }
        });
      for (std::thread& thread : threads) thread.join();
      const auto page = store.read(scope, {}, 100, kRoom);
      REQUIRE(page);
      CHECK(page->ops.size() == 8);
      CHECK(page->head == 8);
    }
    CHECK(failed == 0);
  }

  TEST_CASE_FIXTURE(Store, "ops of a session that is no more are not taken in") {
    writer.run([](ServerDatabase& database) { delete_session(database, kSender.account, kSender.session); });
    CHECK_THROWS_AS(store.push(1, kSender, ops({"a"}), at(1), kRoom), SenderGone);
    CHECK(store.read(1, {}, 100, kRoom)->head == 0);
    CHECK(store.end(1) == StreamCursor());
  }

  TEST_CASE_FIXTURE(Store, "work that fails fails alone") {
    std::vector<std::thread> threads;
    std::atomic<int> failed{0};
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([&, t] {
        try {
          if (t % 2 == 0)
            writer.run([](ServerDatabase&) { throw StoreError(Words("no")); });
          else
            store.push(1, {1, t + 1}, {{op_id(std::to_string(t)), std::to_string(t)}}, at(1), kRoom);
        } catch (const StoreError&) {
          ++failed;
        }
      });
    for (std::thread& thread : threads) thread.join();
    CHECK(failed == 4);
    CHECK(store.read(1, {}, 100, kRoom)->head == 4);
  }
}

}  // namespace rehearse::sync
