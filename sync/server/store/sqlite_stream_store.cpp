#include "sync/server/store/sqlite_stream_store.h"

#include <utility>

#include "sync/server/store/admission.h"
#include "sync/server/store/group_rows.h"
#include "sync/server/store/segment_rows.h"

namespace rehearse::sync {
namespace {

constexpr const char* kSaveHead =
    "INSERT INTO scope (scope_id, n, chain, admitted_ms, bytes) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (scope_id) DO UPDATE SET n = ?2, chain = ?3, admitted_ms = ?4, bytes = ?5";
constexpr const char* kIsThere =
    "SELECT 1 FROM op WHERE scope_id = ?1 AND device = ?2 AND counter = ?3 AND op_id = ?4";
constexpr const char* kAdd =
    "INSERT INTO op (scope_id, n, op_id, device, counter, chain, admitted_ms, author, pushed_by, line)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
    " ON CONFLICT (scope_id, device, counter, op_id) DO NOTHING";
constexpr const char* kIsSignedIn = "SELECT 1 FROM session WHERE session_id = ?1 AND account_id = ?2";

/// An op at a time: a statement costs no more than what it does.
class SqliteOps : public OpTable {
 public:
  /// `sealed`: those that are there without a row.
  SqliteOps(ServerDatabase& database, ScopeId scope, const Admission& admission, std::set<OpId> sealed)
      : database_(database), scope_(scope), admission_(admission), sealed_(std::move(sealed)) {}

  bool is_there(const PushedOp& op) override {
    if (sealed_.contains(op.id)) return true;
    Statement row = database_.query(kIsThere);
    return row.bind(scope_, as_stored(op.device), as_stored(op.counter), op.id).step();
  }

  bool add(const PushedOp& op, const StreamCursor& end) override {
    if (sealed_.contains(op.id)) return false;
    const auto added =
        database_.query(kAdd)
            .bind(scope_, end.n, op.id, as_stored(op.device), as_stored(op.counter), as_stored(end.chain),
                  admission_.admitted_ms, admission_.sender.account, admission_.sender.session, Blob{op.line})
            .run();
    return added > 0;
  }

 private:
  ServerDatabase& database_;
  ScopeId scope_;
  const Admission& admission_;
  std::set<OpId> sealed_;
};

PushReport push_into(ServerDatabase& database, ScopeId scope, const Sender& sender,
                     const std::vector<PushedOp>& ops, Instant now, std::int64_t most_bytes) {
  StreamHead head = read_head(database, scope);
  const auto role = scope < 0 ? role_in_group(database, scope, sender.account) : GroupRole::kOwner;
  const Admission admission{sender, role, admission_ms(head, now), most_bytes};
  SqliteOps table(database, scope, admission, sealed_among(database, scope, ops));
  PushReport report = admit(admission, ops, head, table);
  if (!report.appended->ops.empty())
    database.query(kSaveHead)
        .bind(scope, head.end.n, as_stored(head.end.chain), head.admitted_ms, head.bytes)
        .run();
  return report;
}

bool is_signed_in(ServerDatabase& database, const Sender& sender) {
  return database.query(kIsSignedIn).bind(sender.session, sender.account).step();
}

}  // namespace

SqliteStreamStore::SqliteStreamStore(std::filesystem::path file, CommitQueue& writer, Senders senders)
    : RowStreamStore(std::move(file)), writer_(writer), senders_(senders) {}

PushReport SqliteStreamStore::push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops,
                                   Instant now, std::int64_t most_bytes) {
  PushReport report;
  if (ops.empty()) return report;
  bool is_gone = false;
  writer_.run([&](ServerDatabase& database) {
    is_gone = senders_ == Senders::kSignedIn && !is_signed_in(database, sender);
    if (!is_gone) report = push_into(database, scope, sender, ops, now, most_bytes);
  });
  if (is_gone) throw SenderGone();
  return report;
}

}  // namespace rehearse::sync
