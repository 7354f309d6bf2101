#include "sync/server/store/segment_rows.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/store/op.h"
#include "sync/server/store/stream_rows.h"

namespace rehearse::sync {
namespace {

constexpr const char* kBehind =
    "SELECT first_n, chain_before, last_n, chain, ops FROM segment WHERE scope_id = ?1 AND last_n > ?2"
    " ORDER BY last_n LIMIT 1";
constexpr const char* kEnd =
    "SELECT last_n, chain FROM segment WHERE scope_id = ?1 ORDER BY last_n DESC LIMIT 1";
constexpr const char* kAdd =
    "INSERT INTO segment (scope_id, last_n, chain, first_n, chain_before, ops)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr const char* kAddDevice =
    "INSERT INTO segment_device (scope_id, device, high_counter, last_n, low_counter, marks)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
// Numbers of a device rise with time: those of new ops are above all that are sealed.
constexpr const char* kMayHold =
    "SELECT last_n, marks FROM segment_device"
    " WHERE scope_id = ?1 AND device = ?2 AND high_counter >= ?3 AND low_counter <= ?4";
constexpr const char* kDevice =
    "SELECT low_counter, marks FROM segment_device"
    " WHERE scope_id = ?1 AND device = ?2 AND high_counter = ?3 AND last_n = ?4";
constexpr const char* kDelete =
    "DELETE FROM segment WHERE scope_id = ?1"
    " AND last_n IN (SELECT last_n FROM segment WHERE scope_id = ?1 ORDER BY last_n LIMIT ?2)";
constexpr const char* kDeleteDevices =
    "DELETE FROM segment_device WHERE scope_id = ?1 AND (device, high_counter, last_n) IN"
    " (SELECT device, high_counter, last_n FROM segment_device WHERE scope_id = ?1 LIMIT ?2)";

/// Four bytes of an id, which are as random as all of it. What has none of a segment's marks is not in it;
/// what has one is looked for in the segment.
using Mark = std::uint32_t;
constexpr std::size_t kMarkBytes = sizeof(Mark);
constexpr unsigned kBitsOfByte = 8;

Mark mark_of(const OpId& id) {
  Mark mark = 0;
  for (std::size_t i = 0; i < kMarkBytes; ++i) mark = mark << kBitsOfByte | id.bytes[i];
  return mark;
}

/// What the ops of one device are found by.
struct DeviceOps {
  std::int64_t low = 0, high = 0;  // counters
  std::vector<Mark> marks;         // ascending

