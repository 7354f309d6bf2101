// A place in the stream of ops of a scope, with a hash over all that stands before it: who holds the same
// cursor has read the same stream. A server that was restored from a backup is found out by it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/base/time.h"

namespace rehearse::sync {

/// Ops that stand in a stream at most: the last number that every reader of JSON has exactly, and far from
/// where ours would overflow.
inline constexpr std::int64_t kMostOfStream = std::int64_t{1} << 53;

struct StreamCursor {
  std::int64_t n = 0;       // ops before it
  std::uint64_t chain = 0;  // over them

  friend bool operator==(const StreamCursor&, const StreamCursor&) = default;
};

/// The cursor behind one more op: the first 8 bytes of BLAKE2b-128 (RFC 7693, no key) over the chain, the id,
/// the admission in Unix milliseconds and the author, each number as 8 bytes, the largest first.
StreamCursor behind(const StreamCursor& cursor, const OpId& id, Instant admitted, std::string_view author);

/// n.chain, the chain as 16 hexadecimal digits; empty at the begin.
std::string to_text(const StreamCursor& cursor);
/// Nothing for what to_text does not write.
std::optional<StreamCursor> parse_cursor(std::string_view text);

}  // namespace rehearse::sync
