#include "core/store/op_log.h"

#include <algorithm>
#include <charconv>

#include "core/base/store_error.h"
#include "core/store/op_row.h"
#include "core/store/packed_line.h"
#include "core/store/sync_state.h"

namespace rehearse {
namespace {

constexpr const char* kReadDevice = "SELECT id FROM device";
constexpr const char* kNameDevice =
    "INSERT OR IGNORE INTO device (only_row, id, next_counter) VALUES (1, ?1, 1)";
constexpr const char* kReadClock = "SELECT next_counter, stamp_ms, stamp_counter FROM device";
constexpr const char* kSetClock = "UPDATE device SET next_counter = ?1, stamp_ms = ?2, stamp_counter = ?3";
constexpr const char* kInsert =
    "INSERT INTO op (scope, kind, target, admitted_ms, line) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr const char* kInsertId = "INSERT INTO op_id (id, position) VALUES (?1, ?2)";
constexpr const char* kPositionOf = "SELECT position FROM op_id WHERE id = ?1";
constexpr const char* kAdmit = "UPDATE op SET admitted_ms = ?2 WHERE position = ?1";
constexpr const char* kCount = "SELECT count(*) FROM op_id";
constexpr const char* kLastPosition = "SELECT coalesce(max(position), 0) FROM op";
constexpr const char* kExtendPart = "UPDATE import_part SET last = ?3 WHERE import = ?1 AND last = ?2 - 1";
constexpr const char* kAddPart = "INSERT INTO import_part (import, first, last) VALUES (?1, ?2, ?3)";

Name device_name(std::uint64_t device) {
  Name name;
  name.size = sizeof device;
  for (std::size_t i = 0; i < name.size; ++i)
    name.bytes[i] = static_cast<std::uint8_t>(device >> 8 * (name.size - 1 - i));
  return name;
}

}  // namespace

OpLog::OpLog(Database& database, RandomSource random)
    : database_(database), names_(database), random_(std::move(random)) {
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

OpLog::Clock OpLog::clock() const {
  Query query = database_.query(kReadClock);
  query.step();
  return {static_cast<std::uint64_t>(query.integer(0)),
          {query.integer(1), static_cast<std::uint32_t>(query.integer(2))}};
}

void OpLog::set_clock(const Clock& clock) {
  database_.query(kSetClock)
      .bind(static_cast<std::int64_t>(clock.next_counter), clock.last.ms,
            static_cast<std::int64_t>(clock.last.counter))
      .run();
}

StoredOp OpLog::append(OpBody body, Instant wall, std::optional<OpId> import, Scope scope) {
  Clock clock = this->clock();
  Op op{next_envelope(moment(wall), clock), std::move(body), import};
  op.envelope.scope = scope;
  const Written written = write(op, names_);
  set_clock(clock);
  if (import) note_part(*import, {written.position, written.position});
  Result<Op> kept = read_op(written.line);
  if (!kept) refuse({"not kept: " + kept.error().line(), "没有保存：" + kept.error().line()});
  return {written.id, clock.last.ms, std::move(*kept), written.position};
}

OpLog::Moment OpLog::moment(Instant wall) const {
  const auto writable = [](Instant at) { return std::clamp(at, kEarliestWall, kLatestWall); };
  return {writable(wall), writable(on_server_clock(SyncState(database_).position(), wall))};
}

Envelope OpLog::next_envelope(const Moment& moment, Clock& clock) {
  Envelope envelope;
  envelope.device = device_;
  envelope.wall = moment.shown;
  envelope.stamp = next_stamp(clock.last, moment.on_server);
  envelope.counter = clock.next_counter;
  envelope.salt = random_();
  clock = {clock.next_counter + 1, envelope.stamp};
  return envelope;
}

OpLog::Written OpLog::write(const Op& op, Names& names) {
  std::string line = write_op(op);
  require_room(line);
  const PackedOp packed{op_id(line),       stored_kind(op), stored_target(op), pack_line(line, names),
                        op.envelope.scope, op.import};
  return {packed.id, insert(packed), std::move(line)};
}

void OpLog::require_room(std::string_view line) const {
  if (line.size() > kLongestOpLine)
    refuse({"more than 64 KB at once were not kept: shorten the text",
            "一次超过 64 KB 的内容没有保存，请缩短文字"});
}

OpLog::Writer::Writer(OpLog& log, Instant wall)
    : log_(log), moment_(log.moment(wall)), clock_(log.clock()), names_(log.database_) {
  device_.name = device_name(log.device_);
  device_.number = names_.number_of(device_.name);
}

PackedOp OpLog::Writer::ready_import(OpId import, const std::string& target, std::string_view fields_json) {
  const std::string line = write_import_op(log_.next_envelope(moment_, clock_), import, target, fields_json);
  log_.require_room(line);
  return {op_id(line), StoredKind::kImport, pack_text(target), pack_import_line(line, device_), kOwnOps,
          import};
}

PackedOp OpLog::Writer::ready_act(ImportOp act) {
  const std::string line = write_op(ready(std::move(act), std::nullopt));
  log_.require_room(line);
  return {op_id(line), StoredKind::kImportAct, std::nullopt, pack_import_line(line, device_), kOwnOps,
          std::nullopt};
}

std::int64_t OpLog::Writer::write(const PackedOp& op) {
  const std::int64_t position = log_.insert(op);
  note(op.import, position);
  return position;
}

void OpLog::Writer::note(const std::optional<OpId>& import, std::int64_t position) {
  if (!import) return;
  if (part_ && part_->import == *import && part_->range.last + 1 == position) {
    part_->range.last = position;
    return;
  }
  if (part_) log_.note_part(part_->import, part_->range);
  part_ = {*import, {position, position}};
}

void OpLog::Writer::finish() {
  log_.set_clock(clock_);
  if (part_) log_.note_part(part_->import, part_->range);
  part_.reset();
}

Result<std::optional<StoredOp>> OpLog::receive(std::string_view line, std::optional<Instant> admitted,
                                               std::optional<Scope> stream) {
  if (line.size() > kLongestOpLine) return Error{"is longer than an op may be", "op", ""};
  Result<Op> op = read_op(line);
  if (!op) return op.error();
  const Scope scope = op->envelope.scope;
  if (stream && *stream != scope) return Error{"is of another scope", "op.g", ""};
  StoredOp stored;
  stored.id = op_id(line);
  if (has(stored.id)) return std::optional<StoredOp>();
  std::optional<std::int64_t> admitted_ms;
  if (admitted) admitted_ms = admitted->time_since_epoch().count();
  stored.effective_ms = std::min(op->envelope.stamp.ms, admitted_ms.value_or(op->envelope.stamp.ms));
  stored.position =
      insert({stored.id, stored_kind(*op), stored_target(*op), pack_line(line, names_), scope, op->import},
             admitted_ms);
  if (op->import) note_part(*op->import, {stored.position, stored.position});
  stored.op = std::move(*op);
  keep_up_with(stored);
  return std::optional(std::move(stored));
}

void OpLog::keep_up_with(const StoredOp& stored) {
  // Never to a stamp beyond the admission: a clock a year ahead elsewhere must not set this one.
  const Stamp seen = effective_stamp(stored.op.envelope.stamp, stored.effective_ms);
  Clock clock = this->clock();
  if (!(clock.last < seen)) return;
  clock.last = seen;
  set_clock(clock);
}

std::optional<AdmittedOp> OpLog::admit(OpId id, Instant admitted, Scope stream) {
  std::optional<StoredOp> stored = find(id);
  if (!stored || stored->op.envelope.scope != stream) return std::nullopt;
  const std::int64_t admitted_ms = admitted.time_since_epoch().count();
  database_.query(kAdmit).bind(stored->position, admitted_ms).run();
  AdmittedOp result{std::move(*stored), 0};
  result.effective_before = result.stored.effective_ms;
  result.stored.effective_ms = std::min(result.stored.op.envelope.stamp.ms, admitted_ms);
  keep_up_with(result.stored);
  return result;
}

bool OpLog::note_shared(std::int64_t position, const SharedBy& by) {
  return SharedOps(database_).note(position, by);
}

void OpLog::all_admitted_by(Instant last) {
  const Stamp bound{last.time_since_epoch().count() + 1, 0};
  Clock clock = this->clock();
  if (!(bound < clock.last)) return;
  clock.last = bound;
  set_clock(clock);
}

std::int64_t OpLog::insert(const PackedOp& op, std::optional<std::int64_t> admitted_ms) {
  database_.query(kInsert)
      .bind(op.scope, static_cast<int>(op.kind), op.target ? Blob{*op.target} : Blob{}, admitted_ms,
            Blob{op.line})
      .run();
  const std::int64_t position = database_.last_inserted();
  database_.query(kInsertId).bind(op.id, position).run();
  return position;
}

void OpLog::note_part(OpId import, OpRange part) {
  if (database_.query(kExtendPart).bind(import, part.first, part.last).run() > 0) return;
  database_.query(kAddPart).bind(import, part.first, part.last).run();
}

void OpLog::refuse(const Words& why) const {
  throw StoreError({"library " + database_.file().string() + ": " + why.english,
                    "题库 " + database_.file().string() + "：" + why.in(Language::kChinese)});
}

std::optional<std::int64_t> OpLog::position_of(OpId id) const {
  Query query = database_.query(kPositionOf);
  if (!query.bind(id).step()) return std::nullopt;
  return query.integer(0);
}

std::string OpLog::device() const { return hex_text(device_); }

std::int64_t OpLog::last_position() const {
  Query query = database_.query(kLastPosition);
  query.step();
  return query.integer(0);
}

std::size_t OpLog::size() const {
  Query query = database_.query(kCount);
  query.step();
  return static_cast<std::size_t>(query.integer(0));
}

}  // namespace rehearse