  void add(std::int64_t counter, const OpId& id) {
    low = marks.empty() ? counter : std::min(low, counter);
    high = marks.empty() ? counter : std::max(high, counter);
    marks.push_back(mark_of(id));
  }
};

using ByDevice = std::map<std::int64_t, DeviceOps>;

void sort_marks(ByDevice& devices) {
  for (auto& [device, ops] : devices) std::sort(ops.marks.begin(), ops.marks.end());
}

ByDevice by_device(const Segment& segment) {
  ByDevice devices;
  for (const SealedOp& op : segment.ops) devices[op.device].add(op.counter, op_id(op.line));
  sort_marks(devices);
  return devices;
}

std::string as_bytes(const std::vector<Mark>& marks) {
  std::string bytes;
  for (const Mark mark : marks)
    for (unsigned shift = kMarkBytes * kBitsOfByte; shift > 0; shift -= kBitsOfByte)
      bytes += static_cast<char>(mark >> (shift - kBitsOfByte));
  return bytes;
}

Mark mark_at(std::string_view bytes, std::size_t index) {
  Mark mark = 0;
  for (const char byte : bytes.substr(index * kMarkBytes, kMarkBytes))
    mark = mark << kBitsOfByte | static_cast<unsigned char>(byte);
  return mark;
}

/// Whether any of `marks` stands in the bytes. Walks through both once.
bool meet(const std::vector<Mark>& marks, std::string_view bytes) {
  const std::size_t count = bytes.size() / kMarkBytes;
  auto mark = marks.begin();
  for (std::size_t i = 0; i < count && mark != marks.end();) {
    const Mark there = mark_at(bytes, i);
    if (there == *mark) return true;
    there < *mark ? static_cast<void>(++i) : static_cast<void>(++mark);
  }
  return false;
}

[[noreturn]] void fail_damaged(ScopeId scope, std::int64_t last_n) {
  const std::string stream = std::to_string(scope), end = std::to_string(last_n);
  throw SegmentDamaged(
      {"stream " + stream + ": the segment that ends with op " + end + " is damaged: see rehearse-sync check",
       "流 " + stream + "：以记录 " + end + " 结尾的压缩段已损坏，请用 rehearse-sync check 检查"});
}

/// Ends of the segments that may hold some of the ops.
std::set<std::int64_t> segments_for(ServerDatabase& database, ScopeId scope,
                                    const std::vector<PushedOp>& ops) {
  ByDevice devices;
  for (const PushedOp& op : ops) devices[as_stored(op.device)].add(as_stored(op.counter), op.id);
  sort_marks(devices);
  std::set<std::int64_t> ends;
  for (const auto& [device, sought] : devices) {
    Statement row = database.query(kMayHold);
    row.bind(scope, device, sought.low, sought.high);
    while (row.step())
      if (meet(sought.marks, row.bytes(1))) ends.insert(row.integer(0));
  }
  return ends;
}

}  // namespace

std::optional<Segment> segment_behind(ServerDatabase& database, ScopeId scope, std::int64_t n) {
  Statement row = database.query(kBehind);
  if (!row.bind(scope, n).step()) return std::nullopt;
  Segment segment;
  segment.before = {row.integer(0) - 1, as_chain(row.integer(1))};
  segment.end = {row.integer(2), as_chain(row.integer(3))};
  auto ops = unpack_ops(row.bytes(4));
  if (!ops || segment.before.n + static_cast<std::int64_t>(ops->size()) != segment.end.n)
    fail_damaged(scope, segment.end.n);
  segment.ops = std::move(*ops);
  return segment;
}

StreamCursor sealed_end(ServerDatabase& database, ScopeId scope) {
  Statement row = database.query(kEnd);
  if (!row.bind(scope).step()) return {};
  return {row.integer(0), as_chain(row.integer(1))};
}

void add_segment(ServerDatabase& database, ScopeId scope, const Segment& segment, std::string_view packed) {
  database.query(kAdd)
      .bind(scope, segment.end.n, as_stored(segment.end.chain), segment.before.n + 1,
            as_stored(segment.before.chain), Blob{packed})
      .hold();
  for (const auto& [device, ops] : by_device(segment)) {
    const std::string marks = as_bytes(ops.marks);
    database.query(kAddDevice).bind(scope, device, ops.high, segment.end.n, ops.low, Blob{marks}).hold();
  }
}

std::set<OpId> sealed_among(ServerDatabase& database, ScopeId scope, const std::vector<PushedOp>& ops) {
  std::set<OpId> sealed;
  const std::set<std::int64_t> ends = segments_for(database, scope, ops);
  if (ends.empty()) return sealed;
  std::map<std::pair<std::int64_t, std::int64_t>, std::set<OpId>> sought;  // by device and counter
  for (const PushedOp& op : ops) sought[{as_stored(op.device), as_stored(op.counter)}].insert(op.id);
  for (const std::int64_t end : ends) {
    const auto segment = segment_behind(database, scope, end - 1);
    if (!segment || segment->end.n != end) fail_damaged(scope, end);
    for (const SealedOp& op : segment->ops) {
      const auto ids = sought.find({op.device, op.counter});
      if (ids == sought.end()) continue;
      const OpId id = op_id(op.line);
      if (ids->second.contains(id)) sealed.insert(id);
    }
  }
  return sealed;
}

bool is_found_by_device(ServerDatabase& database, ScopeId scope, const Segment& segment) {
  for (const auto& [device, ops] : by_device(segment)) {
    Statement row = database.query(kDevice);
    if (!row.bind(scope, device, ops.high, segment.end.n).step()) return false;
    if (row.integer(0) != ops.low || row.bytes(1) != as_bytes(ops.marks)) return false;
  }
  return true;
}

bool delete_segments(ServerDatabase& database, ScopeId scope, std::size_t most) {
  // A segment is as much to delete as many of the others.
  const std::size_t segments = std::max<std::size_t>(1, most / kMostSegmentOps);
  return database.query(kDeleteDevices).bind(scope, static_cast<std::int64_t>(most)).run() > 0 ||
         database.query(kDelete).bind(scope, static_cast<std::int64_t>(segments)).run() > 0;
}

}  // namespace rehearse::sync
