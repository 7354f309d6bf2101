// A log of any length, up to a server and down to a new device.
#include "tests/bench/sync/bench_client.h"
#include "tests/bench/sync/bench_server.h"
#include "tests/bench/sync/cards.h"
#include "tests/bench/sync/sync_bench.h"
#include "tests/bench/sync/written_answers.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kAnswersOfCard = 50;
constexpr int kRuns = 9;

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
          std::chrono::hours{8}};
}

Figure grown(const char* name, double measured, const char* unit = "ms") {
  return {name, measured, 1, "growth", unit};
}

}  // namespace

std::vector<Figure> measure_log_sync(std::size_t answers) {
  const test::Scratch scratch;
  BenchServer server(1);
  const Document deck = vocabulary(answers / kAnswersOfCard);
  BenchClient old(scratch / "old", server, 0), fresh(scratch / "fresh", server, 0);
  old.library().import_document(deck, {now().at - std::chrono::days{4 * 365}, std::chrono::hours{8}});
  write_answers(old.folder(), deck, answers, now().at);
  const SyncCost up = old.sync(), down = fresh.sync();
  const double nothing = median_ms(kRuns, [&] { fresh.sync(); });
  const DeckId id = fresh.library().deck_titles().front().id;
  StudyDay day = study_day(now());
  const double one = median_ms(kRuns, [&] {
    fresh.library().set_interview(id, day += std::chrono::days{1}, now());
    fresh.sync();
  });
  return {grown("answers up to a server", up.all_ms),
          grown("answers down to a new device", down.all_ms),
          grown("of them down: the client's merge", down.merge_ms),
          grown("received for them", down.received_mb, "MiB"),
          grown("a sync behind them, nothing new", nothing),
          grown("a sync behind them, one thing up", one)};
}

}  // namespace rehearse::bench
