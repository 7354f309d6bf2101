// Rounds of work on libraries that is killed, and what is found afterwards.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/faults/kill_child.h"
#include "tests/faults/kill_ledger.h"
#include "tests/faults/kill_plan.h"
#include "tests/faults/kill_sync.h"
#include "tests/faults/kill_upgrade.h"
#include "tests/scratch.h"

namespace rehearse::test {

struct KillCounts {
  std::size_t rounds = 0;
  std::size_t inside = 0;                      // killed before the work was over
  std::size_t acts = 0;                        // that were said to be done and looked for afterwards
  std::size_t begun = 0, begun_and_there = 0;  // acts in the middle of which the kill came
};

class KillRounds {
 public:
  KillRounds();

  /// What is wrong afterwards, a line each.
  std::vector<std::string> round(const RoundPlan& plan);
  /// Looks at what is seen at the end alone.
  std::vector<std::string> end();

  const KillCounts& counts(KillKind kind) const { return counts_[static_cast<std::size_t>(kind)]; }
  /// Whole backups that were looked into.
  std::size_t backups_seen() const { return backups_seen_; }

 private:
  using Faults = std::vector<std::string>;

  void begin_library();
  Faults end_library();
  Faults work_on_library(const RoundPlan& plan);
  Faults first_import(const RoundPlan& plan);
  Faults upgrade(const RoundPlan& plan);
  Faults synchronise(const RoundPlan& plan);
  /// Takes a backup and edits undisturbed: what was said at the time of the backup.
  Sayings prepare_restore(const RoundPlan& plan, Faults& faults);
  UsualLength& length_of(const RoundPlan& plan);
  Ending run(const RoundPlan& plan, const std::function<void(const Voice&)>& work);
  void look_at_backups(Faults& faults);
  void count(const RoundPlan& plan, const Ledger& ledger, std::size_t acts, std::size_t begun,
             std::size_t there);

  Scratch scratch_;
  std::filesystem::path template_, library_;
  Ledger ledger_;
  std::size_t rounds_of_library_ = 0, libraries_ = 0;
  LocalInstant now_;
  std::set<std::filesystem::path> seen_backups_;
  std::size_t backups_seen_ = 0;
  std::unique_ptr<OlderLibraries> older_;
  std::unique_ptr<SyncedLibraries> synced_;
  std::size_t rounds_of_synced_ = 0;
  std::array<UsualLength, 2 * kKillKinds> lengths_;  // the two copies that sync do different things
  std::array<KillCounts, kKillKinds> counts_;
};

}  // namespace rehearse::test
