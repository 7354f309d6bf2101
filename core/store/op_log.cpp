#include "core/store/op_log.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <tuple>

#include "core/base/store_error.h"
#include "core/store/op_row.h"
#include "core/store/packed_line.h"
#include "core/store/review_line.h"
#include "core/store/settings.h"
#include "core/store/sync_state.h"

namespace rehearse {
namespace {

constexpr const char* kReadDevice = "SELECT id FROM device";
constexpr const char* kNameDevice =
    "INSERT OR IGNORE INTO device (only_row, id, next_counter) VALUES (1, ?1, 1)";
constexpr const char* kReadClock = "SELECT next_counter, stamp_ms, stamp_counter FROM device";
constexpr const char* kSetClock = "UPDATE device SET next_counter = ?1, stamp_ms = ?2, stamp_counter = ?3";
constexpr const char* kInsert =
    "INSERT INTO op (scope, kind, target, admitted_ms, line) VALUES (0, ?1, ?2, ?3, ?4)";
constexpr const char* kInsertId = "INSERT INTO op_id (id, position) VALUES (?1, ?2)";
constexpr const char* kPositionOf = "SELECT position FROM op_id WHERE id = ?1";
constexpr const char* kAdmit = "UPDATE op SET admitted_ms = ?2 WHERE position = ?1";
constexpr const char* kCount = "SELECT count(*) FROM op_id";
constexpr const char* kRegisterTargets =
    "SELECT target FROM op WHERE target IS NOT NULL AND kind <> 7 GROUP BY target ORDER BY min(position)";
constexpr const char* kVoidedTargets = "SELECT DISTINCT target FROM op WHERE target IS NOT NULL AND kind = 7";

// The columns that read_row takes.
constexpr const char* kAt = "SELECT position, admitted_ms, line FROM op WHERE position = ?1";
constexpr const char* kAboutCards =
    "SELECT position, admitted_ms, line FROM op WHERE kind IN (5, 6, 9, 10) ORDER BY position";
constexpr const char* kAbout =
    "SELECT position, admitted_ms, line FROM op WHERE target = ?1 ORDER BY position";
constexpr const char* kVoidsOf =
    "SELECT position, admitted_ms, line FROM op WHERE target = ?1 AND kind = 7 ORDER BY position";
constexpr const char* kChangesBefore =
    "SELECT position, admitted_ms, line FROM op WHERE kind IN (1, 4, 5, 9, 10, 11) AND position < ?1"
    " ORDER BY position DESC";
constexpr const char* kAboutCardsIn =
    "SELECT position, admitted_ms, line FROM op WHERE kind IN (5, 6, 9, 10) AND position BETWEEN ?1 AND ?2"
    " ORDER BY position";
constexpr const char* kCountAboutCardsIn =
    "SELECT count(*) FROM op WHERE kind IN (5, 6, 9, 10) AND position BETWEEN ?1 AND ?2";
constexpr const char* kRegisterTargetsIn =
    "SELECT target FROM op WHERE target IS NOT NULL AND kind <> 7 AND position BETWEEN ?1 AND ?2"
    " GROUP BY target ORDER BY min(position)";
constexpr const char* kIsElsewhere =
    "SELECT EXISTS (SELECT 1 FROM op WHERE target = ?1 AND NOT EXISTS"
    " (SELECT 1 FROM import_part WHERE import = ?2 AND position BETWEEN first AND last))";
constexpr const char* kParts = "SELECT first, last FROM import_part WHERE import = ?1 ORDER BY first";
constexpr const char* kAllParts = "SELECT first, last FROM import_part";
constexpr const char* kExtendPart = "UPDATE import_part SET last = ?3 WHERE import = ?1 AND last = ?2 - 1";
constexpr const char* kAddPart = "INSERT INTO import_part (import, first, last) VALUES (?1, ?2, ?3)";
constexpr const char* kMockInterviews =
    "SELECT position, admitted_ms, line FROM op WHERE kind = 10 ORDER BY position";
constexpr std::string_view kOpTarget = "op:";

Name device_name(std::uint64_t device) {
  Name name;
  name.size = sizeof device;
  for (std::size_t i = 0; i < name.size; ++i)
    name.bytes[i] = static_cast<std::uint8_t>(device >> 8 * (name.size - 1 - i));
  return name;
}

/// Where an op stands in the order of the fold; of two that are equal here the ids decide.
struct Place {
  std::int64_t effective_ms;
  Stamp stamp;
  std::uint64_t device;
  std::int64_t position;

