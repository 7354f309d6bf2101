// What is done in which round, out of a seed and nothing else.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "tests/faults/kill_deeds.h"

namespace rehearse::test {

enum class KillKind {
  kStudy,
  kEdit,
  kImport,
  kFirstImport,  // into a library that is made meanwhile
  kOptimise,
  kBackUp,
  kRestore,
  kUpgrade,
  kSync,    // the client is killed
  kServer,  // the server is, while a client syncs
};
inline constexpr std::size_t kKillKinds = 10;
inline constexpr std::array<std::string_view, kKillKinds> kKillKindNames = {
    "study", "edit", "import", "first", "optimise", "backup", "restore", "upgrade", "sync", "server"};

std::optional<KillKind> kill_kind_from_name(std::string_view name);

struct RoundPlan {
  KillKind kind = KillKind::kStudy;
  std::uint64_t seed = 0;          // of what else is drawn in the round
  double share = 0;                // of the usual length of such work, when the kill comes
  std::vector<PlannedAct> before;  // edits that nobody disturbs
  std::vector<PlannedAct> acts;
};

RoundPlan plan_round(std::uint64_t seed, std::uint64_t round, std::optional<KillKind> only);

/// Sums up plans: the same for the same ones in the same order.
std::uint64_t digest(std::uint64_t before, const RoundPlan& plan);

}  // namespace rehearse::test
