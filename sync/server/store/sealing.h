// Packs what is old in the streams of a server into segments. Nothing that a client can see changes by it.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/base/words.h"
#include "sync/server/store/commits.h"
#include "sync/server/store/reader_pool.h"
#include "sync/server/store/segment.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

inline constexpr std::chrono::days kSealedAge{30};

/// What a pass has done.
struct SealedCounts {
  std::int64_t streams = 0, segments = 0, ops = 0;
  std::int64_t line_bytes = 0, packed_bytes = 0;
};

/// One walk through all streams. Ops older than `age` are sealed as soon as they fill a segment; and fewer
/// when the oldest of them is twice as old, so that a slow stream makes no segment a day. Each segment is a
/// transaction of its own: in a crash it is there as a whole, or its rows are. Others may do the same
/// meanwhile, in this process or on other machines.
class SealingPass {
 public:
  /// Both outlive it.
  SealingPass(DataSource source, Commits& commits, Instant now, std::chrono::days age = kSealedAge);

  /// Seals one segment; false when there is no more to seal. Throws StoreError when the data cannot be read
  /// at all. A stream that cannot be sealed is among the faults, and is left as it is.
  bool step();

  const SealedCounts& counts() const { return counts_; }
  const std::vector<Words>& faults() const { return faults_; }

 private:
  bool next_stream();
  /// False when the stream has no more to seal.
  bool seal_one(ScopeId scope);
  std::optional<Segment> segment_to_seal(ScopeId scope);

  ReaderPool readers_;
  Commits& commits_;
  std::int64_t old_ms_, very_old_ms_;  // admitted then or before
  ScopeId looked_at_ = std::numeric_limits<ScopeId>::min();
  std::vector<ScopeId> due_;  // the next is the last
  std::optional<ScopeId> current_;
  bool has_sealed_current_ = false;
  SealedCounts counts_;
  std::vector<Words> faults_;
};

}  // namespace rehearse::sync
