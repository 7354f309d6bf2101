// An op as it stands in the log: what its row says, and where it comes in the order of the fold.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/database.h"
#include "core/store/names.h"
#include "core/store/op.h"

namespace rehearse {

struct StoredOp {
  OpId id;
  std::int64_t effective_ms = 0;  // its time for the fold: min(stamp, stamp of the admitting server)
  Op op;
  std::int64_t position = 0;  // in the order of arrival
};

/// When an answer was given: its study day is taken from this.
Instant given_at(const StoredOp& stored);

/// Where an op stands in the order of the fold, (effective, stamp, device, id); of two that are equal here
/// the ids decide.
struct FoldPlace {
  std::int64_t effective_ms;
  Stamp stamp;
  std::uint64_t device;
  std::int64_t position;

  friend bool operator<(const FoldPlace& a, const FoldPlace& b);
};

FoldPlace place_of(const StoredOp& stored);

/// True when `a` comes before `b` in the order of the fold.
bool stands_before(const StoredOp& a, const StoredOp& b);

/// What the stamps of later ops have to be beyond: `stamp`, or where an op counts as earlier than its stamp
/// says, the first that is later than `effective_ms`.
Stamp effective_stamp(Stamp stamp, std::int64_t effective_ms);

/// What a row of the columns position, admitted_ms, line says; nothing when that cannot be read.
std::optional<StoredOp> read_row(const Query& row, const Names& names);
/// The same without the id, which is a hash over the whole line: most reviews need not be unpacked for it.
std::optional<StoredOp> read_nameless_row(const Query& row, const Names& names);

}  // namespace rehearse
