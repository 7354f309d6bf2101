// Two copies of a library and the server program between them, one of which is killed.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/faults/kill_child.h"
#include "tests/faults/kill_ledger.h"
#include "tests/faults/kill_plan.h"
#include "tests/sync/server/server_program.h"

namespace rehearse::test {

class SyncedLibraries {
 public:
  /// In `folder`, which is made; one copy of the library in `library`, and one that has got all from it.
  SyncedLibraries(std::filesystem::path folder, const std::filesystem::path& library);

  /// One of them works and syncs, by turns; it or the server is killed after `life`, as the plan says.
  Ending work(const RoundPlan& plan, std::optional<std::chrono::microseconds> life);
  /// What is wrong, a line each: of what was said to be done, of what the server has said to have, and of
  /// both copies and the server once all have synced in peace.
  std::vector<std::string> compare();

  /// Of the copy that worked last.
  const Ledger& ledger(const RoundPlan& plan) const { return copies_[plan.seed % 2].ledger; }

 private:
  struct Copy {
    std::filesystem::path library;
    Ledger ledger;
    std::set<std::string> on_server;  // ops that a sync has said to have sent
  };

  void start_server();
  void sign_in(Copy& copy);
  Ending sync(Copy& copy);
  std::set<OpId> server_ops() const;
  void compare_with_server(Copy& copy, const std::set<OpId>& on_server, std::vector<std::string>& faults);

  std::filesystem::path folder_;
  std::unique_ptr<ServingProgram> server_;
  Copy copies_[2];
  std::size_t looks_ = 0;
};

}  // namespace rehearse::test
