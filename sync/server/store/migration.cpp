#include "sync/server/store/migration.h"

#include <vector>

#include "core/base/store_error.h"
#include "core/store/op.h"
#include "sync/server/store/segment_rows.h"
#include "sync/server/store/small_tables.h"
#include "sync/server/store/stream_rows.h"

namespace rehearse::sync {
namespace {

constexpr const char* kScopes = "SELECT scope_id FROM scope ORDER BY scope_id";
constexpr const char* kPage =
    "SELECT n, op_id, device, counter, chain, admitted_ms, author, pushed_by, line FROM op"
    " WHERE scope_id = ?1 AND n > ?2 ORDER BY n LIMIT 1000";
constexpr const char* kAdd =
    "INSERT INTO op (scope_id, n, op_id, device, counter, chain, admitted_ms, author, pushed_by, line)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
constexpr const char* kSaveHead =
    "INSERT INTO scope (scope_id, n, chain, admitted_ms, bytes) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (scope_id) DO UPDATE SET n = ?2, chain = ?3, admitted_ms = ?4, bytes = ?5";

[[noreturn]] void fail_other_data() {
  throw StoreError({"what is moved to holds other data already: choose an empty place",
                    "目标处已有其他数据，请换一个空的位置"});
}

std::vector<ScopeId> scopes_in(ServerDatabase& database) {
  std::vector<ScopeId> scopes;
  Statement row = database.query(kScopes);
  while (row.step()) scopes.push_back(row.integer(0));
  return scopes;
}

void add_rows(ServerDatabase& to, ScopeId scope, const Segment& segment, StreamHead& head) {
  StreamCursor at = segment.before;
  for (const SealedOp& op : segment.ops) {
    at = behind(at, op);
    if (at.n <= head.end.n) continue;
    to.query(kAdd)
        .bind(scope, at.n, op_id(op.line), op.device, op.counter, as_stored(at.chain), op.admitted_ms,
              op.author, op.pushed_by, Blob{op.line})
        .hold();
    head.bytes += static_cast<std::int64_t>(op.line.size());
  }
  head.end = at;
}

/// Copies what is sealed with the op behind the end of the target's stream; and as it is, unless the target
/// has some of it.
void copy_segment(ServerDatabase& to, ScopeId scope, const Segment& segment, StreamHead& head) {
  head.admitted_ms = segment.ops.back().admitted_ms;
  // What is sealed stands before all rows.
  if (segment.before != head.end || sealed_end(to, scope) != head.end)
    return add_rows(to, scope, segment, head);
  add_segment(to, scope, segment, pack_ops(segment.ops));
  for (const SealedOp& op : segment.ops) head.bytes += static_cast<std::int64_t>(op.line.size());
  head.end = segment.end;
}

void copy_rows(ServerDatabase& from, ServerDatabase& to, ScopeId scope, StreamHead& head) {
  Statement row = from.query(kPage);
  row.bind(scope, head.end.n);
  while (row.step()) {
    to.query(kAdd)
        .bind(scope, row.integer(0), row.id<OpId>(1), row.integer(2), row.integer(3), row.integer(4),
              row.integer(5), row.integer(6), row.integer(7), Blob{row.bytes(8)})
        .hold();
    head.end = {row.integer(0), as_chain(row.integer(4))};
    head.admitted_ms = row.integer(5);
    head.bytes += static_cast<std::int64_t>(row.bytes(8).size());
  }
}

/// Adds a page behind the end of the target's stream, and moves its head along. False when there was none.
bool copy_page(ServerDatabase& from, ServerDatabase& to, ScopeId scope) {
  StreamHead head = read_head(to, scope);
  const std::int64_t before = head.end.n;
  if (!has_cursor(from, scope, head.end)) fail_other_data();
  if (const auto segment = segment_behind(from, scope, before))
    copy_segment(to, scope, *segment, head);
  else
    copy_rows(from, to, scope, head);
  to.query(kSaveHead).bind(scope, head.end.n, as_stored(head.end.chain), head.admitted_ms, head.bytes).run();
  return head.end.n > before;
}

void copy_stream(ServerDatabase& from, ServerData& to, ScopeId scope) {
  for (bool is_more = true; is_more;)
    to.commits().run([&](ServerDatabase& database) { is_more = copy_page(from, database, scope); });
  if (to.streams().end(scope) != read_head(from, scope).end)
    throw StoreError({"what is moved is damaged: see rehearse-sync check",
                      "要迁移的数据已损坏，请用 rehearse-sync check 检查"});
}

}  // namespace

ServerCheck migrate_data(const DataPlace& from, const DataPlace& to) {
  ServerData source(from), target(to);
  ReaderPool readers(source.source());
  ReaderPool::Lease reader(readers);
  ServerDatabase& rows = reader.database();
  target.commits().run([&](ServerDatabase& database) {
    if (!copy_small_tables(rows, database)) fail_other_data();
    keep_counting(rows, database);
  });
  const std::vector<ScopeId> scopes = scopes_in(rows);
  for (const ScopeId scope : scopes) copy_stream(rows, target, scope);
  target.commits().run([&](ServerDatabase& database) {
    if (scopes_in(database) != scopes) fail_other_data();
  });
  return to.database ? check_server(*to.database) : check_server(to.file);
}

}  // namespace rehearse::sync
