// Answers and schedules of other programs. Who brings the same file in on two machines says the same twice,
// in two ops: of those that say the same the fold takes the first in its order.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "core/base/id.h"
#include "core/store/database.h"
#include "core/store/op_log.h"

namespace rehearse {

/// What two ops that say the same have in common, hashed. Of an answer: its card, the instant it was given
/// at, and how many of the card's answers at that instant come before it. Of a schedule: its cards and all it
/// says of them. Not the program: a deck passes through several.
using BroughtInId = Id<struct BroughtInTag>;

/// Every such op that stands, and which of those that say the same counts: the table `brought_in`.
class BroughtIn {
 public:
  /// Both must outlive it.
  BroughtIn(Database& database, const OpLog& log) : database_(database), log_(log) {}

  static bool is_one(const Op& op);

  /// `gone` no longer stand, `come` do from now on; an op in both stands elsewhere now. Leaves in them what
  /// that changes for the fold: an op that another says first neither goes nor comes, and one that is the
  /// first now comes in the place of that which was. Ops that were not brought in stay. Inside a transaction.
  void settle(std::vector<StoredOp>& gone, std::vector<StoredOp>& come);

  /// Fills the empty table with all that stands, in the order of the fold.
  class Filler {
   public:
    explicit Filler(BroughtIn& brought_in) : brought_in_(brought_in) {}
    /// Whether the op counts: always when it was not brought in.
    bool add(const StoredOp& stored);
    /// Inside a transaction.
    void finish();

   private:
    struct Row {
      BroughtInId id;
      std::int64_t op;
      bool counts;
    };

    BroughtIn& brought_in_;
    std::set<BroughtInId> said_;
    std::vector<Row> rows_;
  };

 private:
  using OpsByPosition = std::map<std::int64_t, StoredOp>;
  /// Of ops that say the same.
  struct Change {
    OpsByPosition gone, come;
  };

  void settle(BroughtInId id, const Change& change, std::vector<StoredOp>& gone, std::vector<StoredOp>& come);
  std::map<std::int64_t, bool> rows(BroughtInId id) const;
  void save(BroughtInId id, std::int64_t op, bool counts);

  Database& database_;
  const OpLog& log_;
};

}  // namespace rehearse
