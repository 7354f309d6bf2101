#include "sync/server/store/postgres/postgres_commits.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "sync/server/store/postgres/postgres_fault.h"

namespace rehearse::sync {
namespace {

// Those who met once and pause for the same time meet again.
constexpr int kMostConflicts = 40;
constexpr std::uint32_t kLongestPauseMs = 50;
// A server that was restarted has left its old connections, which is found out before they are used but for
// those that break in between; one that is not there is not waited for.
constexpr int kMostBroken = 1;

void pause_after(int conflicts) {
  const std::uint32_t longest = std::min(kLongestPauseMs, std::uint32_t{1} << std::min(conflicts, 10));
  std::this_thread::sleep_for(std::chrono::milliseconds{randombytes_uniform(longest + 1)});
}

}  // namespace

// What is done to accounts and groups looks at rows and then writes others: whether a name is free, whether
// an owner is left. Only serializable transactions do that as if they were alone. They seldom meet.
void PostgresCommits::run(const Work& work) {
  run(Isolation::kSerializable, [&](PostgresConnection& connection) { work(connection); });
}

void PostgresCommits::run_behind_locks(const Work& work) {
  run(Isolation::kReadCommitted, [&](PostgresConnection& connection) { work(connection); });
}

void PostgresCommits::run(Isolation isolation, const PostgresWork& work) {
  int conflicts = 0, broken = 0;
  for (;;) {
    try {
      PostgresPool::Lease lease(pool_);
      PostgresTransaction transaction(lease.connection(), isolation);
      work(lease.connection());
      transaction.commit();
      return;
    } catch (const PostgresFault& fault) {
      const bool is_conflict = fault.kind() == PostgresFault::Kind::kConflict;
      const bool is_broken = fault.kind() == PostgresFault::Kind::kBroken;
      if ((!is_conflict || ++conflicts > kMostConflicts) && (!is_broken || ++broken > kMostBroken)) throw;
    }
    if (conflicts > 0) pause_after(conflicts);
  }
}

}  // namespace rehearse::sync
