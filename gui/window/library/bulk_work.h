// One thing done with many cards, part by part, so that the window goes on meanwhile; and taken back whole.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "core/library.h"

namespace rehearse {

struct ActOnCards {
  CardActKind kind = CardActKind::kSuspend;
  std::optional<StudyDay> day;  // for the acts that want one
};
/// The marks are those of the cards' questions.
using BulkAct = std::variant<ActOnCards, MarkChange>;

class BulkWork {
 public:
  BulkWork(BulkAct act, std::vector<CardId> cards) : act_(std::move(act)), cards_(std::move(cards)) {}

  /// Does the next part, durably. Throws StoreError, and then nothing of that part is done.
  void step(Library& library, LocalInstant now);

  bool is_done() const { return next_ == cards_.size(); }
  const BulkAct& act() const { return act_; }
  std::size_t size() const { return cards_.size(); }
  std::size_t done() const { return next_; }
  std::size_t changed() const { return changed_; }  // cards, or questions
  const std::vector<OpId>& ops() const { return ops_; }

 private:
  BulkAct act_;
  std::vector<CardId> cards_;
  std::set<QuestionId> marked_;  // of several cards of a question one is enough
  std::size_t next_ = 0;
  std::size_t changed_ = 0;
  std::vector<OpId> ops_;
};

/// What was done so, for undo and redo as one step each.
class BulkHistory {
 public:
  void add(std::vector<OpId> ops, std::size_t changed);

  /// Takes the last work back when nothing was done since. How many it had changed; nothing: it is not the
  /// latest change of the library.
  std::optional<std::size_t> undo(Library& library, LocalInstant now);
  /// Brings back what undo() took back last, when nothing was done since.
  std::optional<std::size_t> redo(Library& library, LocalInstant now);

 private:
  struct Work {
    std::vector<OpId> ops;
    std::size_t changed = 0;
  };
  struct Undone {
    std::vector<OpId> undoing;
    Work work;
    std::optional<OpId> latest;  // change of the library, once it was undone
  };

  std::vector<Work> done_;
  std::vector<Undone> undone_;
};

}  // namespace rehearse
