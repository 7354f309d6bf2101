#include "core/store/sync_state.h"

#include <limits>

namespace rehearse {
namespace {

constexpr const char* kRead =
    "SELECT cursor, admitted_ms, server_ahead_ms, synced_ms, is_told FROM sync_scope WHERE scope = ?1";
constexpr const char* kSave =
    "INSERT INTO sync_scope (scope, cursor, settled_below, admitted_ms, server_ahead_ms, synced_ms, is_told)"
    " VALUES (?6, ?1, 1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (scope) DO UPDATE SET cursor = ?1, admitted_ms = ?2, server_ahead_ms = ?3, synced_ms = ?4,"
    " is_told = ?5";
// Two lists that are each in order, and an op stands in one of them. One bound, for SQLite begins at one.
constexpr const char* kUnsent =
    "SELECT position FROM op WHERE admitted_ms IS NULL AND scope = ?3"
    " AND position >= max(coalesce((SELECT settled_below FROM sync_scope WHERE scope = ?3), 1), ?1 + 1)"
    " AND position NOT IN (SELECT op FROM sync_refused)"
    " UNION ALL SELECT op FROM sync_again WHERE op > ?1 AND op NOT IN (SELECT op FROM sync_refused)"
    " AND (SELECT scope FROM op o WHERE o.position = sync_again.op) = ?3"
    " ORDER BY 1 LIMIT ?2";
constexpr const char* kUnsentCount =
    "SELECT (SELECT count(*) FROM op WHERE admitted_ms IS NULL AND scope = ?1"
    " AND position >= coalesce((SELECT settled_below FROM sync_scope WHERE scope = ?1), 1)"
    " AND position NOT IN (SELECT op FROM sync_refused))"
    " + (SELECT count(*) FROM sync_again WHERE op NOT IN (SELECT op FROM sync_refused)"
    " AND (SELECT scope FROM op o WHERE o.position = sync_again.op) = ?1)";
constexpr const char* kAwaitsSome =
    "SELECT EXISTS (SELECT 1 FROM sync_again) OR EXISTS (SELECT 1 FROM sync_refused)";
constexpr const char* kNotAgain =
    "DELETE FROM sync_again WHERE op = (SELECT position FROM op_id WHERE id = ?1)";
constexpr const char* kNotRefused =
    "DELETE FROM sync_refused WHERE op = (SELECT position FROM op_id WHERE id = ?1)";
constexpr const char* kSettle =
    "UPDATE sync_scope SET settled_below = coalesce("
    "(SELECT position FROM op WHERE position >= settled_below AND admitted_ms IS NULL AND scope = ?1"
    " AND position NOT IN (SELECT op FROM sync_refused) ORDER BY position LIMIT 1),"
    " (SELECT max(position) + 1 FROM op), 1) WHERE scope = ?1";
constexpr const char* kRefuse =
    "INSERT INTO sync_refused (op, reason) VALUES (?1, ?2) ON CONFLICT (op) DO UPDATE SET reason = ?2";
constexpr const char* kRefused = "SELECT op, reason, is_kept FROM sync_refused ORDER BY is_kept, op";
// They may lie before what was settled when they were refused.
constexpr const char* kUnsettle =
    "UPDATE sync_scope SET settled_below = min(settled_below, coalesce(?1,"
    " (SELECT min(op) FROM sync_refused WHERE is_kept = 0), settled_below))";
constexpr const char* kDropRefusal =
    "DELETE FROM sync_refused WHERE op = coalesce(?1, op) AND (?1 IS NOT NULL OR is_kept = 0)";
constexpr const char* kKeepHere = "UPDATE sync_refused SET is_kept = 1 WHERE op = coalesce(?1, op)";
// From readers a group's server would take nothing.
constexpr const char* kAllAgain =
    "INSERT OR IGNORE INTO sync_again SELECT position FROM op WHERE admitted_ms IS NOT NULL AND scope = ?1"
    " AND (?1 = 0 OR EXISTS (SELECT 1 FROM study_group WHERE scope = ?1 AND role >= 1))";
constexpr const char* kNoneRefused =
    "DELETE FROM sync_refused WHERE (SELECT scope FROM op WHERE position = sync_refused.op) = ?1";
// What a group's server has forgotten and nobody here may send again stays admitted when it was.
constexpr const char* kFromBegin =
    "UPDATE sync_scope SET cursor = '', settled_below = 1,"
    " admitted_ms = CASE scope WHEN 0 THEN 0 ELSE admitted_ms END WHERE scope = ?1";
constexpr const char* kForget =
    "UPDATE sync_scope SET cursor = '', settled_below = 1, synced_ms = NULL WHERE scope = ?1";
constexpr const char* kLatestAdmission = "SELECT coalesce(max(admitted_ms), 0) FROM sync_scope";
constexpr const char* kIsAnyUnsent =
    "SELECT EXISTS (SELECT 1 FROM sync_again) OR EXISTS (SELECT 1 FROM sync_refused) OR EXISTS"
    " (SELECT 1 FROM op WHERE admitted_ms IS NULL AND scope = 0"
    " AND position >= coalesce((SELECT settled_below FROM sync_scope WHERE scope = 0), 1))"
    " OR EXISTS (SELECT 1 FROM op WHERE admitted_ms IS NULL AND scope <> 0)";

// Two clocks are not compared more nearly than that: the reply was under way.
constexpr std::chrono::seconds kComparedWithin{1};
// A clock that was set right by the network goes back as well, a little.
constexpr std::chrono::minutes kSetBack{5};

std::int64_t in_ms(Instant at) { return at.time_since_epoch().count(); }

}  // namespace

Instant on_server_clock(const SyncPosition& position, Instant wall) {
  if (position.compared == ComparedClock::kTold || !position.synced || wall < *position.synced - kSetBack)
    return wall;
  return std::chrono::abs(position.server_ahead) <= kComparedWithin ? wall : wall + position.server_ahead;
}

SyncPosition SyncState::position() const {
  SyncPosition position;
  Query row = database_.query(kRead);
  if (!row.bind(scope_).step()) return position;
  position.cursor = row.text(0);
  position.last_admitted = Instant{std::chrono::milliseconds{row.integer(1)}};
  position.server_ahead = std::chrono::milliseconds{row.integer(2)};
  if (!row.is_null(3)) position.synced = Instant{std::chrono::milliseconds{row.integer(3)}};
  if (row.integer(4) != 0) position.compared = ComparedClock::kTold;
  return position;
}

void SyncState::save(const SyncPosition& position) {
  std::optional<std::int64_t> synced_ms;
  if (position.synced) synced_ms = in_ms(*position.synced);
  database_.query(kSave)
      .bind(position.cursor, in_ms(position.last_admitted), position.server_ahead.count(), synced_ms,
            position.compared == ComparedClock::kTold, scope_)
      .run();
}

std::vector<std::int64_t> SyncState::unsent(std::int64_t after, std::size_t most) const {
  std::vector<std::int64_t> positions;
  Query row = database_.query(kUnsent);
  row.bind(after, static_cast<std::int64_t>(most), scope_);
  while (row.step()) positions.push_back(row.integer(0));
  return positions;
}

std::size_t SyncState::unsent_count() const {
  Query row = database_.query(kUnsentCount);
  row.bind(scope_).step();
  return static_cast<std::size_t>(row.integer(0));
}

bool SyncState::awaits_some() const {
  Query row = database_.query(kAwaitsSome);
  return row.step() && row.integer(0) != 0;
}

bool SyncState::came_back(OpId id) {
  database_.query(kNotAgain).bind(id).run();
  return database_.query(kNotRefused).bind(id).run() > 0;
}

void SyncState::settle() { database_.query(kSettle).bind(scope_).run(); }

void SyncState::refuse(std::int64_t position, std::string_view reason) {
  database_.query(kRefuse).bind(position, reason).run();
}

std::vector<RefusedOp> SyncState::refused() const {
  std::vector<RefusedOp> refused;
  Query row = database_.query(kRefused);
  while (row.step())
    refused.push_back(
        {row.integer(0), row.text(1), row.integer(2) != 0 ? Quarantine::kKept : Quarantine::kAsks});
  return refused;
}

void SyncState::offer_again(std::optional<std::int64_t> position) {
  database_.query(kUnsettle).bind(position).run();
  database_.query(kDropRefusal).bind(position).run();
}

void SyncState::keep_here(std::optional<std::int64_t> position) {
  database_.query(kKeepHere).bind(position).run();
}

void SyncState::start_again() {
  for (const char* each : {kAllAgain, kNoneRefused, kFromBegin}) database_.query(each).bind(scope_).run();
}

void SyncState::forget() { database_.query(kForget).bind(scope_).run(); }

std::optional<Instant> all_admitted_by(Database& database) {
  {
    Query row = database.query(kIsAnyUnsent);
    if (!row.step() || row.integer(0) != 0) return std::nullopt;
  }
  Query row = database.query(kLatestAdmission);
  row.step();
  return Instant{std::chrono::milliseconds{row.integer(0)}};
}

}  // namespace rehearse
