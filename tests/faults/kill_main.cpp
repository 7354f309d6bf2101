// Programs at work on libraries are killed at random moments, and what they had said is looked for
// afterwards.
//   rehearse_kills [--rounds N] [--seed S] [--only KIND]     40 rounds; the seed is printed
// The same seed chooses the same kinds of work and the same acts; where a kill hits them is up to the
// machine. Exit 1 at the first round after which something is wrong.
#include <charconv>
#include <cstdio>
#include <exception>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "tests/faults/kill_rounds.h"

namespace {

using rehearse::test::KillCounts;
using rehearse::test::KillKind;
using rehearse::test::KillRounds;

struct KillArguments {
  std::uint64_t rounds = 40;
  std::uint64_t seed = std::random_device()();
  std::optional<KillKind> only;
};

bool read(int count, char** words, KillArguments& arguments) {
  for (int i = 1; i < count; i += 2) {
    const std::string_view name = words[i], value = i + 1 < count ? words[i + 1] : "";
    if (name == "--only") {
      arguments.only = rehearse::test::kill_kind_from_name(value);
      if (!arguments.only) return false;
      continue;
    }
    if (name != "--rounds" && name != "--seed") return false;
    std::uint64_t& number = name == "--rounds" ? arguments.rounds : arguments.seed;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || error != std::errc{} || end != value.data() + value.size()) return false;
  }
  return true;
}

void print(const KillRounds& rounds, std::uint64_t digest) {
  KillCounts all;
  const auto line = [](std::string_view name, const KillCounts& counts) {
    std::printf(
        "%-9s %5zu rounds, %5zu killed inside, %6zu acknowledged acts there, %4zu killed in an act: %zu "
        "of them done, the others not at all\n",
        std::string(name).c_str(), counts.rounds, counts.inside, counts.acts, counts.begun,
        counts.begun_and_there);
  };
  for (std::size_t kind = 0; kind < rehearse::test::kKillKinds; ++kind) {
    const KillCounts& counts = rounds.counts(static_cast<KillKind>(kind));
    if (counts.rounds == 0) continue;
    line(rehearse::test::kKillKindNames[kind], counts);
    all.rounds += counts.rounds;
    all.inside += counts.inside;
    all.acts += counts.acts;
    all.begun += counts.begun;
    all.begun_and_there += counts.begun_and_there;
  }
  line("all", all);
  std::printf("%zu backups looked into; what was chosen sums up to %016llx\n", rounds.backups_seen(),
              static_cast<unsigned long long>(digest));
}

int run(const KillArguments& arguments) {
  std::printf("seed %llu\n", static_cast<unsigned long long>(arguments.seed));
  std::fflush(stdout);
  KillRounds rounds;
  std::uint64_t digest = 0;
  const auto report = [&](std::uint64_t round, std::string_view kind,
                          const std::vector<std::string>& faults) {
    for (const std::string& fault : faults)
      std::printf("FAULT seed %llu round %llu %s: %s\n", static_cast<unsigned long long>(arguments.seed),
                  static_cast<unsigned long long>(round), std::string(kind).c_str(), fault.c_str());
    std::fflush(stdout);
    return !faults.empty();
  };
  for (std::uint64_t round = 1; round <= arguments.rounds; ++round) {
    const auto plan = rehearse::test::plan_round(arguments.seed, round, arguments.only);
    digest = rehearse::test::digest(digest, plan);
    const std::string_view kind = rehearse::test::kKillKindNames[static_cast<std::size_t>(plan.kind)];
    if (report(round, kind, rounds.round(plan))) return 1;
  }
  if (report(arguments.rounds, "at the end", rounds.end())) return 1;
  print(rounds, digest);
  return 0;
}

}  // namespace

int main(int count, char** words) try {
  KillArguments arguments;
  if (!read(count, words, arguments)) {
    std::fputs("usage: rehearse_kills [--rounds N] [--seed S] [--only KIND]\nkinds:", stderr);
    for (const std::string_view name : rehearse::test::kKillKindNames)
      std::fprintf(stderr, " %s", std::string(name).c_str());
    std::fputs("\n", stderr);
    return 2;
  }
  return run(arguments);
} catch (const std::exception& error) {
  std::fprintf(stderr, "rehearse_kills: %s\n", error.what());
  return 1;
}