  friend bool operator<(const Place& a, const Place& b) {
    return std::tie(a.effective_ms, a.stamp, a.device) < std::tie(b.effective_ms, b.stamp, b.device);
  }
};

Place place_of(const StoredOp& stored) {
  const Envelope& envelope = stored.op.envelope;
  return {stored.effective_ms, envelope.stamp, envelope.device, stored.position};
}

/// What a row of the columns position, admitted_ms, line says, but for the id; `op`: what its line says.
StoredOp stored_op(const Query& row, Op op) {
  StoredOp stored;
  stored.effective_ms = op.envelope.stamp.ms;
  if (!row.is_null(1)) stored.effective_ms = std::min(stored.effective_ms, row.integer(1));
  stored.op = std::move(op);
  stored.position = row.integer(0);
  return stored;
}

/// What a row of these columns says; nothing when that cannot be read.
std::optional<StoredOp> read_row(const Query& row, const Names& names) {
  const Result<std::string> line = unpack_line(row.bytes(2), names);
  if (!line) return std::nullopt;
  Result<Op> op = read_op(*line);
  if (!op) return std::nullopt;
  StoredOp stored = stored_op(row, std::move(*op));
  stored.id = op_id(*line);
  return stored;
}

/// The same without the id, which is a hash over the whole line: most reviews need not be unpacked for it.
std::optional<StoredOp> read_nameless_row(const Query& row, const Names& names) {
  if (auto review = read_packed_review(row.bytes(2), names)) return stored_op(row, std::move(*review));
  return read_row(row, names);
}

/// Brought in before imports were ops.
bool is_brought_in(const Op& op) {
  const auto* review = std::get_if<ReviewOp>(&op.body);
  return review != nullptr && !review->from.empty();
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
  const Place first = place_of(a), second = place_of(b);
  return first < second || (!(second < first) && a.id < b.id);
}

Stamp effective_stamp(Stamp stamp, std::int64_t effective_ms) {
  return effective_ms < stamp.ms ? Stamp{effective_ms + 1, 0} : stamp;
}

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

StoredOp OpLog::append(OpBody body, Instant wall, std::optional<OpId> import) {
  Clock clock = this->clock();
  const Written written = write({next_envelope(moment(wall), clock), std::move(body), import}, names_);
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
  const PackedOp packed{op_id(line), stored_kind(op), stored_target(op), pack_line(line, names), op.import};
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
  return {op_id(line), StoredKind::kImport, pack_text(target), pack_import_line(line, device_), import};
}

PackedOp OpLog::Writer::ready_act(ImportOp act) {
  const std::string line = write_op(ready(std::move(act), std::nullopt));
  log_.require_room(line);
  return {op_id(line), StoredKind::kImportAct, std::nullopt, pack_import_line(line, device_), std::nullopt};
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

Result<std::optional<StoredOp>> OpLog::receive(std::string_view line, std::optional<Instant> admitted) {
  if (line.size() > kLongestOpLine) return Error{"is longer than an op may be", "op", ""};
  Result<Op> op = read_op(line);
  if (!op) return op.error();
  StoredOp stored;
  stored.id = op_id(line);
  {
    Query query = database_.query(kPositionOf);
    if (query.bind(stored.id).step()) return std::optional<StoredOp>();
  }
  std::optional<std::int64_t> admitted_ms;
  if (admitted) admitted_ms = admitted->time_since_epoch().count();
  stored.effective_ms = std::min(op->envelope.stamp.ms, admitted_ms.value_or(op->envelope.stamp.ms));
  stored.position = insert(
      {stored.id, stored_kind(*op), stored_target(*op), pack_line(line, names_), op->import}, admitted_ms);
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

std::optional<AdmittedOp> OpLog::admit(OpId id, Instant admitted) {
  std::optional<StoredOp> stored = find(id);
  if (!stored) return std::nullopt;
  const std::int64_t admitted_ms = admitted.time_since_epoch().count();
  database_.query(kAdmit).bind(stored->position, admitted_ms).run();
  AdmittedOp result{std::move(*stored), 0};
  result.effective_before = result.stored.effective_ms;
  result.stored.effective_ms = std::min(result.stored.op.envelope.stamp.ms, admitted_ms);
  keep_up_with(result.stored);
  return result;
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
      .bind(static_cast<int>(op.kind), op.target ? Blob{*op.target} : Blob{}, admitted_ms, Blob{op.line})
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

std::vector<StoredOp> OpLog::about(const std::string& target) const {
  std::vector<StoredOp> ops;
  Query query = database_.query(kAbout);
  const std::string packed = pack_text(target);
  query.bind(Blob{packed});
  while (query.step())
    if (auto stored = read_row(query, names_)) ops.push_back(std::move(*stored));
  std::sort(ops.begin(), ops.end(), stands_before);
  return ops;
}

bool OpLog::has(OpId id) const {
  Query query = database_.query(kPositionOf);
  return query.bind(id).step();
}

std::optional<StoredOp> OpLog::find(OpId id) const {
  std::int64_t position = 0;
  {
    Query query = database_.query(kPositionOf);
    if (!query.bind(id).step()) return std::nullopt;
    position = query.integer(0);
  }
  return at(position);
}

std::optional<StoredOp> OpLog::at(std::int64_t position) const {
  Query query = database_.query(kAt);
  if (!query.bind(position).step()) return std::nullopt;
  return read_row(query, names_);
}

std::optional<std::string> OpLog::line_at(std::int64_t position) const {
  Query query = database_.query(kAt);
  if (!query.bind(position).step()) return std::nullopt;
  Result<std::string> line = unpack_line(query.bytes(2), names_);
  if (!line) return std::nullopt;
  return std::move(*line);
}

std::set<OpId> OpLog::voided() const {
  std::set<OpId> named;
  {
    Query query = database_.query(kVoidedTargets);
    while (query.step())
      if (const auto target = unpack_line(query.bytes(0), names_); target && target->starts_with(kOpTarget))
        if (const auto id = OpId::from_hex(std::string_view(*target).substr(kOpTarget.size())))
          named.insert(*id);
  }
  std::erase_if(named, [&](const OpId& id) { return !is_void(id); });
  return named;
}

void OpLog::for_each_about_cards(const std::function<void(const StoredOp&)>& visit) const {
  const Snapshot snapshot(database_);
  Names names(database_);
  names.read_all();
  std::unordered_set<std::int64_t> voided;  // positions
  std::vector<OpRange> taken_back;          // imports
  for (const OpId& id : this->voided()) {
    for (const OpRange& part : parts_of(id)) taken_back.push_back(part);
    Query query = database_.query(kPositionOf);
    if (query.bind(id).step()) voided.insert(query.integer(0));
  }
  std::sort(taken_back.begin(), taken_back.end(),
            [](const OpRange& a, const OpRange& b) { return a.first < b.first; });
  const auto is_taken_back = [&](std::int64_t position) {
    if (!voided.empty() && voided.contains(position)) return true;
    const auto behind =
        std::upper_bound(taken_back.begin(), taken_back.end(), position,
                         [](std::int64_t at, const OpRange& part) { return at < part.first; });
    return behind != taken_back.begin() && position <= std::prev(behind)->last;
  };
  const auto for_each_standing = [&](const auto& take) {
    Query row = database_.query(kAboutCards);
    while (row.step())
      if (!is_taken_back(row.integer(0)))
        if (const auto stored = read_nameless_row(row, names)) take(*stored);
  };
  std::vector<Place> places;
  places.reserve(size());
  for_each_standing([&](const StoredOp& stored) { places.push_back(place_of(stored)); });
  const auto id_of = [&](const Place& place) { return op_id(line_at(place.position).value_or("")); };
  const auto is_before = [&](const Place& a, const Place& b) {
    if (a < b || b < a) return a < b;
    return a.position != b.position && id_of(a) < id_of(b);
  };
  // As they came in, they are read in one go.
  if (std::is_sorted(places.begin(), places.end(), is_before)) return for_each_standing(visit);
  std::sort(places.begin(), places.end(), is_before);
  for (const Place& place : places) {
    std::optional<StoredOp> stored;
    {
      Query row = database_.query(kAt);
      if (row.bind(place.position).step()) stored = read_nameless_row(row, names);
    }
    if (stored) visit(*stored);
  }
}

std::vector<std::string> OpLog::register_targets() const {
  std::vector<std::string> targets;
  Query query = database_.query(kRegisterTargets);
  while (query.step())
    if (Result<std::string> target = unpack_line(query.bytes(0), names_))
      targets.push_back(std::move(*target));
  return targets;
}

std::optional<StoredOp> OpLog::latest_change() const {
  std::vector<OpRange> parts;
  {
    Query query = database_.query(kAllParts);
    while (query.step()) parts.push_back({query.integer(0), query.integer(1)});
  }
  const auto part_with = [&](std::int64_t position) {
    return std::find_if(parts.begin(), parts.end(),
                        [&](const OpRange& part) { return part.first <= position && position <= part.last; });
  };
  for (std::int64_t before = std::numeric_limits<std::int64_t>::max();;) {
    const std::int64_t from = before;
    Query query = database_.query(kChangesBefore);
    query.bind(before);
    while (from == before && query.step()) {
      if (const auto part = part_with(query.integer(0)); part != parts.end()) {
        before = part->first;
        continue;
      }
      auto stored = read_row(query, names_);
      if (stored && is_own(*stored) && !is_brought_in(stored->op) && !is_device_name(stored->op) &&
          !is_void(stored->id))
        return stored;
    }
    if (from == before) return std::nullopt;
  }
}

std::vector<OpRange> OpLog::parts_of(OpId import) const {
  std::vector<OpRange> parts;
  Query query = database_.query(kParts);
  query.bind(import);
  while (query.step()) parts.push_back({query.integer(0), query.integer(1)});
  return parts;
}

std::vector<std::string> OpLog::register_targets(OpRange range) const {
  std::vector<std::string> targets;
  Query query = database_.query(kRegisterTargetsIn);
  query.bind(range.first, range.last);
  while (query.step())
    if (Result<std::string> target = unpack_line(query.bytes(0), names_))
      targets.push_back(std::move(*target));
  return targets;
}

bool OpLog::is_only_of(OpId import, const std::string& target) const {
  Query query = database_.query(kIsElsewhere);
  const std::string packed = pack_text(target);
  query.bind(Blob{packed}, import).step();
  return query.integer(0) == 0;
}

std::vector<StoredOp> OpLog::about_cards(OpRange range) const {
  std::vector<StoredOp> ops;
  Query query = database_.query(kAboutCardsIn);
  query.bind(range.first, range.last);
  while (query.step())
    if (auto stored = read_row(query, names_)) ops.push_back(std::move(*stored));
  return ops;
}

std::size_t OpLog::count_about_cards(OpRange range) const {
  Query query = database_.query(kCountAboutCardsIn);
  query.bind(range.first, range.last).step();
  return static_cast<std::size_t>(query.integer(0));
}

std::vector<StoredOp> OpLog::mock_interviews() const {
  std::vector<StoredOp> interviews;
  {
    Query query = database_.query(kMockInterviews);
    while (query.step())
      if (auto stored = read_row(query, names_)) interviews.push_back(std::move(*stored));
  }
  std::erase_if(interviews, [&](const StoredOp& stored) { return is_void(stored); });
  std::sort(interviews.begin(), interviews.end(), stands_before);
  return interviews;
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
    const std::string target = pack_text(std::string(kOpTarget) + tree[i].id.hex());
    query.bind(Blob{target});
    while (query.step())
      if (const auto stored = read_row(query, names_)) tree.push_back({stored->id, i});
  }
  for (std::size_t i = tree.size() - 1; i > 0; --i)
    if (!tree[i].is_void) tree[tree[i].parent].is_void = true;
  return tree.front().is_void;
}

bool OpLog::is_void(const StoredOp& stored) const {
  return is_void(stored.id) || (stored.op.import && is_void(*stored.op.import));
}

std::string OpLog::device() const { return hex_text(device_); }

std::size_t OpLog::size() const {
  Query query = database_.query(kCount);
  query.step();
  return static_cast<std::size_t>(query.integer(0));
}

}  // namespace rehearse
