#include <chrono>
#include <cstdio>
#include <thread>

#include "tests/sync/cluster/accidents.h"
#include "tests/sync/cluster/ending.h"
#include "tests/sync/server/postgres_server.h"

namespace rehearse::test {
namespace {

constexpr std::size_t kServers = 3;
constexpr std::size_t kMeanwhile = 30;  // syncs without a database, which then are none
// Nobody's sync ends meanwhile: so long that everybody is in the middle of one.
constexpr std::chrono::milliseconds kStandstill{500};
constexpr int kOk = 200, kAway = 503;

enum class Death { kPostmasterAlone, kAll, kStandsStill };

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
    for (const Death death : {Death::kPostmasterAlone, Death::kAll, Death::kStandsStill}) {
      load.wait_for_syncs(kMeanwhile);
      switch (death) {
        case Death::kPostmasterAlone: postgres.kill_postmaster(); break;
        case Death::kAll: postgres.kill(); break;
        case Death::kStandsStill: postgres.freeze(); break;
      }
      if (death == Death::kStandsStill)
        std::this_thread::sleep_for(kStandstill);
      else
        load.wait_for_syncs(kMeanwhile);
      for (std::size_t i = 0; i < kServers; ++i) {
        const int runs = servers.status(i, "/healthz");
        expect(runs == kOk, "without a database /healthz says " + std::to_string(runs));
        // Of the others not all connections need to be gone yet, or it is not known.
        if (death != Death::kAll) continue;
        const int ready = servers.status(i, "/readyz");
        expect(ready == kAway, "without a database /readyz says " + std::to_string(ready));
      }
      if (death == Death::kStandsStill)
        postgres.thaw();
      else
        postgres.start();
      for (std::size_t i = 0; i < kServers; ++i)
        expect(servers.becomes_ready(i), "a server does not find its database again");
      expect(load.all_sync_again(), "a device does not sync again");
    }
  }
  load.stop();
  std::printf("%zu rounds: PostgreSQL killed %zu times, made to stand still %zu times\n", rounds, 2 * rounds,
              rounds);
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
