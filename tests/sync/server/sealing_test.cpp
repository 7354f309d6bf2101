// Old ops in segments: nobody who reads or writes can tell.
#include "sync/server/store/sealing.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "core/base/store_error.h"
#include "core/store/op.h"
#include "sync/protocol/body.h"
#include "sync/server/store/account_rows.h"
#include "sync/server/store/group_rows.h"
#include "sync/server/store/sealer.h"
#include "sync/server/store/segment_rows.h"
#include "sync/server/store/server_copy.h"
#include "sync/server/store/session_rows.h"
#include "sync/server/store/stream_rows.h"
#include "tests/laws.h"
#include "tests/scratch.h"
#include "tests/sync/server/store_under_test.h"

namespace rehearse::sync {

bool operator==(const KeptOp& a, const KeptOp& b) {
  return a.n == b.n && a.id == b.id && a.admitted == b.admitted && a.author == b.author &&
         a.pushed_by == b.pushed_by && a.line == b.line;
}

namespace {

constexpr std::int64_t kRoom = std::int64_t{1} << 30;
constexpr std::size_t kAll = 100'000;
constexpr Instant kStart{std::chrono::milliseconds{1'800'000'000'000}};
constexpr std::chrono::days kAtOnce{0};
constexpr int kHistories = 150;  // each has a store of its own

struct Line {
  std::string text;
  std::uint64_t device = 0, counter = 0;
};

/// Two accounts of one device each.
struct Store {
  explicit Store(sync::DataPlace where) : place(std::move(where)) {
    data.commits().run([&](ServerDatabase& database) {
      for (Sender* sender : {&anna, &bert}) {
        const std::string name = sender == &anna ? "anna" : "bert";
        SecretHash token{};
        token[0] = static_cast<unsigned char>(name.front());
        sender->account = add_account(database, {0, name, "hash", Role::kMember, kStart, 0, 0});
        sender->session = add_session(database, {0, sender->account, "laptop", kStart, 0}, token);
      }
    });
  }

  PushReport push(const Sender& sender, const std::vector<Line>& lines, Instant at, ScopeId scope = 0) {
    std::vector<PushedOp> ops;
    for (const Line& line : lines) ops.push_back({op_id(line.text), line.text, line.device, line.counter});
    return data.streams().push(scope == 0 ? sender.account : scope, sender, ops, at, kRoom);
  }
  /// `count` ops of a device, in batches.
  void push_many(int count, Instant at, std::uint64_t device = 7, int batch = 130) {
    for (int i = 0; i < count; i += batch) {
      std::vector<Line> lines;
      for (int k = i; k < std::min(count, i + batch); ++k)
        lines.push_back({"op " + std::to_string(device) + " " + std::to_string(k), device,
                         static_cast<std::uint64_t>(k)});
      push(anna, lines, at + std::chrono::seconds{i});
    }
  }
  SealedCounts seal(Instant now, std::chrono::days age = kAtOnce) {
    SealingPass pass(data.source(), data.commits(), now, age);
    while (pass.step()) {
    }
    for (const Words& fault : pass.faults()) FAIL_CHECK(fault.english);
    return pass.counts();
  }
  std::vector<KeptOp> read(const StreamCursor& from = {}, std::size_t most = kAll) {
    const auto page = data.streams().read(anna.account, from, most, kRoom);
    REQUIRE(page);
    return page->ops;
  }
  std::int64_t count(const char* sql) {
    std::int64_t rows = 0;
    data.commits().run([&](ServerDatabase& database) {
      Statement row = database.query(sql);
      row.step();
      rows = row.integer(0);
    });
    return rows;
  }
  void change(const char* sql) {
    data.commits().run([&](ServerDatabase& database) { database.query(sql).run(); });
  }
  std::string first_fault() {
    const ServerCheck checked = test::check(place);
    return checked.faults.empty() ? "" : checked.faults.front().english;
  }

