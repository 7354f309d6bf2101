// What old ops take as rows and sealed, and what it costs to read them.
#include <chrono>
#include <random>
#include <stdexcept>
#include <string>

#include "sync/server/store/sealing.h"
#include "sync/server/store/server_check.h"
#include "tests/bench/sync/bench_store.h"
#include "tests/bench/sync/reviews.h"
#include "tests/bench/sync/sync_bench.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kLearners = 10, kOpsOfEach = 20'000, kOpsAtOnce = 50, kPage = 5'000;
constexpr std::size_t kOps = kLearners * kOpsOfEach;
constexpr std::size_t kPageBytes = 6 << 20;
constexpr std::int64_t kRoom = std::int64_t{1} << 30;
constexpr int kRuns = 5;
constexpr Instant kNow{std::chrono::milliseconds{1'900'000'000'000}};

/// An evening each, in turn: as they come, and not one stream behind the other.
void push_all(BenchStore& store) {
  std::vector<Reviews> learners;
  for (std::size_t i = 0; i < kLearners; ++i) learners.emplace_back(i);
  for (std::size_t done = 0; done < kOpsOfEach; done += kOpsAtOnce)
    for (std::size_t i = 0; i < kLearners; ++i) {
      const sync::Sender& sender = store.senders()[i];
      store.data().streams().push(sender.account, sender, learners[i].next(kOpsAtOnce),
                                  kNow - std::chrono::days{90} + std::chrono::minutes{done}, kRoom);
    }
}

void read_all(BenchStore& store) {
  for (const sync::Sender& sender : store.senders()) {
    sync::StreamCursor cursor;
    for (;;) {
      const auto page = store.data().streams().read(sender.account, cursor, kPage, kPageBytes);
      if (!page) throw std::runtime_error("a cursor that is gone");
      for (const sync::KeptOp& op : page->ops)
        cursor = behind(cursor, op.id, op.admitted, sync::author_name(op.author));
      if (cursor.n == page->head) break;
    }
    if (cursor != store.data().streams().end(sender.account)) throw std::runtime_error("another stream");
  }
}

std::int64_t bytes_of_lines(BenchStore& store) {
  std::int64_t bytes = 0;
  store.data().commits().run([&](sync::ServerDatabase& database) {
    sync::Statement row = database.query("SELECT CAST(sum(bytes) AS BIGINT) FROM scope");
    row.step();
    bytes = row.integer(0);
  });
  return bytes;
}

