#include "core/store/op_log.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "core/base/store_error.h"

namespace rehearse {
namespace {

constexpr const char* kReadDevice = "SELECT id FROM device";
constexpr const char* kNameDevice =
    "INSERT OR IGNORE INTO device (only_row, id, next_counter) VALUES (1, ?1, 1)";
constexpr const char* kTakeCounters =
    "UPDATE device SET next_counter = next_counter + ?1 RETURNING next_counter - ?1";
constexpr const char* kLastStamp =
    "SELECT stamp_ms, stamp_counter FROM op ORDER BY stamp_ms DESC, stamp_counter DESC LIMIT 1";
constexpr const char* kInsert =
    "INSERT INTO op (id, scope, device, counter, stamp_ms, stamp_counter, kind, target, line)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING position";
constexpr const char* kAbout =
    "SELECT id, effective_ms, line, position FROM op WHERE target = ?1"
    " ORDER BY effective_ms, stamp_ms, stamp_counter, device, id";
constexpr const char* kFind = "SELECT id, effective_ms, line, position FROM op WHERE id = ?1";
constexpr const char* kAt = "SELECT id, effective_ms, line, position FROM op WHERE position = ?1";
constexpr const char* kVoids = "SELECT substr(target, 4) FROM op WHERE kind = 'void'";
constexpr const char* kAll =
    "SELECT id, effective_ms, line, position FROM op ORDER BY effective_ms, stamp_ms, stamp_counter, device, "
    "id";
constexpr const char* kRegisterTargets =
    "SELECT target FROM op WHERE kind IN ('set', 'alive', 'order', 'config') GROUP BY target"
    " ORDER BY min(position)";
constexpr const char* kSetsOfDevice =
    "SELECT id, effective_ms, line, position FROM op WHERE device = ?1 AND kind = 'set' AND target GLOB "
    "'question:*'"
    " ORDER BY position DESC";
constexpr const char* kVoidsOf = "SELECT id FROM op WHERE target = ?1 AND kind = 'void'";
constexpr const char* kCount = "SELECT count(*) FROM op";

// Everything belongs to the account's own scope until groups exist.
constexpr const char* kOwnScope = "me";

void read_rows(Query& query, const std::function<void(const StoredOp&)>& visit) {
  while (query.step()) {
    Result<Op> op = read_op(query.text(2));
    if (op) visit({query.id<OpId>(0), query.integer(1), std::move(*op), query.integer(3)});
  }
}

}  // namespace

bool stands_before(const StoredOp& a, const StoredOp& b) {
  const auto place = [](const StoredOp& stored) {
    const Envelope& envelope = stored.op.envelope;
    return std::tuple(stored.effective_ms, envelope.stamp, envelope.device, stored.id);
  };
  return place(a) < place(b);
}

OpLog::OpLog(Database& database, RandomSource random) : database_(database), random_(std::move(random)) {
  const auto read = [&] {
    Query query = database_.query(kReadDevice);
    return query.step() ? query.text(0) : std::string();
  };
  std::string name = read();
  if (name.empty()) {
    database_.query(kNameDevice).bind(hex_text(random_())).run();
    name = read();
  }
  std::from_chars(name.data(), name.data() + name.size(), device_, 16);
}

Stamp OpLog::last_stamp() const {
  Query query = database_.query(kLastStamp);
  if (!query.step()) return {};
  return {query.integer(0), static_cast<std::uint32_t>(query.integer(1))};
}

StoredOp OpLog::append(OpBody body, Instant wall) {
  const Written written = write(std::move(body), wall, last_stamp(), take_counters(1));
  Result<Op> kept = read_op(written.line);
  if (!kept) refuse({"not kept: " + kept.error().line(), "没有保存：" + kept.error().line()});
  return {written.id, written.stamp.ms, std::move(*kept), written.position};
}

void OpLog::append_all(std::vector<OpBody> bodies, Instant wall) {
  std::uint64_t counter = take_counters(bodies.size());
  Stamp last = last_stamp();
  for (OpBody& body : bodies) last = write(std::move(body), wall, last, counter++).stamp;
}

std::uint64_t OpLog::take_counters(std::size_t count) {
  Query query = database_.query(kTakeCounters);
  query.bind(static_cast<std::int64_t>(count)).step();
  return static_cast<std::uint64_t>(query.integer(0));
}

OpLog::Written OpLog::write(OpBody body, Instant wall, Stamp last, std::uint64_t counter) {
  Op op{{}, std::move(body)};
  op.envelope.device = device_;
  op.envelope.wall = std::clamp(wall, kEarliestWall, kLatestWall);
  op.envelope.stamp = next_stamp(last, op.envelope.wall);
  op.envelope.counter = counter;
  op.envelope.salt = random_();
  Written written{0, {}, op.envelope.stamp, write_op(op)};
  if (written.line.size() > kLongestOpLine)
    refuse({"more than 64 KB at once were not kept: shorten the text",
            "一次超过 64 KB 的内容没有保存，请缩短文字"});
  written.id = op_id(written.line);
  Query query = database_.query(kInsert);
  query.bind(written.id, kOwnScope, hex_text(device_), static_cast<std::int64_t>(counter), written.stamp.ms,
             static_cast<std::int64_t>(written.stamp.counter), kind_of(op), target_of(op), written.line);
  query.step();
  written.position = query.integer(0);
  return written;
}

void OpLog::refuse(const Words& why) const {
  throw StoreError({"library " + database_.file().string() + ": " + why.english,
                    "题库 " + database_.file().string() + "：" + why.in(Language::kChinese)});
}

std::vector<StoredOp> OpLog::about(const std::string& target) const {
  std::vector<StoredOp> ops;
  Query query = database_.query(kAbout);
  query.bind(target);
  read_rows(query, [&](const StoredOp& op) { ops.push_back(op); });
  return ops;
}

std::optional<StoredOp> OpLog::find(OpId id) const {
  std::optional<StoredOp> found;
  Query query = database_.query(kFind);
  query.bind(id);
  read_rows(query, [&](const StoredOp& op) { found = op; });
  return found;
}

std::optional<StoredOp> OpLog::at(std::int64_t position) const {
  std::optional<StoredOp> found;
  Query query = database_.query(kAt);
  query.bind(position);
  read_rows(query, [&](const StoredOp& op) { found = op; });
  return found;
}

std::set<OpId> OpLog::voided() const {
  std::set<OpId> named;
  {
    Query query = database_.query(kVoids);
    while (query.step())
      if (const auto id = OpId::from_hex(query.text(0))) named.insert(*id);
  }
  std::erase_if(named, [&](const OpId& id) { return !is_void(id); });
  return named;
}

void OpLog::for_each(const std::function<void(const StoredOp&)>& visit) const {
  Query query = database_.query(kAll);
  read_rows(query, visit);
}

std::vector<std::string> OpLog::register_targets() const {
  std::vector<std::string> targets;
  Query query = database_.query(kRegisterTargets);
  while (query.step()) targets.push_back(query.text(0));
  return targets;
}

std::optional<StoredOp> OpLog::latest_edit() const {
  Query query = database_.query(kSetsOfDevice);
  query.bind(device());
  while (query.step()) {
    Result<Op> op = read_op(query.text(2));
    const OpId id = query.id<OpId>(0);
    const SetOp* set = op ? std::get_if<SetOp>(&op->body) : nullptr;
    if (set != nullptr && set->origin == Origin::kLearner && !is_void(id))
      return StoredOp{id, query.integer(1), std::move(*op), query.integer(3)};
  }
  return std::nullopt;
}

bool OpLog::is_void(OpId id) const {
  // The op, the voids of it, the voids of those: a tree, because a void names one op, and its id is a hash
  // over that op's id. Walked without recursion: a chain of any length may come from another machine.
  struct Node {
    OpId id;
    std::size_t parent;
    bool is_void = false;
  };
  std::vector<Node> tree{{id, 0}};
  for (std::size_t i = 0; i < tree.size(); ++i) {
    Query query = database_.query(kVoidsOf);
    query.bind("op:" + tree[i].id.hex());
    while (query.step()) tree.push_back({query.id<OpId>(0), i});
  }
  for (std::size_t i = tree.size() - 1; i > 0; --i)
    if (!tree[i].is_void) tree[tree[i].parent].is_void = true;
  return tree.front().is_void;
}

std::string OpLog::device() const { return hex_text(device_); }

std::size_t OpLog::size() const {
  Query query = database_.query(kCount);
  query.step();
  return static_cast<std::size_t>(query.integer(0));
}

}  // namespace rehearse
