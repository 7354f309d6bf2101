// The append-only log of ops: the only thing in a library that is not derived from something else.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/store/database.h"
#include "core/store/op.h"

namespace rehearse {

struct StoredOp {
  OpId id;
  std::int64_t effective_ms = 0;  // its time for the fold: min(stamp, stamp of the admitting server)
  Op op;
  std::int64_t position = 0;  // in the order of arrival
};

/// True when `a` comes before `b` in the order of the fold.
bool stands_before(const StoredOp& a, const StoredOp& b);

class OpLog {
 public:
  /// Names this copy of the library when it has no name yet.
  OpLog(Database& database, RandomSource random);

  /// Writes one op of this device, stamped from `wall` and from what the log already holds. Gives back what
  /// its line says, so that folding it now and reading it later are the same. Throws StoreError for an op
  /// that a line cannot hold. Must run inside a transaction.
  StoredOp append(OpBody body, Instant wall);
  /// The same for many at once, which are not given back.
  void append_all(std::vector<OpBody> bodies, Instant wall);

  /// The ops about `target` in the order of the fold: (effective, stamp, device, id). A line that cannot
  /// be read is left out; check() names it.
  std::vector<StoredOp> about(const std::string& target) const;

  /// One op; nothing when it is not there or cannot be read.
  std::optional<StoredOp> find(OpId id) const;

  /// The op at a position.
  std::optional<StoredOp> at(std::int64_t position) const;

  /// The ops that a void op takes back which is not void itself.
  std::set<OpId> voided() const;

  /// Every op in the order of the fold.
  void for_each(const std::function<void(const StoredOp&)>& visit) const;

  /// Targets of ops of the kinds that set registers, each once, in the order they first came in.
  std::vector<std::string> register_targets() const;

  /// The last edit of a question by the learner that this device wrote and nobody took back.
  std::optional<StoredOp> latest_edit() const;

  /// True when a void op that is not void itself takes the op back.
  bool is_void(OpId id) const;

  std::size_t size() const;

  /// This copy of the library, as in the column `device`.
  std::string device() const;

  /// The largest stamp in the log.
  Stamp last_stamp() const;

 private:
  struct Written {
    std::int64_t position = 0;
    OpId id;
    Stamp stamp;
    std::string line;
  };

  /// The first of `count` counters of this device that nothing else gets.
  std::uint64_t take_counters(std::size_t count);
  Written write(OpBody body, Instant wall, Stamp last, std::uint64_t counter);
  [[noreturn]] void refuse(const Words& why) const;

  Database& database_;
  RandomSource random_;
  std::uint64_t device_ = 0;
};

}  // namespace rehearse