void add_figures(StoreKind kind, std::vector<Figure>& figures) {
  if (!BenchStore::is_there(kind)) return;
  const bool is_file = kind == StoreKind::kFile;
  const std::string where = is_file ? ", file" : ", PostgreSQL";
  BenchStore store(kind, kLearners);
  const double empty = store.bytes();
  push_all(store);
  const double line = static_cast<double>(bytes_of_lines(store)) / kOps;
  const double rows = (store.bytes() - empty) / kOps;
  const double rows_ms = median_ms(kRuns, [&] { read_all(store); }) * 100'000 / kOps;
  sync::SealingPass pass(store.data().source(), store.data().commits(), kNow);
  const double sealing_ms = median_ms(1, [&] {
    while (pass.step()) {
    }
  });
  if (pass.counts().ops != kOps) throw std::runtime_error("not all was sealed");
  const double blobs = static_cast<double>(pass.counts().packed_bytes) / kOps;
  if (!is_file) sync::PostgresConnection(*store.place().database).execute("VACUUM FULL op");
  const double sealed = (store.bytes() - empty) / kOps;
  const double sealed_ms = median_ms(kRuns, [&] { read_all(store); }) * 100'000 / kOps;
  figures.push_back({"an op as a row" + where, rows, 3 * line, "three times its line", "B"});
  figures.push_back({"an op sealed" + where, sealed, rows / 5, "a fifth of its row", "B"});
  figures.push_back({"of it its part of a segment" + where, blobs, line / 4, "a quarter of its line", "B"});
  figures.push_back({"100,000 ops read as rows" + where, rows_ms, 1'000, "100,000 a second"});
  figures.push_back({"100,000 ops read sealed" + where, sealed_ms, 2 * rows_ms, "twice of rows"});
  const double check_ms = median_ms(1, [&] {
    const sync::DataPlace& place = store.place();
    const auto checked = place.database ? check_server(*place.database) : sync::check_server(place.file);
    if (!checked.faults.empty()) throw std::runtime_error(checked.faults.front().english);
  });
  figures.push_back(
      {"100,000 sealed ops checked" + where, check_ms * 100'000 / kOps, 2'000, "50,000 a second"});
  figures.push_back({"a segment of 1,000 ops sealed" + where,
                     sealing_ms / static_cast<double>(pass.counts().segments), 50,
                     "felt by nobody who waits"});
}

/// What a pass costs where there is nothing to do: as most streams are, most of the time.
void add_look_over(StoreKind kind, std::vector<Figure>& figures) {
  if (!BenchStore::is_there(kind)) return;
  constexpr const char* kHeads =
      "INSERT INTO scope (scope_id, n, chain, admitted_ms, bytes)"
      " WITH RECURSIVE stream (id) AS (SELECT 1000 UNION ALL SELECT id + 1 FROM stream WHERE id < 100999)"
      " SELECT id, 1, 0, ?1, 1 FROM stream";
  constexpr const char* kOfEach =
      "INSERT INTO op (scope_id, n, op_id, device, counter, chain, admitted_ms, author, pushed_by, line)"
      " SELECT scope_id, 1, ?1, 1, 1, 0, admitted_ms, 1, 1, ?1 FROM scope";
  BenchStore store(kind, 1);
  store.data().commits().run([](sync::ServerDatabase& database) {
    database.query(kHeads).bind(kNow.time_since_epoch().count()).run();
    database.query(kOfEach).bind(OpId{}).run();
  });
  const double ms = median_ms(1, [&] {
    if (sync::SealingPass(store.data().source(), store.data().commits(), kNow).step())
      throw std::runtime_error("there was something to seal");
  });
  const std::string where = kind == StoreKind::kFile ? ", file" : ", PostgreSQL";
  figures.push_back({"a look over 100,000 streams" + where, ms, 10'000, "ten seconds of six hours"});
}

/// A device whose numbers are chance, so that each segment may hold each of them.
std::vector<sync::PushedOp> scattered(Reviews& reviews, std::mt19937_64& random, std::size_t count) {
  std::vector<sync::PushedOp> ops = reviews.next(count);
  for (sync::PushedOp& op : ops) op.counter = random() >> 1;
  return ops;
}

void add_hostile_figures(std::vector<Figure>& figures) {
  constexpr std::size_t kSegments = 200, kMost = 5'000;
  BenchStore store(StoreKind::kFile, 2);
  std::mt19937_64 random(7);
  Reviews hostile(1), honest(2), again(2);
  const auto push = [&](std::size_t account, const std::vector<sync::PushedOp>& ops) {
    const sync::Sender& sender = store.senders()[account];
    return median_ms(1, [&] {
      store.data().streams().push(sender.account, sender, ops, kNow - std::chrono::days{90}, kRoom);
    });
  };
  for (std::size_t done = 0; done < kSegments * sync::kMostSegmentOps; done += kMost) {
    push(0, scattered(hostile, random, kMost));
    push(1, honest.next(kMost));
  }
  sync::SealingPass pass(store.data().source(), store.data().commits(), kNow);
  while (pass.step()) {
  }
  const double fresh = push(1, honest.next(kMost));
  const double twice = push(1, again.next(kMost));
  const double scattered_ms = push(0, scattered(hostile, random, kMost));
  figures.push_back({"5,000 new ops behind 200 segments", fresh, 500, "felt as at once"});
  figures.push_back({"5,000 ops that are sealed pushed again", twice, 500, "felt as at once"});
  figures.push_back(
      {"5,000 that each of 200 segments may hold", scattered_ms, 4 * fresh, "four times of new ones"});
}

}  // namespace

std::vector<Figure> measure_sealing() {
  std::vector<Figure> figures;
  add_figures(StoreKind::kFile, figures);
  add_look_over(StoreKind::kFile, figures);
  add_hostile_figures(figures);
  add_figures(StoreKind::kPostgres, figures);
  add_look_over(StoreKind::kPostgres, figures);
  return figures;
}

}  // namespace rehearse::bench
