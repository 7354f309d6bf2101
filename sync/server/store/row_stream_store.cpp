#include "sync/server/store/row_stream_store.h"

#include "sync/server/store/group_rows.h"
#include "sync/server/store/stream_rows.h"

namespace rehearse::sync {

std::optional<StreamPage> RowStreamStore::read(ScopeId scope, const StreamCursor& from, std::size_t most,
                                               std::size_t most_bytes) {
  ReaderPool::Lease reader(readers_);
  const ReadState state(reader.database());
  if (!has_cursor(reader.database(), scope, from)) return std::nullopt;
  return read_page(reader.database(), scope, from, most, most_bytes);
}

StreamCursor RowStreamStore::end(ScopeId scope) {
  ReaderPool::Lease reader(readers_);
  return read_head(reader.database(), scope).end;
}

std::optional<GroupRole> RowStreamStore::role(ScopeId group, std::int64_t account) {
  ReaderPool::Lease reader(readers_);
  return role_in_group(reader.database(), group, account);
}

}  // namespace rehearse::sync
