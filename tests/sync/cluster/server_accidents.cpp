#include <cstdio>
#include <random>
#include <thread>

#include "tests/sync/cluster/accidents.h"
#include "tests/sync/cluster/ending.h"
#include "tests/sync/server/postgres_server.h"

namespace rehearse::test {
namespace {

constexpr std::size_t kServers = 3;
constexpr std::size_t kMeanwhile = 40;  // syncs with a server less

class Accidents {
 public:
  explicit Accidents(std::uint64_t seed)
      : random_(seed),
        store_(postgres_.new_place()),
        servers_(kServers, store_),
        club_(servers_),
        load_(club_, seed) {}

  std::vector<std::string> run(std::size_t rounds) {
    load_.start();
    load_.wait_for_syncs(kMeanwhile);
    for (std::size_t round = 0; round < rounds; ++round) {
      killed();
      stopped();
      killed_again_and_again();
      all_in_turn();
    }
    load_.stop();
    std::printf("%zu rounds: servers killed %zu times, stopped and started %zu times\n", rounds, kills_,
                stops_);
    const SeenByClients seen = servers_.nginx().seen();
    print(load_, seen);
    // 410 would be a server that lacks what it had acknowledged.
    for (std::string& fault : unexpected(seen, load_, {200})) faults_.push_back(std::move(fault));
    for (std::string& fault : faults_when_quiet(servers_, club_, load_, store_))
      faults_.push_back(std::move(fault));
    return faults_;
  }

 private:
  /// In the middle of whatever it is at.
  void kill(std::size_t which) {
    std::this_thread::sleep_for(std::chrono::milliseconds(random_() % 50));
    servers_.kill(which);
    ++kills_;
  }
  void stop(std::size_t which) {
    if (!servers_.stop(which)) faults_.push_back("a server that is told to stop does not end as it should");
    ++stops_;
  }

  void killed() {
    const std::size_t which = random_() % kServers;
    kill(which);
    load_.wait_for_syncs(kMeanwhile);
    // What is not asked twice goes to one that is there, too: nothing was sent to the other.
    for (std::size_t i = 0; i < kServers; ++i) newcomers_.push_back(club_.new_device("cleo", next_name()));
    servers_.start(which);
  }
  void stopped() {
    const std::size_t which = random_() % kServers;
    stop(which);
    load_.wait_for_syncs(kMeanwhile);
    servers_.start(which);
  }
  /// One is left, and then another one.
  void killed_again_and_again() {
    for (std::size_t i = 0; i < 2 * kServers; ++i) {
      const std::size_t one = i % kServers, two = (i + 1) % kServers;
      kill(one);
      kill(two);
      servers_.start(one);
      servers_.start(two);
    }
  }
  /// As in the guide: the next one when the last is ready. It is the same program that starts again; an older
  /// one with a newer one beside it is not tried here.
  void all_in_turn() {
    for (std::size_t i = 0; i < kServers; ++i) {
      stop(i);
      servers_.start(i);
      if (!servers_.becomes_ready(i)) faults_.push_back("a server that was started does not get ready");
      load_.wait_for_syncs(kMeanwhile / 4);
    }
  }

  std::string next_name() const { return "cleo-" + std::to_string(newcomers_.size() + 2); }

  std::mt19937_64 random_;
  PostgresServer postgres_;
  std::string store_;
  Servers servers_;
  Club club_;
  Load load_;
  std::vector<std::unique_ptr<Club::Member>> newcomers_;
  std::size_t kills_ = 0, stops_ = 0;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_when_servers_go(std::size_t rounds, std::uint64_t seed) {
  return Accidents(seed).run(rounds);
}

}  // namespace rehearse::test
