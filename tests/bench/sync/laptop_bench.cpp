// A device that is new: a million answers come in, and somebody studies meanwhile.
#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "tests/bench/sync/bench_client.h"
#include "tests/bench/sync/bench_server.h"
#include "tests/bench/sync/cards.h"
#include "tests/bench/sync/sync_bench.h"
#include "tests/bench/sync/written_answers.h"
#include "tests/library_fixture.h"

namespace rehearse::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kCards = 20'000;

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
          std::chrono::hours{8}};
}

/// Somebody who opens the library beside the sync as soon as there is something in it, and answers a card now
/// and then, as the window does.
class LearnerMeanwhile {
 public:
  explicit LearnerMeanwhile(const std::filesystem::path& folder)
      : thread_([this, folder] { study(folder); }) {}
  ~LearnerMeanwhile() { stop(); }
  LearnerMeanwhile(const LearnerMeanwhile&) = delete;
  LearnerMeanwhile& operator=(const LearnerMeanwhile&) = delete;

  void stop() {
    is_over_ = true;
    if (thread_.joinable()) thread_.join();
  }
  /// From the begin to the first card that was shown.
  double first_card_ms() const { return first_card_ms_; }
  /// How long each answer took to be on disk, ascending.
  std::vector<double> answers_ms() {
    std::sort(answers_ms_.begin(), answers_ms_.end());
    return answers_ms_;
  }

 private:
  void study(const std::filesystem::path& folder) {
    constexpr std::chrono::milliseconds kLook{20}, kThinking{200};
    const auto begin = Clock::now();
    Library library(folder, test::counting_random(1'000'000));
    DueToday due;
    std::size_t next = 0;
    while (!is_over_) {
      if (next >= due.cards.size()) due = library.due(now()), next = 0;
      const auto card = next < due.cards.size() ? library.card(due.cards[next].id) : std::nullopt;
      ++next;
      if (!card) {
        std::this_thread::sleep_for(kLook);
        continue;
      }
      if (answers_ms_.empty())
        first_card_ms_ = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
      answers_ms_.push_back(median_ms(1, [&] {
        library.grade({card->id, Quality::kGood, Quality::kGood, {}, std::chrono::seconds{9}}, now());
      }));
      std::this_thread::sleep_for(kThinking);
    }
  }

  std::atomic<bool> is_over_{false};
  double first_card_ms_ = 0;
  std::vector<double> answers_ms_;
  std::thread thread_;
};

}  // namespace

std::vector<Figure> measure_laptop(std::size_t answers) {
  const test::Scratch scratch;
  BenchServer server(1);
  const Document deck = vocabulary(kCards);
  BenchClient old(scratch / "old", server, 0);
  old.library().import_document(deck, {now().at - std::chrono::days{4 * 365}, std::chrono::hours{8}});
  write_answers(old.folder(), deck, answers, now().at);
  const SyncCost up = old.sync();
  SyncCost quiet, studied;
  {
    BenchClient laptop(scratch / "quiet", server, 0);
    quiet = laptop.sync();
  }
  BenchClient laptop(scratch / "studied", server, 0);
  LearnerMeanwhile learner(laptop.folder());
  studied = laptop.sync();
  learner.stop();
  const std::vector<double> given = learner.answers_ms();
  if (given.empty()) throw std::runtime_error("nobody could study while the answers came");
  return {
      {std::to_string(answers) + " answers up", up.all_ms, 60'000, "for comparison"},
      {std::to_string(answers) + " answers down to a new device", quiet.all_ms, 25'000, "the plan's limit"},
      {"of them down: the client's merge", quiet.merge_ms, 25'000, "the plan's limit for all"},
      {"of them down: the client's processor", quiet.own_ms, 25'000, "the plan's limit for all"},
      {"received for them", quiet.received_mb, 60, "for comparison", "MiB"},
      {"them down while somebody studies on it", studied.all_ms, 25'000, "the plan's limit"},
      {"of that: the client's processor", studied.own_ms, 25'000, "the plan's limit for all"},
      {"the first card is there", learner.first_card_ms(), 1'000, "the plan's limit"},
      {"an answer meanwhile, p50", given[given.size() / 2], 100, "felt as at once"},
      {"an answer meanwhile, the longest", given.back(), 500, "felt as a pause"},
      {"answers given meanwhile", 1, static_cast<double>(given.size()), "one at least", ""},
  };
}

}  // namespace rehearse::bench
