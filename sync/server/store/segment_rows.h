// The rows of segments. The ops of a stream that are sealed stand before all that have rows of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "core/base/store_error.h"
#include "sync/server/store/segment.h"
#include "sync/server/store/server_database.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

/// What is stored is not what was written.
class SegmentDamaged : public StoreError {
 public:
  using StoreError::StoreError;
};

/// The first segment that ends behind `n`: the one with the op n + 1, where that is sealed. Throws
/// SegmentDamaged.
std::optional<Segment> segment_behind(ServerDatabase& database, ScopeId scope, std::int64_t n);

/// The cursor behind the last op that is sealed.
StreamCursor sealed_end(ServerDatabase& database, ScopeId scope);

/// Adds it, and what its ops are found by. Their rows are left to the caller.
void add_segment(ServerDatabase& database, ScopeId scope, const Segment& segment, std::string_view packed);

/// Those of the ops that are sealed, and no others: what may be in a segment is looked for in it.
std::set<OpId> sealed_among(ServerDatabase& database, ScopeId scope, const std::vector<PushedOp>& ops);

/// Whether what its ops are found by is there, and says what is in it.
bool is_found_by_device(ServerDatabase& database, ScopeId scope, const Segment& segment);

/// Deletes up to `most` rows; false when there was none.
bool delete_segments(ServerDatabase& database, ScopeId scope, std::size_t most);

}  // namespace rehearse::sync
