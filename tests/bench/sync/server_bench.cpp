// What the server does when many ask, and when nobody does.
#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/bench/bare_commits.h"
#include "tests/bench/sync/bench_server.h"
#include "tests/bench/sync/load.h"
#include "tests/bench/sync/pushes.h"
#include "tests/bench/sync/sync_bench.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kDevices = 64;
constexpr std::size_t kIdle = 1'000;
constexpr std::size_t kOpsAtOnce = 50;
constexpr std::chrono::seconds kWarmUp{2}, kMeasured{8};  // shorter than quiet connections are kept
constexpr double kMillisecondsOfSecond = 1'000;
constexpr double kMostServerMb = 256, kMostIdleMb = 40;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Milliseconds for a thousand.
double for_a_thousand(double per_second) { return 1'000 * kMillisecondsOfSecond / per_second; }

}  // namespace

std::vector<Figure> measure_pushes() {
  BenchServer server(kDevices);
  const LoadTransport plain(LoadTransport::Cipher::kNone);
  Packer packer;
  std::vector<PushingDevice> devices;
  for (std::size_t i = 0; i < kDevices; ++i) devices.emplace_back(server.token(i), i, kOpsAtOnce, packer);
  const NextRequest next = [&](std::size_t i, const LoadReply* last) { return devices[i].next(last); };
  BareCommits bare(server.folder() / "bare.sqlite");
  constexpr int kBareCommits = 300;
  std::vector<double> commits = bare.many_ms(kBareCommits);
  run_load(server.port(), plain, kDevices, kWarmUp, next);
  const std::vector<LoadConnection> idle = idle_connections(server.port(), plain, kIdle);
  const ProcessUse before = server.use();
  const LoadResult load = run_load(server.port(), plain, kDevices, kMeasured, next);
  const ProcessUse after = server.use();
  const double open = server.metric("connections_open");
  for (const double ms : bare.many_ms(kBareCommits)) commits.push_back(ms);
  const double commits_per_second = kMillisecondsOfSecond / median(commits);
  const double wanted = std::clamp(commits_per_second, 500.0, 1'000.0);
  const double seconds = std::chrono::duration<double>(kMeasured).count();
  return {
      {"1,000 bare durable commits on this disk", for_a_thousand(commits_per_second), 2'000,
       "to compare with", "ms", Role::kContext},
      {"1,000 pushes of 50 ops, durable, 64 devices", for_a_thousand(load.per_second), for_a_thousand(wanted),
       "1,000 a second; bare commits; 500 a second"},
      {"a push, p50", load.p50_ms, 100, "the plan's limit for p99"},
      {"a push, p99", load.p99_ms, 100, "the plan's limit"},
      {"a push, the longest", load.longest_ms, 1'000, "felt as broken"},
      {"quiet connections beside them", kIdle, std::max(1.0, open), "connections that are open", ""},
      {"the server's memory, at most", after.most_resident_mb, kMostServerMb, "the plan's limit", "MB"},
      {"processors the server used", (after.processor_seconds - before.processor_seconds) / seconds, 2,
       "a machine of two cores", "", Role::kContext},
      {"processors the devices used", load.own_seconds, 0.3, "not what is measured", "", Role::kContext},
  };
}

std::vector<Figure> measure_tls() {
  BenchServer server(1, {"--tls-self"});
  const LoadTransport tls(LoadTransport::Cipher::kTls);
  const double before = server.use().resident_mb;
  constexpr double kKilobytes = 1024;
  double each = 0;
  {
    const std::vector<LoadConnection> idle = idle_connections(server.port(), tls, kIdle);
    each = (server.use().resident_mb - before) * kKilobytes / static_cast<double>(kIdle);
  }
  const LoadResult load = run_load(server.port(), tls, kIdle, kMeasured,
                                   [](std::size_t, const LoadReply*) { return health_request(); });
  return {
      {"memory of a quiet TLS connection", each, 64, "1,000 in 64 MB", "KB"},
      {"1,000 requests over 1,000 TLS connections", for_a_thousand(load.per_second), 200, "5,000 a second"},
      {"one of them, p99", load.p99_ms, 500, "felt as at once"},
      {"processors the other side used", load.own_seconds, 1, "not what is measured", "", Role::kContext},
  };
}

std::vector<Figure> measure_idle() {
  BenchServer server(1);
  constexpr std::chrono::seconds kWatched{10};
  std::this_thread::sleep_for(std::chrono::seconds{1});  // its start is over
  const ProcessUse before = server.use();
  std::this_thread::sleep_for(kWatched);
  const ProcessUse after = server.use();
  const double used = (after.processor_seconds - before.processor_seconds) * kMillisecondsOfSecond;
  return {{"the server's memory when nobody asks", after.resident_mb, kMostIdleMb, "the plan's limit", "MB"},
          {"its processor time in ten seconds of that", used, 10, "none: less than a tick can show"}};
}

}  // namespace rehearse::bench
