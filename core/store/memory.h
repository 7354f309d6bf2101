// The projection of answers: reviews, what each says of its cards, schedules taken over from other programs,
// and the memory states all of it folds to.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/schedule/memory_state.h"
#include "core/store/database.h"
#include "core/store/op_log.h"

namespace rehearse {

/// The state in the columns repetitions, easiness_hundredths, interval_days, lapses, anchor_day, seen_day
/// of `row`, which begin at `column`; not met when they are NULL.
MemoryState read_memory(const Query& row, int column);

class Memory {
 public:
  explicit Memory(Database& database) : database_(database) {}

  /// True for the kinds of op that this projection is made from.
  static bool is_made_from(const Op& op);

  /// Adds a review or a schedule that comes last in the order of the fold and steps its cards. Nothing for
  /// another op. Inside a transaction.
  void add_latest(const StoredOp& stored);
  /// Adds one that may stand anywhere in the order, and folds its cards again. Inside a transaction.
  void add(const StoredOp& stored);
  /// Takes one out, as if it had never been, and folds its cards again. Inside a transaction.
  void remove(OpId op);

  /// Folds a card again: over its own answers and those of the cards it inherits from (table lineage), where
  /// of one review the worst result counts. Inside a transaction.
  void refold(CardId card);

  MemoryState state(CardId card) const;
  /// The last review that was given on a device and not taken back, and its card.
  std::optional<std::pair<OpId, CardId>> latest_review(const std::string& device) const;

  /// Folds everything again from the reviews and schedules in the log that are not void. Inside a
  /// transaction.
  void rebuild(const OpLog& log);

 private:
  void refold_heirs(const std::vector<CardId>& cards);
  void save(CardId card, const MemoryState& state, StudyDay first);

  Database& database_;
};

}  // namespace rehearse
