// A day of a learner with two devices, as the server sees it: what a thousand of them ask for is a thousand
// times that.
#include "tests/bench/sync/bench_client.h"
#include "tests/bench/sync/bench_server.h"
#include "tests/bench/sync/cards.h"
#include "tests/bench/sync/sync_bench.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kCards = 2'000, kAnswers = 50, kSyncs = 6;
constexpr int kDays = 30;
constexpr double kKilobytesOfMegabyte = 1024;

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
          std::chrono::hours{8}};
}

}  // namespace

std::vector<Figure> measure_day() {
  const test::Scratch scratch;
  BenchServer server(1);
  BenchClient phone(scratch / "phone", server, 0), laptop(scratch / "laptop", server, 0);
  phone.library().import_document(vocabulary(kCards), now());
  phone.sync();
  laptop.sync();
  const DueToday due = phone.library().due(now(), StudyChoice{});
  std::vector<DueCard> cards = due.cards;
  cards.insert(cards.end(), due.beyond.begin(), due.beyond.end());
  const double processor_before = server.use().processor_seconds;
  double sent = 0, received = 0, requests = 0;
  std::size_t next = 0;
  const auto count = [&](const SyncCost& cost) {
    sent += cost.sent_mb * kKilobytesOfMegabyte;
    received += cost.received_mb * kKilobytesOfMegabyte;
    requests += static_cast<double>(cost.counts.requests);
  };
  for (int day = 0; day < kDays; ++day)
    for (std::size_t sync = 0; sync < kSyncs; ++sync) {
      // Answers on one, which syncs five times; at the end of the day the other gets them.
      const bool is_phone = sync + 1 < kSyncs;
      for (std::size_t i = 0; is_phone && i < kAnswers / (kSyncs - 1); ++i, ++next)
        phone.library().grade(
            {cards.at(next % cards.size()).id, Quality::kGood, Quality::kGood, {}, std::chrono::seconds{9}},
            now());
      count((is_phone ? phone : laptop).sync());
    }
  const double processor_ms = (server.use().processor_seconds - processor_before) * 1'000;
  return {
      {"requests of a learner's day: 50 answers, 6 syncs", requests / kDays, 2 * kSyncs, "two for each sync",
       ""},
      {"sent in it", sent / kDays, 10, "for comparison", "KB"},
      {"received in it", received / kDays, 20, "for comparison", "KB"},
      {"processor time of the server in it", processor_ms / kDays, 20, "for comparison"},
  };
}

}  // namespace rehearse::bench
