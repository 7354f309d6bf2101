#include "tests/bench/sync/bench_client.h"

#include <chrono>
#include <random>
#include <stdexcept>

#include "tests/bench/sync/load.h"

namespace rehearse::bench {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

RandomSource random_source() {
  return [random = std::mt19937_64(std::random_device()())]() mutable { return random(); };
}

/// A sync asks for the time before each request and again when its reply is read: what lies behind the second
/// is the library's.
class MergeWatch {
 public:
  Instant clock() {
    is_asking_ = !is_asking_;
    if (!is_asking_) since_ = Clock::now();
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
  void is_merged() { merge_ms_ += ms_since(since_); }
  double merge_ms() const { return merge_ms_; }

 private:
  bool is_asking_ = false;
  Clock::time_point since_{};
  double merge_ms_ = 0;
};

struct Traffic {
  double in = 0, out = 0;
};

/// Asking for it counts as well.
Traffic traffic_of(const BenchServer& server) {
  Traffic traffic;
  traffic.in = server.metric("received_bytes_total");
  traffic.out = server.metric("sent_bytes_total");
  return traffic;
}

}  // namespace

BenchClient::BenchClient(std::filesystem::path folder, const BenchServer& server, std::size_t account)
    : folder_(std::move(folder)),
      server_(server),
      token_(server.token(account)),
      library_(folder_, random_source()) {}

SyncCost BenchClient::sync(const std::function<void()>& between) {
  constexpr double kMegabyte = 1024.0 * 1024.0;
  const Traffic before = traffic_of(server_);
  MergeWatch watch;
  SyncCost cost;
  const double own_before = thread_seconds();
  const auto begin = Clock::now();
  sync::HttpClient client(server_.address(), sync::SystemAuthorities{});
  const sync::SyncResult result = sync::sync_now(
      library_, client, token_, [&] { return watch.clock(); },
      [&](const sync::SyncProgress&) {
        watch.is_merged();
        if (between) between();
        return sync::Onward::kGo;
      });
  watch.is_merged();
  cost.all_ms = ms_since(begin);
  cost.own_ms = (thread_seconds() - own_before) * 1000;
  if (result.trouble) throw std::runtime_error("no sync: " + result.trouble->words.english);
  cost.merge_ms = watch.merge_ms();
  const Traffic after = traffic_of(server_), asked = traffic_of(server_);
  cost.sent_mb = (after.in - before.in - (asked.in - after.in)) / kMegabyte;
  cost.received_mb = (after.out - before.out - (asked.out - after.out)) / kMegabyte;
  cost.counts = result.counts;
  return cost;
}

}  // namespace rehearse::bench
