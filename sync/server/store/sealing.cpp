#include "sync/server/store/sealing.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/store_error.h"
#include "core/store/op.h"
#include "sync/server/store/segment_rows.h"
#include "sync/server/store/stored_instant.h"
#include "sync/server/store/stream_rows.h"

namespace rehearse::sync {
namespace {

// Of each stream that is not being deleted: the oldest op that has a row, and the one with which a segment
// would be full.
constexpr const char* kStreams =
    "SELECT s.scope_id,"
    " coalesce((SELECT o.admitted_ms FROM op o WHERE o.scope_id = s.scope_id ORDER BY o.n LIMIT 1), ?2),"
    " coalesce((SELECT l.admitted_ms FROM op l WHERE l.scope_id = s.scope_id"
    "  AND l.n = (SELECT min(o.n) + ?3 FROM op o WHERE o.scope_id = s.scope_id)), ?2)"
    " FROM scope s WHERE s.scope_id > ?1"
    " AND NOT EXISTS (SELECT 1 FROM account a WHERE a.account_id = s.scope_id AND a.name IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM study_group g WHERE g.scope_id = s.scope_id AND g.name IS NULL)"
    " ORDER BY s.scope_id LIMIT 1000";
constexpr const char* kOldest =
    "SELECT n, op_id, chain, device, counter, admitted_ms, author, pushed_by, line FROM op"
    " WHERE scope_id = ?1 ORDER BY n LIMIT ?2";
// Takes the place of whoever writes into the stream, in either store.
constexpr const char* kLockHead = "UPDATE scope SET n = n WHERE scope_id = ?1";
constexpr const char* kChainAt = "SELECT chain FROM op WHERE scope_id = ?1 AND n = ?2";
constexpr const char* kDeleteOps = "DELETE FROM op WHERE scope_id = ?1 AND n >= ?2 AND n <= ?3";

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

[[noreturn]] void fail_changed(ScopeId scope) {
  const std::string stream = std::to_string(scope);
  throw StoreError({"stream " + stream + " is damaged and is not sealed: see rehearse-sync check",
                    "流 " + stream + " 已损坏，未压缩，请用 rehearse-sync check 检查"});
}

/// What is deleted behind it has to be in it, to the last byte and in the same chain.
void require_same(ScopeId scope, const Segment& segment, const std::string& packed) {
  const auto ops = unpack_ops(packed);
  if (!ops || *ops != segment.ops) fail_changed(scope);
  StreamCursor at = segment.before;
  for (const SealedOp& op : *ops) at = behind(at, op);
  if (at != segment.end) fail_changed(scope);
}

/// False when others have sealed meanwhile, or the stream is gone.
bool put_in_place(ServerDatabase& database, ScopeId scope, const Segment& segment,
                  const std::string& packed) {
  if (database.query(kLockHead).bind(scope).run() == 0) return false;
  if (sealed_end(database, scope) != segment.before) return false;
  {
    Statement row = database.query(kChainAt);
    if (!row.bind(scope, segment.end.n).step() || as_chain(row.integer(0)) != segment.end.chain) return false;
  }
  add_segment(database, scope, segment, packed);
  const std::int64_t deleted =
      database.query(kDeleteOps).bind(scope, segment.before.n + 1, segment.end.n).run();
  if (deleted != static_cast<std::int64_t>(segment.ops.size())) fail_changed(scope);
  return true;
}

}  // namespace

SealingPass::SealingPass(DataSource source, Commits& commits, Instant now, std::chrono::days age)
    : readers_(std::move(source)),
      commits_(commits),
      old_ms_(in_ms(now - age)),
      very_old_ms_(in_ms(now - 2 * age)) {}

bool SealingPass::step() {
  while (current_ || next_stream()) {
    try {
      if (seal_one(*current_)) return true;
    } catch (const StoreError& fault) {
      faults_.push_back(fault.words());
    }
    current_.reset();
  }
  return false;
}

bool SealingPass::next_stream() {
  while (due_.empty()) {
    const ScopeId before = looked_at_;
    ReaderPool::Lease reader(readers_);
    Statement row = reader.database().query(kStreams);
    row.bind(looked_at_, kNever, static_cast<std::int64_t>(kMostSegmentOps) - 1);
    while (row.step()) {
      looked_at_ = row.integer(0);
      if (row.integer(1) <= very_old_ms_ || row.integer(2) <= old_ms_) due_.push_back(looked_at_);
    }
    if (looked_at_ == before) return false;
    std::reverse(due_.begin(), due_.end());
  }
  current_ = due_.back();
  due_.pop_back();
  has_sealed_current_ = false;
  return true;
}

bool SealingPass::seal_one(ScopeId scope) {
  // Read and packed beside the others: rows never change, and whoever writes waits for the rest alone.
  const auto segment = segment_to_seal(scope);
  if (!segment) return false;
  const std::string packed = pack_ops(segment->ops);
  require_same(scope, *segment, packed);
  bool is_sealed = false;
  commits_.run_behind_locks(
      [&](ServerDatabase& database) { is_sealed = put_in_place(database, scope, *segment, packed); });
  if (!is_sealed) return false;
  counts_.streams += has_sealed_current_ ? 0 : 1;
  has_sealed_current_ = true;
  ++counts_.segments;
  counts_.ops += static_cast<std::int64_t>(segment->ops.size());
  for (const SealedOp& op : segment->ops) counts_.line_bytes += static_cast<std::int64_t>(op.line.size());
  counts_.packed_bytes += static_cast<std::int64_t>(packed.size());
  return true;
}

std::optional<Segment> SealingPass::segment_to_seal(ScopeId scope) {
  ReaderPool::Lease reader(readers_);
  const ReadState state(reader.database());
  Segment segment;
  segment.before = segment.end = sealed_end(reader.database(), scope);
  std::size_t bytes = 0;
  bool is_full = false;
  Statement row = reader.database().query(kOldest);
  row.bind(scope, static_cast<std::int64_t>(kMostSegmentOps));
  while (!is_full && row.step()) {
    SealedOp op{row.integer(3), row.integer(4), row.integer(5), row.integer(6), row.integer(7), row.text(8)};
    if (op.admitted_ms > old_ms_) break;
    bytes += op.line.size();
    is_full = bytes > kMostSegmentBytes && !segment.ops.empty();
    if (is_full) break;
    segment.end = behind(segment.end, op);
    const bool is_sound = segment.end.n == row.integer(0) && op_id(op.line) == row.id<OpId>(1) &&
                          segment.end.chain == as_chain(row.integer(2));
    if (!is_sound) fail_changed(scope);
    segment.ops.push_back(std::move(op));
    is_full = segment.ops.size() == kMostSegmentOps;
  }
  if (segment.ops.empty() || (!is_full && segment.ops.front().admitted_ms > very_old_ms_))
    return std::nullopt;
  return segment;
}

}  // namespace rehearse::sync
