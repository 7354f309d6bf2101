// The rows of streams: heads, and the ops behind a cursor, whether they are sealed or not. To be called
// inside a transaction where they write, and in one state of the data where more than one is read.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sync/server/store/server_database.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

struct StreamHead {
  StreamCursor end;
  std::int64_t admitted_ms = 0;  // the latest admission
  std::int64_t bytes = 0;        // of the lines
};

// As a row holds them: databases know signed numbers alone.
inline std::int64_t as_stored(std::uint64_t number) { return static_cast<std::int64_t>(number); }
inline std::uint64_t as_chain(std::int64_t stored) { return static_cast<std::uint64_t>(stored); }

/// From a row of n, chain, admitted_ms, bytes.
template <class Row>
StreamHead head_in(const Row& row) {
  return {{row.integer(0), as_chain(row.integer(1))}, row.integer(2), row.integer(3)};
}
/// Of a stream that nothing was pushed into: its begin.
StreamHead read_head(ServerDatabase& database, ScopeId scope);
bool has_cursor(ServerDatabase& database, ScopeId scope, const StreamCursor& cursor);
/// As StreamStore::read. Precondition: the stream has the cursor.
StreamPage read_page(ServerDatabase& database, ScopeId scope, const StreamCursor& from, std::size_t most,
                     std::size_t most_bytes);
/// Deletes up to `most` ops, or as much of what they are sealed in; true when nothing was left and the head
/// went as well.
bool delete_stream(ServerDatabase& database, ScopeId scope, std::size_t most);

}  // namespace rehearse::sync
