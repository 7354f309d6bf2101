// What this copy of the library and a server know of each other, as far as it must outlive a restart. The log
// alone is truth: whatever stands here may be lost, and costs a sync that sends and reads everything.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/database.h"
#include "core/store/scope.h"

namespace rehearse {

/// What a server's clock was compared with.
enum class ComparedClock {
  kComputers,
  kTold,  // a time that somebody gave instead (--now): what was found says nothing of any other time
};

/// Up to where a server's stream of ops was read.
struct SyncPosition {
  std::string cursor;                         // the server's; empty: from its begin
  Instant last_admitted{};                    // the latest of the ops read
  std::chrono::milliseconds server_ahead{0};  // of this computer's clock
  std::optional<Instant> synced;              // when all was sent and read, on this computer's clock
  ComparedClock compared = ComparedClock::kComputers;
};

/// What the server's clock shows while this computer's shows `wall`, as far as the last sync told: `wall`
/// itself where the two agreed as nearly as a network lets them, where a told time was compared, and where
/// this clock was set back since then, for what is known of it holds no more.
Instant on_server_clock(const SyncPosition& position, Instant wall);

enum class Quarantine {
  kAsks,  // somebody should look at it
  kKept,  // somebody has: it stays on this computer alone
};

struct RefusedOp {
  std::int64_t position = 0;
  std::string reason;  // the server's word
  Quarantine state = Quarantine::kAsks;
};

/// Of one scope's stream; what was refused is of all together.
class SyncState {
 public:
  explicit SyncState(Database& database, Scope scope = kOwnOps) : database_(database), scope_(scope) {}

  SyncPosition position() const;
  void save(const SyncPosition& position);

  /// Positions of the ops that the server is not known to have and has not refused, in the order of arrival:
  /// those behind `after`, at most `most`.
  std::vector<std::int64_t> unsent(std::int64_t after, std::size_t most) const;
  std::size_t unsent_count() const;

  /// False when no op was sent again or refused: then came_back() changes nothing.
  bool awaits_some() const;
  /// The op has come back in what was read: the server has it. True when it was refused before.
  bool came_back(OpId id);
  /// Remembers how far there is nothing left to send, so that it is not looked through again.
  void settle();

  void refuse(std::int64_t position, std::string_view reason);
  /// Those that ask before those that are kept.
  std::vector<RefusedOp> refused() const;
  /// What was refused is offered to the server once more; nothing: all that asks.
  void offer_again(std::optional<std::int64_t> position);
  /// Nobody needs to look at it again.
  void keep_here(std::optional<std::int64_t> position);

  /// The server knows nothing of what it said before: everything is sent and read again. What it refused is
  /// offered once more.
  void start_again();
  /// From the begin, should it be synced again.
  void forget();

 private:
  Database& database_;
  Scope scope_;
};

/// The latest admission when the server has every op of every scope; nothing while it lacks one.
std::optional<Instant> all_admitted_by(Database& database);

}  // namespace rehearse
