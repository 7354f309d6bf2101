// What POST /v1/sync does, without a network: takes in the ops that a device sends and answers with those it
// lacks. Requests are stateless: the same one twice does no harm, and none waits for another.
#pragma once

#include <cstdint>
#include <variant>

#include "core/base/time.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/sync_message.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

struct SyncLimits {
  std::int64_t scope_bytes = std::int64_t{1} << 30;  // of lines in a scope
};

class SyncService {
 public:
  explicit SyncService(StreamStore& store, SyncLimits limits = {}) : store_(store), limits_(limits) {}

  /// `sender` is who the token says, whatever the lines say. Any thread.
  std::variant<SyncReply, Problem> sync(const Sender& sender, const SyncRequest& request, Instant now);

 private:
  std::variant<ScopeReply, Problem> sync_scope(const Sender& sender, const ScopeRequest& request,
                                               std::size_t most, std::size_t most_bytes, Instant now);

  StreamStore& store_;
  SyncLimits limits_;
};

}  // namespace rehearse::sync