  DataPlace place;
  ServerData data{place};
  Sender anna, bert;
};

struct TestedData {
  test::Scratch scratch;
  Store store{test::new_place(scratch / "server.sqlite")};
};

constexpr const char* kRows = "SELECT count(*) FROM op";
constexpr const char* kSegments = "SELECT count(*) FROM segment";
constexpr const char* kDevices = "SELECT count(*) FROM segment_device";

std::vector<StreamCursor> cursors_of(const std::vector<KeptOp>& ops) {
  std::vector<StreamCursor> cursors{{}};
  for (const KeptOp& op : ops)
    cursors.push_back(behind(cursors.back(), op.id, op.admitted, author_name(op.author)));
  return cursors;
}

/// Work that fails at its end: all of it is taken back.
class FailingCommits : public Commits {
 public:
  explicit FailingCommits(Commits& commits) : commits_(commits) {}
  void run(const Work& work) override { run_behind_locks(work); }
  void run_behind_locks(const Work& work) override {
    commits_.run_behind_locks([&](ServerDatabase& database) {
      work(database);
      throw StoreError(Words("the power failed"));
    });
  }

 private:
  Commits& commits_;
};

}  // namespace

TEST_SUITE("sync/server/sealing") {
  TEST_CASE_FIXTURE(TestedData, "a stream that is sealed is read from every cursor as it was before") {
    store.push_many(2'300, kStart);
    const std::vector<KeptOp> before = store.read();
    const std::vector<StreamCursor> cursors = cursors_of(before);
    const SealedCounts sealed = store.seal(kStart + std::chrono::seconds{1'900});
    CHECK(sealed.streams == 1);
    CHECK(sealed.segments == 2);
    CHECK(sealed.ops == 1'950);
    CHECK(store.count(kRows) == 350);
    CHECK(store.read() == before);
    CHECK(store.data.streams().end(1) == cursors.back());
    for (std::size_t n = 0; n < cursors.size(); n += n % 1'000 < 998 ? 97 : 1) {
      const StreamCursor& at = cursors[n];
      const auto page = store.data.streams().read(1, at, 120, kRoom);
      REQUIRE(page);
      CHECK(page->head == 2'300);
      const std::size_t end = std::min<std::size_t>(n + 120, before.size());
      CHECK(page->ops == std::vector<KeptOp>(before.begin() + static_cast<std::ptrdiff_t>(n),
                                             before.begin() + static_cast<std::ptrdiff_t>(end)));
      CHECK_FALSE(store.data.streams().read(1, {at.n, at.chain ^ 1}, 1, kRoom));
      CHECK_FALSE(store.data.streams().read(2, {at.n + 1, at.chain}, 1, kRoom));
    }
    CHECK(test::check(store.place).faults.empty());
    CHECK(test::check(store.place).ops == 2'300);
  }

  TEST_CASE_FIXTURE(TestedData, "pages of a sealed stream end at their bounds") {
    store.push_many(1'200, kStart);
    const std::vector<KeptOp> before = store.read();
    store.seal(kStart + std::chrono::hours{1});
    CHECK(store.read({}, 1) == std::vector<KeptOp>{before[0]});
    CHECK(store.read({}, 1'001).size() == 1'001);
    std::size_t bytes = 0;
    for (int i = 0; i < 5; ++i) bytes += before[static_cast<std::size_t>(i)].line.size();
    CHECK(store.data.streams().read(1, {}, kAll, bytes)->ops.size() == 5);
    CHECK(store.data.streams().read(1, {}, kAll, bytes - 1)->ops.size() == 4);
    CHECK(store.data.streams().read(1, {}, kAll, 1)->ops.size() == 1);
    StreamCursor at;
    std::vector<KeptOp> read;
    for (std::vector<KeptOp> page = store.read(at, 170); !page.empty(); page = store.read(at, 170))
      for (KeptOp& op : page) {
        at = behind(at, op.id, op.admitted, author_name(op.author));
        read.push_back(std::move(op));
      }
    CHECK(read == before);
  }

  TEST_CASE_FIXTURE(TestedData, "ops that are sealed and pushed again are there already") {
    store.push_many(1'500, kStart);
    store.push_many(300, kStart + std::chrono::hours{1}, 8);
    store.seal(kStart + std::chrono::hours{2});
    CHECK(store.count(kRows) == 0);
    const StreamCursor end = store.data.streams().end(1);
    store.push_many(1'500, kStart + std::chrono::days{1}, 7, 400);
    store.push_many(300, kStart + std::chrono::days{1}, 8);
    CHECK(store.data.streams().end(1) == end);
    // Among them one that is new, under the numbers of one that is not.
    const PushReport report = store.push(
        store.anna, {{"op 7 12", 7, 12}, {"another", 7, 12}, {"op 7 13", 7, 13}, {"another", 7, 12}},
        kStart + std::chrono::days{1});
    CHECK(report.accepted == 4);
    REQUIRE(report.appended);
    REQUIRE(report.appended->ops.size() == 1);
    CHECK(report.appended->ops[0].line == "another");
    CHECK(store.data.streams().end(1).n == end.n + 1);
    // The same ops are new in another stream.
    CHECK(store.push(store.bert, {{"op 7 12", 7, 12}}, kStart).appended->ops.size() == 1);
    CHECK(test::check(store.place).faults.empty());
  }

  TEST_CASE_FIXTURE(TestedData, "a scope without room still knows the ops that it has sealed") {
    store.push_many(200, kStart);
    store.seal(kStart + std::chrono::hours{1});
    const std::string there = "op 7 5", other = "another";
    const PushReport report = store.data.streams().push(
        1, store.anna, {{op_id(there), there, 7, 5}, {op_id(other), other, 7, 900}}, kStart, 10);
    CHECK(report.accepted == 1);
    CHECK(report.is_over_quota);
  }

  TEST_CASE_FIXTURE(TestedData,
                    "ops wait until they are a month old and fill a segment or are two months old") {
    const std::chrono::days month{30};
    store.push_many(1'400, kStart);
    const Instant pushed = kStart + std::chrono::hours{1};
    CHECK(store.seal(kStart + month - std::chrono::hours{1}, month).ops == 0);
    CHECK(store.seal(pushed + month, month).ops == 1'000);
    CHECK(store.seal(pushed + month, month).ops == 0);
    CHECK(store.seal(pushed + 2 * month, month).ops == 400);
    CHECK(store.count(kRows) == 0);
  }

  TEST_CASE_FIXTURE(TestedData, "lines that are long make shorter segments") {
    std::vector<Line> lines;
    for (std::uint64_t i = 0; i < 40; ++i)
      lines.push_back({std::to_string(i) + std::string(60'000, 'x'), 7, i});
    store.push(store.anna, lines, kStart);
    const std::vector<KeptOp> before = store.read();
    const SealedCounts sealed = store.seal(kStart);
    CHECK(sealed.ops == 40);
    CHECK(sealed.segments == 3);  // of 17 lines and less: a megabyte
    CHECK(store.read() == before);
  }

  TEST_CASE_FIXTURE(TestedData, "a sealing that fails at its end leaves everything as it was") {
    store.push_many(1'100, kStart);
    const std::vector<KeptOp> before = store.read();
    FailingCommits failing(store.data.commits());
    SealingPass pass(store.data.source(), failing, kStart + std::chrono::hours{1}, kAtOnce);
    CHECK_FALSE(pass.step());
    REQUIRE(pass.faults().size() == 1);
    CHECK(pass.faults()[0].english == "the power failed");
    CHECK(pass.counts().ops == 0);
    CHECK(store.count(kSegments) == 0);
    CHECK(store.count(kDevices) == 0);
    CHECK(store.read() == before);
    CHECK(store.seal(kStart + std::chrono::hours{1}).ops == 1'100);
    CHECK(store.read() == before);
  }

  TEST_CASE_FIXTURE(TestedData, "many seal and push into one stream at once and it is one chain") {
    ServerData* data = &store.data;
    std::optional<ServerData> second;  // of a file there is one server
    if (store.place.database) second.emplace(store.place);
    std::atomic<int> pushing{4};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 120; ++i) {
          std::vector<PushedOp> ops;
          std::vector<std::string> lines;
          for (int k = 0; k < 5; ++k) lines.push_back("shared " + std::to_string(i * 5 + k));
          lines.push_back("own " + std::to_string(t) + " " + std::to_string(i));
          for (std::size_t k = 0; k < lines.size(); ++k)
            ops.push_back({op_id(lines[k]), lines[k], 7, static_cast<std::uint64_t>(i) * 5 + k});
          (second && t % 2 == 0 ? *second : *data).streams().push(1, store.anna, ops, kStart, kRoom);
        }
        --pushing;
      });
    for (int t = 0; t < 2; ++t)
      threads.emplace_back([&, t] {
        ServerData& own = second && t == 0 ? *second : *data;
        for (bool goes_on = true; goes_on;) {
          goes_on = pushing > 0;
          SealingPass pass(own.source(), own.commits(), kStart + std::chrono::hours{1}, kAtOnce);
          while (pass.step()) {
          }
        }
      });
    for (std::thread& thread : threads) thread.join();
    const ServerCheck checked = test::check(store.place);
    CHECK(checked.faults.empty());
    CHECK(checked.ops == 4 * 120 + 120 * 5);
    CHECK(store.count(kSegments) > 0);
  }

  TEST_CASE_FIXTURE(TestedData, "an account and a group that are deleted leave nothing that was sealed") {
    const ScopeId group = -5;
    store.data.commits().run([&](ServerDatabase& database) {
      add_group(database, {group, "cooks", kStart});
      add_member(database, group, {store.anna.account, "", GroupRole::kOwner, kStart});
    });
    store.push_many(2'100, kStart);
    store.push(store.anna, {{"of the group", 7, 1}}, kStart, group);
    store.push(store.bert, {{"of another", 9, 1}}, kStart);
    CHECK(store.seal(kStart + std::chrono::hours{1}).streams == 3);
    const auto delete_all = [&](auto work) {
      int rounds = 0;
      for (bool is_done = false; !is_done; ++rounds)
        store.data.commits().run([&](ServerDatabase& database) { is_done = work(database); });
      return rounds;
    };
    delete_all([&](ServerDatabase& database) {
      begin_group_deletion(database, group);
      return delete_group_rows(database, group, 500);
    });
    CHECK(store.count(kSegments) == 4);
    CHECK(delete_all([&](ServerDatabase& database) {
            begin_deletion(database, store.anna.account);
            return delete_rows(database, store.anna.account, 500);
          }) > 2);
    CHECK(store.count(kSegments) == 1);
    CHECK(store.count(kDevices) == 1);
    CHECK(store.count("SELECT count(*) FROM scope") == 1);
    CHECK(test::check(store.place).faults.empty());
  }

  TEST_CASE_FIXTURE(TestedData, "an account that is deleted while it is sealed leaves nothing") {
    store.push_many(6'000, kStart, 7, 1'000);
    std::atomic<bool> is_deleted{false};
    // A pass that has begun before does not know of it.
    SealingPass pass(store.data.source(), store.data.commits(), kStart + std::chrono::days{1}, kAtOnce);
    CHECK(pass.step());
    std::thread sealing([&] {
      while (!is_deleted) pass.step();
    });
    store.data.commits().run([&](ServerDatabase& database) { begin_deletion(database, store.anna.account); });
    for (bool is_done = false; !is_done;)
      store.data.commits().run(
          [&](ServerDatabase& database) { is_done = delete_rows(database, store.anna.account, 300); });
    is_deleted = true;
    sealing.join();
    for (const char* rows : {kRows, kSegments, kDevices, "SELECT count(*) FROM scope"})
      CHECK(store.count(rows) == 0);
    CHECK(test::check(store.place).faults.empty());
  }

  TEST_CASE_FIXTURE(TestedData, "a stream that is being deleted is not sealed") {
    store.push_many(200, kStart);
    store.data.commits().run([&](ServerDatabase& database) { begin_deletion(database, store.anna.account); });
    CHECK(store.seal(kStart + std::chrono::hours{1}).ops == 0);
  }

  TEST_CASE_FIXTURE(TestedData,
                    "damage in a segment is found by check and told to who reads and harms no other") {
    store.push_many(1'400, kStart);
    store.push(store.bert, {{"of another", 9, 1}}, kStart);
    store.seal(kStart + std::chrono::hours{1});
    const std::string bomb = pack_body(std::string(64 << 20, '\0'));
    std::string whole;
    store.data.commits().run([&](ServerDatabase& database) {
      Statement row = database.query("SELECT ops FROM segment WHERE scope_id = 1 AND last_n = 1000");
      REQUIRE(row.step());
      whole = row.text(0);
    });
    const auto put = [&](const std::string& bytes) {
      store.data.commits().run([&](ServerDatabase& database) {
        database.query("UPDATE segment SET ops = ?1 WHERE scope_id = 1 AND last_n = 1000")
            .bind(Blob{bytes})
            .run();
      });
    };
    std::string flipped = whole;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    const std::string other = pack_ops({{7, 1, 1, 1, 1, "another op"}});
    for (const std::string& bytes : {flipped, whole.substr(0, 100), bomb, std::string("x"), other}) {
      put(bytes);
      CHECK(store.first_fault() == "stream 1: the segment from op 1 is damaged");
      CHECK_THROWS_WITH_AS(store.data.streams().read(1, {}, 10, kRoom), doctest::Contains("is damaged"),
                           SegmentDamaged);
      CHECK_THROWS_AS(store.push(store.anna, {{"op 7 5", 7, 5}}, kStart), SegmentDamaged);
      // What is new has nothing to do with it, and neither have others.
      CHECK(store.push(store.anna, {{"new", 7, 5'000}}, kStart).accepted == 1);
      CHECK(store.data.streams().read(2, {}, 10, kRoom)->ops.at(0).line == "of another");
      CHECK(store.push(store.bert, {{"new", 9, 2}}, kStart).accepted == 1);
    }
    put(whole);
    CHECK(store.first_fault().empty());
  }

  TEST_CASE_FIXTURE(TestedData,
                    "rows of segments that are gone or changed or stand twice are found by check") {
    store.push_many(2'100, kStart);
    store.seal(kStart + std::chrono::hours{1});
    const std::vector<std::pair<const char*, std::string>> damages = {
        {"UPDATE segment_device SET low_counter = 500 WHERE last_n = 1000",
         "ops of the segment that ends with op 1000 would not be found"},
        {"DELETE FROM segment_device WHERE last_n = 2000",
         "ops of the segment that ends with op 1000 would not be found"},
        {"DELETE FROM segment WHERE last_n = 1000", "the segment from op 1001 does not follow"},
        {"UPDATE segment SET chain = chain + 1 WHERE last_n = 2000",
         "the segment from op 1001 does not follow"},
        {"DELETE FROM segment", "its end is not what its head says"},
    };
    for (const auto& [sql, fault] : damages) {
      store.change(sql);
      CHECK(store.first_fault() == "stream 1: " + fault);
    }
    CHECK(test::check(store.place).faults.back().english == "stream 1: a segment is missing");
  }

  TEST_CASE_FIXTURE(TestedData, "a row that stands in a segment as well is found by check") {
    store.push_many(10, kStart);
    store.seal(kStart + std::chrono::hours{1});
    store.data.commits().run([](ServerDatabase& database) {
      database
          .query(
              "INSERT INTO op (scope_id, n, op_id, device, counter, chain, admitted_ms, author, pushed_by,"
              " line) VALUES (1, 4, ?1, 0, 0, 0, 0, 0, 0, ?2)")
          .bind(op_id("op 7 3"), Blob{"op 7 3"})
          .run();
    });
    CHECK(store.first_fault() == "stream 1: op 4 stands there twice");
  }

  TEST_CASE_FIXTURE(TestedData, "rows that are not what they say are not sealed") {
    store.push_many(50, kStart);
    store.change("UPDATE op SET chain = chain + 1 WHERE n = 20");
    SealingPass pass(store.data.source(), store.data.commits(), kStart + std::chrono::hours{1}, kAtOnce);
    CHECK_FALSE(pass.step());
    REQUIRE(pass.faults().size() == 1);
    CHECK(pass.faults()[0].english.find("stream 1 is damaged and is not sealed") == 0);
    CHECK(store.count(kRows) == 50);
  }

  TEST_CASE_FIXTURE(TestedData, "while a server serves old ops are sealed without being asked") {
    store.push_many(1'100, kStart);
    const std::vector<KeptOp> before = store.read();
    SealingTimes times;
    times.age = kAtOnce;
    times.first = times.pause = times.rest = std::chrono::milliseconds{0};
    std::atomic<int> faults{0};
    {
      Sealer sealer(
          store.data.source(), store.data.commits(), [] { return kStart + std::chrono::hours{1}; },
          [&](const std::string&) { ++faults; }, times);
      while (store.count(kRows) > 0) std::this_thread::yield();
    }
    CHECK(faults == 0);
    CHECK(store.read() == before);
    CHECK(store.count(kSegments) == 2);
  }

  TEST_CASE_FIXTURE(TestedData, "a sealer that is told to end does not wait for its time") {
    const Sealer sealer(
        store.data.source(), store.data.commits(), [] { return kStart; }, [](const std::string&) {});
  }
}

TEST_SUITE("sync/server/sealing -- properties") {
  TEST_CASE("whatever is pushed and sealed and read the stream is the list of what was pushed first") {
    test::check_law(
        [] {
          const test::Scratch scratch;
          Store store(test::new_place(scratch / "server.sqlite"));
          std::vector<Line> model;
          std::vector<StreamCursor> cursors{{}};
          Instant now = kStart;
          const auto steps = *rc::gen::inRange(1, 25);
          for (int step = 0; step < steps; ++step) {
            now += std::chrono::hours{*rc::gen::inRange(0, 100)};
            switch (*rc::gen::inRange(0, 4)) {
              case 0: store.seal(now, std::chrono::days{*rc::gen::inRange(0, 4)}); break;
              case 1: {
                const auto n = *rc::gen::inRange<std::size_t>(0, cursors.size());
                const auto most = *rc::gen::inRange<std::size_t>(1, 200);
                const auto ops = store.read(cursors[n], most);
                RC_ASSERT(ops.size() == std::min(most, model.size() - n));
                for (std::size_t i = 0; i < ops.size(); ++i) {
                  RC_ASSERT(ops[i].line == model[n + i].text);
                  RC_ASSERT(ops[i].n == static_cast<std::int64_t>(n + i + 1));
                  RC_ASSERT(behind(cursors[n + i], ops[i].id, ops[i].admitted, author_name(ops[i].author)) ==
                            cursors[n + i + 1]);
                }
                break;
              }
              default: {
                // Few numbers, so that the same come again, from the same device and from a copy of it.
                std::vector<Line> lines;
                const auto count = *rc::gen::inRange(1, 120);
                const auto first = *rc::gen::inRange<std::uint64_t>(0, 300);
                const auto device = *rc::gen::inRange<std::uint64_t>(0, 3);
                const auto copy = *rc::gen::inRange(0, 2);
                for (int i = 0; i < count; ++i) {
                  const std::uint64_t counter = first + static_cast<std::uint64_t>(i);
                  lines.push_back(
                      {std::to_string(device) + "." + std::to_string(counter) + "." + std::to_string(copy),
                       device, counter});
                }
                const PushReport report = store.push(store.anna, lines, now);
                RC_ASSERT(report.accepted == lines.size());
                std::size_t added = 0;
                for (const Line& line : lines) {
                  const bool is_there = std::any_of(
                      model.begin(), model.end(), [&](const Line& other) { return other.text == line.text; });
                  if (is_there) continue;
                  const KeptOp& op = report.appended->ops.at(added++);
                  RC_ASSERT(op.line == line.text);
                  model.push_back(line);
                  cursors.push_back(behind(cursors.back(), op.id, op.admitted, author_name(op.author)));
                }
                RC_ASSERT(report.appended->ops.size() == added);
              }
            }
            RC_ASSERT(store.data.streams().end(1) == cursors.back());
          }
          RC_ASSERT(test::check(store.place).faults.empty());
          RC_ASSERT(test::check(store.place).ops == static_cast<std::int64_t>(model.size()));
        },
        kHistories);
  }
}

TEST_SUITE("sync/server/sealing on files") {
  TEST_CASE("a backup of sealed streams is whole and is restored") {
    const test::Scratch scratch;
    Store store({scratch / "server.sqlite", std::nullopt});
    store.push_many(1'300, kStart);
    const std::vector<KeptOp> before = store.read();
    store.seal(kStart + std::chrono::hours{1});
    CHECK(back_up_server(scratch / "server.sqlite", scratch / "copy").ops == 1'300);
    CHECK(restore_server(scratch / "copy", scratch / "other.sqlite").check.ops == 1'300);
    ServerData restored({scratch / "other.sqlite", std::nullopt});
    CHECK(restored.streams().read(1, {}, kAll, kRoom)->ops == before);
  }

  TEST_CASE("a file of the version before gets the tables and keeps what it has") {
    const test::Scratch scratch;
    const DataPlace place{scratch / "server.sqlite", std::nullopt};
    std::vector<KeptOp> before;
    {
      Store store(place);
      store.push_many(20, kStart);
      before = store.read();
    }
    {
      SQLite::Database old((scratch / "server.sqlite").string(), SQLite::OPEN_READWRITE);
      old.exec("DROP TABLE segment; DROP TABLE segment_device; PRAGMA user_version = 2");
    }
    ServerData data(place);
    CHECK(data.streams().read(1, {}, kAll, kRoom)->ops == before);
    SealingPass pass(data.source(), data.commits(), kStart + std::chrono::hours{1}, kAtOnce);
    CHECK(pass.step());
    CHECK(data.streams().read(1, {}, kAll, kRoom)->ops == before);
  }
}

}  // namespace rehearse::sync
