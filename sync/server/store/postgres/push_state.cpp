#include "sync/server/store/postgres/push_state.h"

#include "sync/server/store/postgres/postgres_ops.h"
#include "sync/server/store/segment_rows.h"

namespace rehearse::sync {
namespace {

// The rows that let somebody write are locked against those who take that away: once a device was signed out,
// or a member put out, nothing of theirs comes in behind it.
constexpr const char* kLockSession =
    "SELECT 1 FROM session WHERE session_id = ?1 AND account_id = ?2 FOR KEY SHARE";
constexpr const char* kLockMember = "SELECT 1 FROM member WHERE scope_id = ?1 AND account_id = ?2 FOR SHARE";
// The numbers of ops come from this row, locked until they are committed. From a sequence a reader could see
// a number before a smaller one was committed, go on behind it, and never meet the other.
constexpr const char* kLockHead = "SELECT 1 FROM scope WHERE scope_id = ?1 FOR UPDATE";
// A row that somebody else is about to commit is not seen, and not locked: two that push first would both
// begin with 1. This waits for the other one. A stream that is nobody's gets none.
constexpr const char* kMakeHead =
    "INSERT INTO scope (scope_id, n, chain, admitted_ms, bytes) SELECT ?1, 0, 0, 0, 0"
    " WHERE NOT EXISTS (SELECT 1 FROM scope WHERE scope_id = ?1)"
    " AND EXISTS (SELECT 1 FROM session WHERE session_id = ?2 AND account_id = ?3)"
    " AND (?1 > 0 OR EXISTS (SELECT 1 FROM member WHERE scope_id = ?1 AND account_id = ?3))"
    " ON CONFLICT (scope_id) DO NOTHING";

// What was committed before the locks were had. LIMIT keeps the look-up of an op inside: one for each that
// was sent, and never a walk through the stream. Ops that are sealed are looked for afterwards, where a
// device sends counters that may be.
constexpr const char* kLook =
    "SELECT head.n, head.chain, head.admitted_ms, head.bytes,"
    " (SELECT count(*) FROM session WHERE session_id = ?2 AND account_id = ?3),"
    " (SELECT m.role FROM member m JOIN study_group g ON g.scope_id = m.scope_id"
    "  WHERE m.scope_id = ?1 AND m.account_id = ?3 AND g.name IS NOT NULL), found.op_id,"
    " (SELECT count(*) FROM (SELECT sealed.last_n"
    "  FROM (SELECT device, min(counter) AS low, max(counter) AS high FROM unnest(?4, ?5) AS s (device, "
    "counter)"
    "   GROUP BY device) AS sent"
    "  CROSS JOIN LATERAL (SELECT d.last_n FROM segment_device d WHERE d.scope_id = ?1"
    "   AND d.device = sent.device AND d.high_counter >= sent.low AND d.low_counter <= sent.high LIMIT 1)"
    "   AS sealed LIMIT 1) AS first)"
    " FROM (SELECT 1) AS one LEFT JOIN scope AS head ON head.scope_id = ?1"
    " LEFT JOIN (unnest(?4, ?5, ?6) AS sent (device, counter, op_id)"
    "  CROSS JOIN LATERAL (SELECT op.op_id FROM op WHERE op.scope_id = ?1 AND op.device = sent.device"
    "   AND op.counter = sent.counter AND op.op_id = sent.op_id LIMIT 1) AS found) ON true";

void hold_locks(PostgresConnection& connection, ScopeId scope, const Sender& sender) {
  PostgresQuery(connection, kLockSession).bind(sender.session, sender.account).hold();
  if (scope < 0) PostgresQuery(connection, kLockMember).bind(scope, sender.account).hold();
  PostgresQuery(connection, kMakeHead).bind(scope, sender.session, sender.account).hold();
  PostgresQuery(connection, kLockHead).bind(scope).hold();
}

std::optional<GroupRole> role_in(const PostgresQuery& row, ScopeId scope) {
  if (scope >= 0) return GroupRole::kOwner;
  if (row.bytes(5).empty()) return std::nullopt;
  return static_cast<GroupRole>(row.integer(5));
}

}  // namespace

PushState lock_and_look(PostgresConnection& connection, ScopeId scope, const Sender& sender,
                        const std::vector<PushedOp>& ops) {
  std::vector<std::int64_t> devices, counters;
  std::vector<Blob> ids;
  for (const PushedOp& op : ops) {
    devices.push_back(as_stored(op.device));
    counters.push_back(as_stored(op.counter));
    ids.push_back(blob_of(op.id));
  }
  hold_locks(connection, scope, sender);
  PostgresQuery row(connection, kLook);
  row.bind(scope, sender.session, sender.account, devices, counters, ids).step();
  PushState state;
  state.head = head_in(row);
  state.is_signed_in = row.integer(4) > 0;
  state.role = role_in(row, scope);
  const bool may_be_sealed = row.integer(7) > 0;
  do
    if (!row.bytes(6).empty()) state.there.insert(row.id<OpId>(6));
  while (row.step());
  if (may_be_sealed && state.is_signed_in && state.role)
    state.there.merge(sealed_among(connection, scope, ops));
  return state;
}

}  // namespace rehearse::sync
