// Old ops of a stream, packed: as many as stand side by side in one zstd frame take about a tenth of what
// their rows took. The ids are not in it, for they are the hashes of the lines, and neither is the chain.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/protocol/stream_cursor.h"

namespace rehearse::sync {

inline constexpr std::size_t kMostSegmentOps = 1'000;
/// Of lines; one op at least is in a segment.
inline constexpr std::size_t kMostSegmentBytes = 1024 * 1024;
/// Unpacked: the lines, the last of which may go beyond their bound, and what stands beside them.
inline constexpr std::size_t kMostUnpackedBytes = 2 * kMostSegmentBytes;

/// A row of `op`, but for what follows from the others.
struct SealedOp {
  std::int64_t device = 0, counter = 0;  // as a row holds them
  std::int64_t admitted_ms = 0;
  std::int64_t author = 0;
  std::int64_t pushed_by = 0;
  std::string line;

  friend bool operator==(const SealedOp&, const SealedOp&) = default;
};

/// The ops of a stream from `before` to `end`.
struct Segment {
  StreamCursor before, end;
  std::vector<SealedOp> ops;
};

/// One zstd frame with a checksum, level 9: 1 (the format), how many they are; the devices, the counters, the
/// admissions, the authors, the sessions, each as the difference to the one before; the sizes of the lines;
/// the lines. Numbers are LEB128, and differences zigzag.
std::string pack_ops(const std::vector<SealedOp>& ops);

/// Nothing for what pack_ops does not write; never takes more memory than a segment may.
std::optional<std::vector<SealedOp>> unpack_ops(std::string_view packed);

/// The cursor behind an op that stands behind `before`.
StreamCursor behind(const StreamCursor& before, const SealedOp& op);

}  // namespace rehearse::sync
