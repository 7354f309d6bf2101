// The append-only log of ops: the only thing in a library that is not derived from something else.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/names.h"
#include "core/store/op.h"
#include "core/store/op_row.h"

namespace rehearse {

struct StoredOp {
  OpId id;
  std::int64_t effective_ms = 0;  // its time for the fold: min(stamp, stamp of the admitting server)
  Op op;
  std::int64_t position = 0;  // in the order of arrival
};

/// When an answer was given: its study day is taken from this.
Instant given_at(const StoredOp& stored);

/// True when `a` comes before `b` in the order of the fold: (effective, stamp, device, id).
bool stands_before(const StoredOp& a, const StoredOp& b);

/// What the stamps of later ops have to be beyond: `stamp`, or where an op counts as earlier than its stamp
/// says, the first that is later than `effective_ms`.
Stamp effective_stamp(Stamp stamp, std::int64_t effective_ms);

/// An op that a server has admitted, and its time for the fold until now.
struct AdmittedOp {
  StoredOp stored;
  std::int64_t effective_before = 0;
};

/// An op as its row holds it, but for its position.
struct PackedOp {
  OpId id;
  StoredKind kind = StoredKind::kOther;
  std::optional<std::string> target;  // packed
  std::string line;                   // packed
};

class OpLog {
 public:
  /// Names this copy of the library when it has no name yet.
  OpLog(Database& database, RandomSource random);

  /// Writes one op of this device, stamped from `wall` and from what the log already holds. Gives back what
  /// its line says, so that folding it now and reading it later are the same. Throws StoreError for an op
  /// that a line cannot hold. Must run inside a transaction.
  StoredOp append(OpBody body, Instant wall);
  class Writer;

  /// Takes in a line that another copy of the library wrote, and when a server admitted it. Nothing when it
  /// is here already; an error, and nothing written, for what is no op. Must run inside a transaction.
  Result<std::optional<StoredOp>> receive(std::string_view line, std::optional<Instant> admitted);

  /// Notes when a server admitted an op that is here; what it said of it before counts no more. Nothing when
  /// it is not here or cannot be read. Must run inside a transaction.
  std::optional<AdmittedOp> admit(OpId id, Instant admitted);

  /// Sets a clock back that ran ahead: every op was admitted, the last at this time, so no stamp before it
  /// counts. Must run inside a transaction.
  void all_admitted_by(Instant last);

  /// The ops that set registers of `target`, or are voids of it, in the order of the fold. A line that cannot
  /// be read is left out; check() names it.
  std::vector<StoredOp> about(const std::string& target) const;

  bool has(OpId id) const;

  /// One op; nothing when it is not there or cannot be read.
  std::optional<StoredOp> find(OpId id) const;
  std::optional<StoredOp> at(std::int64_t position) const;
  /// Its bytes, as they are hashed and sent; nothing when it is not there or cannot be unpacked.
  std::optional<std::string> line_at(std::int64_t position) const;

  /// The ops that a void op takes back which is not void itself.
  std::set<OpId> voided() const;

  /// The ops about what was done with cards (answers, schedules, acts, mock interviews) that were not taken
  /// back, in the order of the fold. Without their ids, which would cost more than all the rest of them.
  /// Takes 40 bytes of memory for each.
  void for_each_about_cards(const std::function<void(const StoredOp&)>& visit) const;

  /// Targets of ops of the kinds that set registers, each once, in the order they first came in.
  std::vector<std::string> register_targets() const;

  /// The last thing the learner did on this device, and nobody took back: an edit, an answer given here, an
  /// act, a setting.
  std::optional<StoredOp> latest_change() const;

  /// The mock interviews that were not taken back, in the order of the fold.
  std::vector<StoredOp> mock_interviews() const;

  /// True when a void op that is not void itself takes the op back.
  bool is_void(OpId id) const;

  std::size_t size() const;

  /// This copy of the library: 16 hexadecimal digits.
  std::string device() const;

  /// True for an op that this copy wrote.
  bool is_own(const StoredOp& stored) const { return stored.op.envelope.device == device_; }

  /// No op in the log has a later time for the fold.
  Stamp last_stamp() const { return clock().last; }

 private:
  struct Clock {
    std::uint64_t next_counter = 0;  // of this device
    Stamp last;                      // no op's time for the fold is later
  };
  struct Written {
    OpId id;
    std::int64_t position;
    std::string line;
  };

  std::unordered_set<std::int64_t> voided_positions() const;
  Clock clock() const;
  void set_clock(const Clock& clock);
  /// Of the next op of this device; the clock moves on.
  Envelope next_envelope(Instant wall, Clock& clock);
  /// The clock never falls behind an op that came from elsewhere.
  void keep_up_with(const StoredOp& stored);
  Written write(const Op& op, Names& names);
  std::int64_t insert(const PackedOp& op, std::optional<std::int64_t> admitted_ms = std::nullopt);
  /// Throws for a line longer than one may be.
  void require_room(std::string_view line) const;
  [[noreturn]] void refuse(const Words& why) const;

  Database& database_;
  Names names_;
  RandomSource random_;
  std::uint64_t device_ = 0;
};

/// Appends many ops, which are not given back. Lives inside one transaction; nothing else is appended before
/// finish(). What makes an op ready needs nothing of the file, so that another thread may do it than the one
/// that writes: ops are written in the order in which they were made ready.
class OpLog::Writer {
 public:
  Writer(OpLog& log, Instant wall);

  Op ready(OpBody body) { return {log_.next_envelope(wall_, clock_), std::move(body)}; }
  /// A `set` by an import, without a base. `fields_json`: as write_import_op takes it.
  PackedOp ready_import(const std::string& target, std::string_view fields_json);

  void write(const Op& op) { log_.write(op, names_); }
  /// Gives its position.
  std::int64_t write(const PackedOp& op) { return log_.insert(op); }
  void finish() { log_.set_clock(clock_); }

 private:
  OpLog& log_;
  Instant wall_;
  Clock clock_;
  Names names_;
  NumberedName device_;
};

}  // namespace rehearse
