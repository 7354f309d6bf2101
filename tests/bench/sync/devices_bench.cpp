// What a learner waits for: the first sync of a library, one after an evening, one with nothing new.
#include <algorithm>
#include <vector>

#include "tests/bench/sync/bench_client.h"
#include "tests/bench/sync/bench_server.h"
#include "tests/bench/sync/cards.h"
#include "tests/bench/sync/sync_bench.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kCards = 20'000, kAnswers = 5'000, kEvening = 100;

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
          std::chrono::hours{8}};
}

/// Answers new questions, one after the other.
class Learner {
 public:
  explicit Learner(Library& library) : library_(library) {
    StudyChoice everything;
    const DueToday due = library.due(now(), everything);
    cards_ = due.cards;
    cards_.insert(cards_.end(), due.beyond.begin(), due.beyond.end());
  }

  void answer(std::size_t count) {
    for (; count > 0; --count, ++next_)
      library_.grade(
          {cards_.at(next_ % cards_.size()).id, Quality::kGood, Quality::kGood, {}, std::chrono::seconds{9}},
          now());
  }

 private:
  Library& library_;
  std::vector<DueCard> cards_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Figure> measure_devices() {
  constexpr int kAccounts = 3;
  BenchServer server(kAccounts);
  std::vector<double> first, merge;
  double sent_mb = 0, first_down = 0, down_merge = 0;
  std::vector<Figure> figures;
  for (std::size_t run = 0; run < kAccounts; ++run) {
    const test::Scratch scratch;
    BenchClient client(scratch / "first", server, run);
    client.library().import_document(vocabulary(kCards), now());
    Learner learner(client.library());
    learner.answer(kAnswers);
    const SyncCost cost = client.sync();
    first.push_back(cost.all_ms - cost.merge_ms);
    merge.push_back(cost.merge_ms);
    sent_mb = cost.sent_mb;
    if (run + 1 < kAccounts) continue;
    std::vector<double> evenings, nothing;
    double requests = 0;
    constexpr int kTimes = 9;
    for (int i = 0; i < kTimes; ++i) {
      learner.answer(kEvening);
      const SyncCost evening = client.sync();
      requests = std::max(requests, static_cast<double>(evening.counts.requests));
      evenings.push_back(evening.all_ms);
      nothing.push_back(client.sync().all_ms);
    }
    BenchClient second(scratch / "second", server, run);
    const SyncCost down = second.sync();
    first_down = down.all_ms - down.merge_ms;
    down_merge = down.merge_ms;
    std::sort(evenings.begin(), evenings.end());
    std::sort(nothing.begin(), nothing.end());
    std::sort(first.begin(), first.end());
    std::sort(merge.begin(), merge.end());
    figures = {
        {"first sync: 20,000 cards and 5,000 answers up", first[kAccounts / 2], 400, "the plan's limit"},
        {"the client's own merge, beside the first sync", merge[kAccounts / 2], 2'000, "for comparison"},
        {"sent for the first sync", sent_mb, 4, "the plan's limit", "MiB"},
        {"100 answers up", evenings[kTimes / 2], 50, "the plan's limit"},
        {"requests for 100 answers up", requests, 1, "the plan's limit", ""},
        {"nothing new", nothing[kTimes / 2], 10, "the plan's limit"},
        {"all of it down to an empty device", first_down, 400, "as the first sync up"},
        {"the client's own merge, beside all of it down", down_merge, 5'000, "for comparison"},
    };
  }
  return figures;
}

}  // namespace rehearse::bench
