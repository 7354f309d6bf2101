#include "tests/faults/kill_plan.h"

#include <algorithm>
#include <random>

namespace rehearse::test {
namespace {

/// How many acts make work that lasts long enough to be hit, and no longer.
constexpr std::array<std::size_t, kKillKinds> kActs = {25, 15, 3, 2, 3, 5, 1, 1, 12, 12};
constexpr std::size_t kActsBefore = 6;

std::vector<PlannedAct> draw(std::mt19937_64& random, std::size_t count) {
  std::vector<PlannedAct> acts(count);
  for (PlannedAct& act : acts) {
    act.what = random();
    act.which = random();
    act.how = random();
  }
  return acts;
}

}  // namespace

std::optional<KillKind> kill_kind_from_name(std::string_view name) {
  const auto found = std::find(kKillKindNames.begin(), kKillKindNames.end(), name);
  if (found == kKillKindNames.end()) return std::nullopt;
  return static_cast<KillKind>(found - kKillKindNames.begin());
}

RoundPlan plan_round(std::uint64_t seed, std::uint64_t round, std::optional<KillKind> only) {
  std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32),
                         static_cast<std::uint32_t>(round)};
  std::mt19937_64 random(sequence);
  RoundPlan plan;
  plan.kind = static_cast<KillKind>(random() % kKillKinds);
  if (only) plan.kind = *only;
  plan.seed = random();
  plan.share = static_cast<double>(random() >> 11) * 0x1p-53;
  plan.before = draw(random, kActsBefore);
  plan.acts = draw(random, kActs[static_cast<std::size_t>(plan.kind)]);
  return plan;
}

std::uint64_t digest(std::uint64_t before, const RoundPlan& plan) {
  std::uint64_t sum = before;
  const auto take = [&](std::uint64_t value) { sum = (sum ^ value) * 0x100000001b3u; };
  take(static_cast<std::uint64_t>(plan.kind));
  take(plan.seed);
  for (const auto* acts : {&plan.before, &plan.acts})
    for (const PlannedAct& act : *acts) {
      take(act.what);
      take(act.which);
      take(act.how);
    }
  return sum;
}

}  // namespace rehearse::test
