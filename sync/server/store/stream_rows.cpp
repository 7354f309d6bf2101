#include "sync/server/store/stream_rows.h"

#include <algorithm>
#include <utility>

#include "core/store/op.h"
#include "sync/server/store/segment_rows.h"
#include "sync/server/store/stored_instant.h"

namespace rehearse::sync {
namespace {

constexpr const char* kHead = "SELECT n, chain, admitted_ms, bytes FROM scope WHERE scope_id = ?1";
constexpr const char* kSealed = "SELECT coalesce(max(last_n), 0) FROM segment WHERE scope_id = ?1";
constexpr const char* kChainAt =
    "SELECT chain FROM op WHERE scope_id = ?1 AND n = ?2"
    " UNION ALL SELECT chain FROM segment WHERE scope_id = ?1 AND last_n = ?2";
constexpr const char* kBehind =
    "SELECT n, op_id, admitted_ms, author, pushed_by, line FROM op WHERE scope_id = ?1 AND n > ?2"
    " ORDER BY n LIMIT ?3";
constexpr const char* kDeleteOps =
    "DELETE FROM op WHERE scope_id = ?1 AND n IN (SELECT n FROM op WHERE scope_id = ?1 LIMIT ?2)";
constexpr const char* kDeleteScope = "DELETE FROM scope WHERE scope_id = ?1";

/// Of an op inside a segment: only its end says what it is.
bool is_in_segment(ServerDatabase& database, ScopeId scope, const StreamCursor& cursor) {
  const auto segment = segment_behind(database, scope, cursor.n - 1);
  if (!segment || segment->before.n >= cursor.n) return false;
  StreamCursor at = segment->before;
  for (const SealedOp& op : segment->ops) {
    at = behind(at, op);
    if (at.n == cursor.n) break;
  }
  return at == cursor;
}

/// Ops of a page as they come, until it is full.
class PageBuilder {
 public:
  PageBuilder(std::size_t most, std::size_t most_bytes) : most_(most), most_bytes_(most_bytes) {}

  std::size_t room() const { return most_ - ops_.size(); }
  /// False when there is no room for it.
  bool add(KeptOp op) {
    bytes_ += op.line.size();
    if (room() == 0 || (bytes_ > most_bytes_ && !ops_.empty())) return false;
    ops_.push_back(std::move(op));
    return true;
  }
  std::vector<KeptOp> take() { return std::move(ops_); }

 private:
  std::size_t most_, most_bytes_, bytes_ = 0;
  std::vector<KeptOp> ops_;
};

/// True when the page has all that is sealed behind `n`, and room for more.
bool add_sealed(ServerDatabase& database, ScopeId scope, std::int64_t n, PageBuilder& page) {
  while (auto segment = segment_behind(database, scope, n)) {
    for (SealedOp& op : segment->ops) {
      if (++segment->before.n <= n) continue;
      const OpId id = op_id(op.line);
      if (!page.add(
              {segment->before.n, id, instant(op.admitted_ms), op.author, op.pushed_by, std::move(op.line)}))
        return false;
    }
    n = segment->end.n;
  }
  return page.room() > 0;
}

std::int64_t sealed_ops(ServerDatabase& database, ScopeId scope) {
  Statement row = database.query(kSealed);
  row.bind(scope).step();
  return row.integer(0);
}

}  // namespace

StreamHead read_head(ServerDatabase& database, ScopeId scope) {
  Statement row = database.query(kHead);
  if (!row.bind(scope).step()) return {};
  return head_in(row);
}

bool has_cursor(ServerDatabase& database, ScopeId scope, const StreamCursor& cursor) {
  if (cursor == StreamCursor()) return true;
  {
    Statement row = database.query(kChainAt);
    if (row.bind(scope, cursor.n).step()) return as_chain(row.integer(0)) == cursor.chain;
  }
  return is_in_segment(database, scope, cursor);
}

StreamPage read_page(ServerDatabase& database, ScopeId scope, const StreamCursor& from, std::size_t most,
                     std::size_t most_bytes) {
  StreamPage page;
  page.head = read_head(database, scope).end.n;
  PageBuilder ops(most, most_bytes);
  const std::int64_t sealed = sealed_ops(database, scope);
  bool has_room = sealed <= from.n || add_sealed(database, scope, from.n, ops);
  Statement row = database.query(kBehind);
  if (has_room) row.bind(scope, std::max(from.n, sealed), static_cast<std::int64_t>(ops.room()));
  while (has_room && row.step())
    has_room = ops.add({row.integer(0), row.id<OpId>(1), instant(row.integer(2)), row.integer(3),
                        row.integer(4), row.text(5)});
  page.ops = ops.take();
  return page;
}

bool delete_stream(ServerDatabase& database, ScopeId scope, std::size_t most) {
  if (database.query(kDeleteOps).bind(scope, static_cast<std::int64_t>(most)).run() > 0) return false;
  if (delete_segments(database, scope, most)) return false;
  database.query(kDeleteScope).bind(scope).run();
  return true;
}

}  // namespace rehearse::sync
