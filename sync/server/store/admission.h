// What a push adds to a stream: which of its ops may, which are there already, for which there is room.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sync/server/store/stream_rows.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

/// Where the ops of a push go.
class OpTable {
 public:
  virtual ~OpTable() = default;
  virtual bool is_there(const PushedOp& op) = 0;
  /// Puts it at the end that it makes; false, and nothing is done, where it is there.
  virtual bool add(const PushedOp& op, const StreamCursor& end) = 0;
};

/// A push on its way in.
struct Admission {
  const Sender& sender;
  std::optional<GroupRole> role;  // of the sender; nothing: may add nothing
  std::int64_t admitted_ms;
  std::int64_t most_bytes;
};

/// The instant that the ops get: `now`, or the first behind the last admission where that is later.
std::int64_t admission_ms(const StreamHead& head, Instant now);

/// Adds to `table` what may be added, and moves `head` behind it.
PushReport admit(const Admission& admission, const std::vector<PushedOp>& ops, StreamHead& head,
                 OpTable& table);

}  // namespace rehearse::sync
