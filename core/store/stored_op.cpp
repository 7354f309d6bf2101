#include "core/store/stored_op.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "core/store/packed_line.h"
#include "core/store/review_line.h"

namespace rehearse {
namespace {

/// What such a row says, but for the id; `op`: what its line says.
StoredOp stored_op(const Query& row, Op op) {
  StoredOp stored;
  stored.effective_ms = op.envelope.stamp.ms;
  if (!row.is_null(1)) stored.effective_ms = std::min(stored.effective_ms, row.integer(1));
  stored.op = std::move(op);
  stored.position = row.integer(0);
  return stored;
}

}  // namespace

// A stamp never goes back, so after one answer under a clock a year ahead all later stamps are a year ahead
// too. The order must follow them; the learner's day must not, or nothing would be asked for a year: it
// follows the wall clock where that lay behind the stamp, and the admitting server where that did.
Instant given_at(const StoredOp& stored) {
  const Instant effective{std::chrono::milliseconds{stored.effective_ms}};
  return std::min(effective, stored.op.envelope.wall);
}

bool stands_before(const StoredOp& a, const StoredOp& b) {
  const FoldPlace first = place_of(a), second = place_of(b);
  return first < second || (!(second < first) && a.id < b.id);
}

Stamp effective_stamp(Stamp stamp, std::int64_t effective_ms) {
  return effective_ms < stamp.ms ? Stamp{effective_ms + 1, 0} : stamp;
}

bool operator<(const FoldPlace& a, const FoldPlace& b) {
  return std::tie(a.effective_ms, a.stamp, a.device) < std::tie(b.effective_ms, b.stamp, b.device);
}

FoldPlace place_of(const StoredOp& stored) {
  const Envelope& envelope = stored.op.envelope;
  return {stored.effective_ms, envelope.stamp, envelope.device, stored.position};
}

std::optional<StoredOp> read_row(const Query& row, const Names& names) {
  const Result<std::string> line = unpack_line(row.bytes(2), names);
  if (!line) return std::nullopt;
  Result<Op> op = read_op(*line);
  if (!op) return std::nullopt;
  StoredOp stored = stored_op(row, std::move(*op));
  stored.id = op_id(*line);
  return stored;
}

std::optional<StoredOp> read_nameless_row(const Query& row, const Names& names) {
  if (auto review = read_packed_review(row.bytes(2), names)) return stored_op(row, std::move(*review));
  return read_row(row, names);
}

}  // namespace rehearse
