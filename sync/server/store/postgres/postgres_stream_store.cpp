#include "sync/server/store/postgres/postgres_stream_store.h"

#include <numeric>
#include <utility>

#include "sync/server/store/admission.h"
#include "sync/server/store/postgres/postgres_ops.h"
#include "sync/server/store/postgres/push_state.h"

namespace rehearse::sync {
namespace {

constexpr const char* kSaveHead =
    "INSERT INTO scope (scope_id, n, chain, admitted_ms, bytes) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (scope_id) DO UPDATE SET n = ?2, chain = ?3, admitted_ms = ?4, bytes = ?5";

PushReport none_allowed(std::size_t ops) {
  PushReport report;
  report.not_allowed.resize(ops);
  std::iota(report.not_allowed.begin(), report.not_allowed.end(), std::size_t{0});
  return report;
}

/// Precondition: the sender is signed in.
PushReport push_into(PostgresConnection& connection, ScopeId scope, const Sender& sender,
                     const std::vector<PushedOp>& ops, Instant now, std::int64_t most_bytes,
                     PushState state) {
  if (!state.role) return none_allowed(ops.size());
  StreamHead head = state.head;
  const Admission admission{sender, state.role, admission_ms(head, now), most_bytes};
  PostgresOps table(connection, scope, std::move(state.there));
  PushReport report = admit(admission, ops, head, table);
  if (report.appended->ops.empty()) return report;
  table.hold_added(admission);
  PostgresQuery(connection, kSaveHead)
      .bind(scope, head.end.n, as_stored(head.end.chain), head.admitted_ms, head.bytes)
      .hold();
  return report;
}

}  // namespace

PostgresStreamStore::PostgresStreamStore(PostgresPool& pool, PostgresCommits& writer)
    : RowStreamStore(&pool), writer_(writer) {}

// Read committed, for all that a push relies on is locked, and what it looks for behind the lock is then what
// the one before has committed. Serializable transactions that wait for one head would fail one after
// another: each began before the one it waited for had ended.
PushReport PostgresStreamStore::push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops,
                                     Instant now, std::int64_t most_bytes) {
  PushReport report;
  if (ops.empty()) return report;
  bool is_gone = false;
  writer_.run(Isolation::kReadCommitted, [&](PostgresConnection& connection) {
    PushState state = lock_and_look(connection, scope, sender, ops);
    is_gone = !state.is_signed_in;
    if (!is_gone) report = push_into(connection, scope, sender, ops, now, most_bytes, std::move(state));
  });
  if (is_gone) throw SenderGone();
  return report;
}

}  // namespace rehearse::sync
