// Several servers over one PostgreSQL database, all of them real programs, with nginx before them as it is
// shipped, and a study group at work.
//   rehearse_sync_cluster servers [--rounds N] [--seed N]    servers are killed, stopped, restarted in turn
//   rehearse_sync_cluster database [--rounds N] [--seed N]   PostgreSQL is killed and started again
//   rehearse_sync_cluster replica [--rounds N] [--seed N]    it is gone, and a replica that lags takes its
//   place
// Exit 1 when something is missing or said wrongly; 77 where PostgreSQL or nginx is not installed.
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <random>
#include <string>
#include <string_view>

#include "tests/sync/cluster/accidents.h"
#include "tests/sync/cluster/nginx.h"
#include "tests/sync/faults/device.h"
#include "tests/sync/server/postgres_server.h"

namespace {

constexpr int kSkipped = 77, kWrongUsage = 2;

struct ClusterArguments {
  std::string_view what;
  std::uint64_t rounds = 1;
  std::uint64_t seed = std::random_device()();
};

bool read(int count, char** words, ClusterArguments& arguments) {
  if (count < 2) return false;
  arguments.what = words[1];
  for (int i = 2; i < count; i += 2) {
    const std::string_view name = words[i], value = i + 1 < count ? words[i + 1] : "";
    if (name != "--rounds" && name != "--seed") return false;
    std::uint64_t& number = name == "--rounds" ? arguments.rounds : arguments.seed;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || error != std::errc{} || end != value.data() + value.size()) return false;
  }
  return arguments.what == "servers" || arguments.what == "database" || arguments.what == "replica";
}

std::vector<std::string> faults_of(const ClusterArguments& arguments) {
  using namespace rehearse::test;
  if (arguments.what == "servers") return faults_when_servers_go(arguments.rounds, arguments.seed);
  if (arguments.what == "database") return faults_when_the_database_crashes(arguments.rounds, arguments.seed);
  std::vector<std::string> faults;
  for (std::uint64_t round = 0; round < arguments.rounds && faults.empty(); ++round)
    faults = faults_when_a_replica_takes_over(arguments.seed + round);
  return faults;
}

}  // namespace

int main(int count, char** words) try {
  if (count == 4 && std::string_view(words[1]) == "--answer")
    return rehearse::test::answer_cards(words[2], std::strtoull(words[3], nullptr, 10));
  ClusterArguments arguments;
  if (!read(count, words, arguments)) {
    std::fputs("usage: rehearse_sync_cluster servers | database | replica [--rounds N] [--seed N]\n", stderr);
    return kWrongUsage;
  }
  for (const auto& [program, name] : {std::pair{rehearse::test::PostgresServer::programs(), "PostgreSQL"},
                                      std::pair{rehearse::test::Nginx::program(), "nginx"}}) {
    if (program) continue;
    std::printf("skipped: %s is not installed\n", name);
    return kSkipped;
  }
  std::printf("seed %llu\n", static_cast<unsigned long long>(arguments.seed));
  std::fflush(stdout);
  const std::vector<std::string> faults = faults_of(arguments);
  for (const std::string& fault : faults) std::printf("FAULT %s\n", fault.c_str());
  return faults.empty() ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "rehearse_sync_cluster: %s\n", error.what());
  return 1;
}
