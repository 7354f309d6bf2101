// Kills and cuts on real processes: the program rehearse-sync, the program rehearse, a proxy between them.
//   rehearse_sync_faults [--rounds N] [--seed N]     15 rounds; the seed is printed
//   rehearse_sync_faults --server-clock HOURS        a server whose clock is so far ahead, or behind
// Every 50 rounds, and at the end, all is quiet and everything is compared. Exit 1 when something is missing.
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <random>
#include <string_view>

#include "tests/sync/faults/clocks.h"
#include "tests/sync/faults/rounds.h"

namespace {

using rehearse::test::RoundCounts;
using rehearse::test::Rounds;

constexpr std::uint64_t kShort = 15, kBetweenLooks = 50;

struct FaultArguments {
  std::uint64_t rounds = kShort;
  std::uint64_t seed = std::random_device()();
};

bool read(int count, char** words, FaultArguments& arguments) {
  for (int i = 1; i < count; i += 2) {
    const std::string_view name = words[i], value = i + 1 < count ? words[i + 1] : "";
    if (name != "--rounds" && name != "--seed") return false;
    std::uint64_t& number = name == "--rounds" ? arguments.rounds : arguments.seed;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || error != std::errc{} || end != value.data() + value.size()) return false;
  }
  return true;
}

void print(const Rounds& rounds) {
  const RoundCounts& counts = rounds.counts();
  std::printf(
      "%zu rounds: %zu client processes, %zu killed; server killed %zu times; %zu connections, %zu cut; %zu "
      "syncs "
      "broken off; %zu sealings; %zu answers confirmed, %zu ops on every device and the server\n",
      counts.rounds, counts.clients, counts.clients_killed, counts.servers_killed,
      rounds.proxy().connections(), rounds.proxy().cuts(), counts.syncs_broken, counts.sealings,
      counts.confirmed, rounds.ops());
  std::fflush(stdout);
}

int run(const FaultArguments& arguments) {
  std::printf("seed %llu\n", static_cast<unsigned long long>(arguments.seed));
  std::fflush(stdout);
  Rounds rounds(arguments.seed);
  for (std::uint64_t round = 1; round <= arguments.rounds; ++round) {
    rounds.round();
    if (round % kBetweenLooks != 0 && round != arguments.rounds) continue;
    const auto faults = rounds.faults_when_quiet();
    print(rounds);
    for (const std::string& fault : faults) std::printf("FAULT %s\n", fault.c_str());
    if (!faults.empty()) return 1;
  }
  return 0;
}

int meet_under_clock(const char* hours) {
  const auto faults = rehearse::test::faults_with_server_clock(std::chrono::hours{std::atoi(hours)});
  for (const std::string& fault : faults) std::printf("FAULT %s\n", fault.c_str());
  return faults.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) try {
  if (count == 4 && std::string_view(words[1]) == "--answer")
    return rehearse::test::answer_cards(words[2], std::strtoull(words[3], nullptr, 10));
  if (count == 3 && std::string_view(words[1]) == "--server-clock") return meet_under_clock(words[2]);
  FaultArguments arguments;
  if (!read(count, words, arguments)) {
    std::fputs("usage: rehearse_sync_faults [--rounds N] [--seed N] | --server-clock HOURS\n", stderr);
    return 2;
  }
  return run(arguments);
} catch (const std::exception& error) {
  std::fprintf(stderr, "rehearse_sync_faults: %s\n", error.what());
  return 1;
}
