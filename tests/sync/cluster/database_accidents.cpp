#include <cstdio>
#include <random>

#include "tests/sync/cluster/accidents.h"
#include "tests/sync/cluster/ending.h"
#include "tests/sync/server/postgres_server.h"

namespace rehearse::test {
namespace {

constexpr std::size_t kServers = 3;
constexpr std::size_t kMeanwhile = 30;  // syncs without a database, which then are none
constexpr int kOk = 200, kAway = 503;

}  // namespace

std::vector<std::string> faults_when_the_database_crashes(std::size_t rounds, std::uint64_t seed) {
  PostgresServer postgres;
  const std::string store = postgres.new_place();
  Servers servers(kServers, store);
  Club club(servers);
  Load load(club, seed);
  std::vector<std::string> faults;
  const auto expect = [&](bool is_so, const std::string& fault) {
    if (!is_so) faults.push_back(fault);
  };
  load.start();
  for (std::size_t round = 0; round < rounds; ++round) {
    for (const bool is_postmaster : {true, false}) {
      load.wait_for_syncs(kMeanwhile);
      if (is_postmaster)
        postgres.kill_postmaster();
      else
        postgres.kill();
      load.wait_for_syncs(kMeanwhile);
      for (std::size_t i = 0; i < kServers && !is_postmaster; ++i) {
        const int ready = servers.status(i, "/readyz"), runs = servers.status(i, "/healthz");
        expect(ready == kAway, "without a database /readyz says " + std::to_string(ready));
        expect(runs == kOk, "without a database /healthz says " + std::to_string(runs));
      }
      postgres.start();
      for (std::size_t i = 0; i < kServers; ++i)
        expect(servers.becomes_ready(i), "a server does not find its database again");
      expect(load.all_sync_again(), "a device does not sync again");
    }
  }
  load.stop();
  std::printf("%zu rounds: PostgreSQL killed %zu times\n", rounds, 2 * rounds);
  const SeenByClients seen = servers.nginx().seen();
  print(load, seen);
  // Not 410, which would be a database that has lost what was acknowledged; not 500, and not 401: a server
  // that cannot look says so, and not that there is nobody.
  for (std::string& fault : unexpected(seen, load, {kOk, kAway})) faults.push_back(std::move(fault));
  expect(seen.statuses.contains(kAway), "nobody was told that the database is away");
  for (std::string& fault : faults_when_quiet(servers, club, load, store)) faults.push_back(std::move(fault));
  return faults;
}

}  // namespace rehearse::test
