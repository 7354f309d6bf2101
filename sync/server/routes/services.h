// What the handlers of the routes work with.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "sync/server/accounts/accounts.h"
#include "sync/server/front/counters.h"
#include "sync/server/front/limits.h"
#include "sync/server/groups/groups.h"
#include "sync/server/limiter/limiter.h"
#include "sync/server/routes/request_notes.h"
#include "sync/server/sync_service.h"

namespace rehearse::sync {

/// The two clocks, handed in: the one that people set, and the one that never jumps.
struct Clocks {
  std::function<Instant()> wall;
  std::function<Moment()> steady;
};

/// What was done since the start, for /metrics.
struct WorkCounters {
  std::atomic<std::uint64_t> syncs{0}, ops_received{0}, ops_sent{0}, limited{0}, faults{0};
};

/// Lives as long as the routes that were made with it.
struct Services {
  Accounts& accounts;
  Groups& groups;
  PasswordHasher& hasher;
  SyncService& sync;
  StreamStore& store;
  Limiter& limiter;
  RequestNotes& notes;
  WorkCounters& counters;
  Clocks clocks;
  std::vector<std::string> proxies;  // addresses whose X-Forwarded-For counts
  std::function<FrontCounters()> front_counters;
  std::function<void(const std::string&)> on_fault;  // any thread
};

}  // namespace rehearse::sync
