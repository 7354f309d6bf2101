// The append-only log of ops: the only thing in a library that is not derived from something else. Written in
// op_log.cpp, read in op_log_reading.cpp; what was taken back, and imports as a whole, in op_log_voids.cpp.
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
#include "core/store/shared_ops.h"
#include "core/store/stored_op.h"

namespace rehearse {

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
  Scope scope = kOwnOps;
  std::optional<OpId> import;  // that it came with
};

/// Positions of ops that stand side by side.
struct OpRange {
  std::int64_t first = 0;
  std::int64_t last = 0;  // this one too
};

class OpLog {
 public:
  /// Names this copy of the library when it has no name yet.
  OpLog(Database& database, RandomSource random);

  /// Writes one op of this device, stamped from `wall`, by what a server's clock shows then, and from what
  /// the log already holds. Gives back what its line says, so that folding it now and reading it later are
  /// the same. Throws StoreError for an op that a line cannot hold. Must run inside a transaction. `import`:
  /// the one that the op comes with. `scope`: whose it is.
  StoredOp append(OpBody body, Instant wall, std::optional<OpId> import = std::nullopt,
                  Scope scope = kOwnOps);
  class Writer;

  /// Takes in a line that another copy of the library wrote, and when a server admitted it. Nothing when it
  /// is here already; an error, and nothing written, for what is no op, or is not of the scope whose stream
  /// it came in. Must run inside a transaction.
  Result<std::optional<StoredOp>> receive(std::string_view line, std::optional<Instant> admitted,
                                          std::optional<Scope> stream = std::nullopt);

  /// Notes when a server admitted an op that is here; what it said of it before counts no more. Nothing when
  /// it is not here in the scope whose stream names it, or cannot be read. Must run inside a transaction.
  std::optional<AdmittedOp> admit(OpId id, Instant admitted, Scope stream = kOwnOps);

  /// What a group's server says of an op of it, by its position. False when that was known. Must run inside a
  /// transaction.
  bool note_shared(std::int64_t position, const SharedBy& by);

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
  /// act, a setting, an import as a whole. What came with imports is not walked over.
  std::optional<StoredOp> latest_change() const;

  /// Where the ops stand that came with this import, in the order of arrival; nothing of one without any.
  std::vector<OpRange> parts_of(OpId import) const;
  /// The targets of ops that set registers in a range, each once, in the order they first came in.
  std::vector<std::string> register_targets(OpRange range) const;
  /// The same of a group's ops.
  std::vector<std::string> register_targets_of(Scope group) const;
  /// True when every op about `target` came with `import`.
  bool is_only_of(OpId import, const std::string& target) const;
  /// The ops about what was done with cards in a range, taken back or not, in the order of arrival.
  std::vector<StoredOp> about_cards(OpRange range) const;
  std::size_t count_about_cards(OpRange range) const;

  /// The mock interviews that were not taken back, in the order of the fold.
  std::vector<StoredOp> mock_interviews() const;

  /// True when a void op that is not void itself takes the op back.
  bool is_void(OpId id) const;
  /// The same, or the import that it came with. One of a group cannot be taken back: it counts or not as
  /// SharedOps says.
  bool is_void(const StoredOp& stored) const;

  std::size_t size() const;
  /// Of the op that came in last; 0 when there is none.
  std::int64_t last_position() const;

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

  /// One moment on two clocks.
  struct Moment {
    Instant shown;      // by this computer's
    Instant on_server;  // as far as a sync told (sync_state.h)
  };

  Moment moment(Instant wall) const;
  Clock clock() const;
  void set_clock(const Clock& clock);
  /// Of the next op of this device; the clock moves on.
  Envelope next_envelope(const Moment& moment, Clock& clock);
  /// The clock never falls behind an op that came from elsewhere.
  void keep_up_with(const StoredOp& stored);
  std::optional<std::int64_t> position_of(OpId id) const;
  Written write(const Op& op, Names& names);
  std::int64_t insert(const PackedOp& op, std::optional<std::int64_t> admitted_ms = std::nullopt);
  /// Notes where ops stand that came with `import`.
  void note_part(OpId import, OpRange part);
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

  Op ready(OpBody body, std::optional<OpId> import) {
    return {log_.next_envelope(moment_, clock_), std::move(body), import};
  }
  /// A `set` that came with `import`, without a base. `fields_json`: as write_import_op takes it.
  PackedOp ready_import(OpId import, const std::string& target, std::string_view fields_json);
  /// An import itself.
  PackedOp ready_act(ImportOp act);

  void write(const Op& op) { note(op.import, log_.write(op, names_).position); }
  /// Gives its position.
  std::int64_t write(const PackedOp& op);
  void finish();

 private:
  struct Part {
    OpId import;
    OpRange range;
  };

  void note(const std::optional<OpId>& import, std::int64_t position);

  OpLog& log_;
  Moment moment_;
  Clock clock_;
  Names names_;
  NumberedName device_;
  std::optional<Part> part_;  // as far as it was written
};

}  // namespace rehearse
