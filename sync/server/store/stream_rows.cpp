#include "sync/server/store/stream_rows.h"

#include "sync/server/store/stored_instant.h"

namespace rehearse::sync {
namespace {

constexpr const char* kHead = "SELECT n, chain, admitted_ms, bytes FROM scope WHERE scope_id = ?1";
constexpr const char* kChainAt = "SELECT chain FROM op WHERE scope_id = ?1 AND n = ?2";
constexpr const char* kBehind =
    "SELECT n, op_id, admitted_ms, author, pushed_by, line FROM op WHERE scope_id = ?1 AND n > ?2"
    " ORDER BY n LIMIT ?3";

}  // namespace

StreamHead read_head(ServerDatabase& database, ScopeId scope) {
  Statement row = database.query(kHead);
  if (!row.bind(scope).step()) return {};
  return head_in(row);
}

bool has_cursor(ServerDatabase& database, ScopeId scope, const StreamCursor& cursor) {
  if (cursor == StreamCursor()) return true;
  Statement row = database.query(kChainAt);
  return row.bind(scope, cursor.n).step() && as_chain(row.integer(0)) == cursor.chain;
}

StreamPage read_page(ServerDatabase& database, ScopeId scope, const StreamCursor& from, std::size_t most,
                     std::size_t most_bytes) {
  StreamPage page;
  page.head = read_head(database, scope).end.n;
  std::size_t bytes = 0;
  Statement row = database.query(kBehind);
  row.bind(scope, from.n, static_cast<std::int64_t>(most));
  while (row.step()) {
    bytes += row.bytes(5).size();
    if (bytes > most_bytes && !page.ops.empty()) break;
    page.ops.push_back({row.integer(0), row.id<OpId>(1), instant(row.integer(2)), row.integer(3),
                        row.integer(4), row.text(5)});
  }
  return page;
}

}  // namespace rehearse::sync
