// Pushes into PostgreSQL beside a loop that inserts the same rows and does nothing else.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include "core/store/op.h"
#include "sync/server/store/postgres/postgres_ops.h"
#include "sync/server/store/postgres/postgres_transaction.h"
#include "tests/bench/sync/bench_store.h"
#include "tests/bench/sync/reviews.h"
#include "tests/bench/sync/sync_bench.h"

namespace rehearse::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kOpsAtOnce = 50, kMostThreads = 16;
constexpr std::chrono::seconds kWarmUp{1}, kMeasured{3};
constexpr std::int64_t kRoom = std::int64_t{1} << 40;
constexpr double kWanted = 500;  // a second
constexpr Instant kNow{std::chrono::milliseconds{1'796'000'000'000}};

// The same columns and indexes, and the row that each push writes as well.
constexpr const char* kBareTables =
    "CREATE TABLE bare_op (LIKE op INCLUDING ALL); CREATE TABLE bare_head (LIKE scope INCLUDING ALL)";
constexpr const char* kBareRows =
    "INSERT INTO bare_op (scope_id, n, op_id, device, counter, chain, admitted_ms, author, pushed_by, line)"
    " SELECT ?1, a.n, a.op_id, a.device, a.n, a.device, ?2, ?1, ?1, a.line"
    " FROM unnest(?3, ?4, ?5, ?6) AS a (n, op_id, device, line)";
constexpr const char* kBareHead =
    "INSERT INTO bare_head (scope_id, n, chain, admitted_ms, bytes) VALUES (?1, ?2, 0, ?3, 0)"
    " ON CONFLICT (scope_id) DO UPDATE SET n = ?2, admitted_ms = ?3";

/// Calls of `work` in a second, by so many threads; it gets the thread's number.
double per_second(std::size_t threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::int64_t> done{0};
  std::atomic<bool> is_over{false};
  std::vector<std::thread> running;
  for (std::size_t i = 0; i < threads; ++i)
    running.emplace_back([&, i] {
      for (; !is_over; ++done) work(i);
    });
  std::this_thread::sleep_for(kWarmUp);
  const std::int64_t before = done;
  const auto begin = Clock::now();
  std::this_thread::sleep_for(kMeasured);
  const double rate =
      static_cast<double>(done - before) / std::chrono::duration<double>(Clock::now() - begin).count();
  is_over = true;
  for (std::thread& thread : running) thread.join();
  return rate;
}

class BareLoop {
 public:
  BareLoop(const sync::PostgresAddress& address, std::size_t number)
      : connection_(address), reviews_(1'000 + number), scope_(static_cast<std::int64_t>(number)) {}

  void insert() {
    std::vector<std::int64_t> n, device;
    std::vector<Blob> id, line;
    const std::vector<sync::PushedOp> ops = reviews_.next(kOpsAtOnce);
    for (const sync::PushedOp& op : ops) {
      n.push_back(++n_);
      device.push_back(static_cast<std::int64_t>(op.device));
      id.push_back(sync::blob_of(op.id));
      line.push_back({op.line});
    }
    sync::PostgresTransaction transaction(connection_, sync::Isolation::kReadCommitted);
    sync::PostgresQuery(connection_, kBareRows).bind(scope_, n_, n, id, device, line).hold();
    sync::PostgresQuery(connection_, kBareHead).bind(scope_, n_, n_).hold();
    transaction.commit();
  }

 private:
  sync::PostgresConnection connection_;
  Reviews reviews_;
  std::int64_t scope_, n_ = 0;
};

double for_a_thousand(double rate) { return 1'000'000 / rate; }

}  // namespace

std::vector<Figure> measure_postgres() {
  std::vector<Figure> figures;
  if (!BenchStore::is_there(StoreKind::kPostgres)) return figures;
  BenchStore store(StoreKind::kPostgres, kMostThreads);
  sync::PostgresConnection(*store.place().database).execute(kBareTables);
  std::vector<std::unique_ptr<BareLoop>> loops;
  std::vector<Reviews> devices;
  for (std::size_t i = 0; i < kMostThreads; ++i) {
    loops.push_back(std::make_unique<BareLoop>(*store.place().database, i));
    devices.emplace_back(i);
  }
  for (const std::size_t threads : {1, 4, 8, 16}) {
    const double bare = per_second(threads, [&](std::size_t i) { loops[i]->insert(); });
    const double pushes = per_second(threads, [&](std::size_t i) {
      const sync::Sender& sender = store.senders()[i];
      store.data().streams().push(sender.account, sender, devices[i].next(kOpsAtOnce), kNow, kRoom);
    });
    const std::string of = std::to_string(threads) + (threads == 1 ? " thread" : " threads");
    figures.push_back({"1,000 bare commits of 50 rows, " + of, for_a_thousand(bare), 2'000, "to compare with",
                       "ms", Role::kContext});
    figures.push_back({"1,000 pushes of 50 ops, PostgreSQL, " + of, for_a_thousand(pushes),
                       for_a_thousand(std::min(kWanted, bare / 2)), "500 a second; half of the bare ones"});
  }
  return figures;
}

}  // namespace rehearse::bench
