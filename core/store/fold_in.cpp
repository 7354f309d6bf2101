#include "core/store/fold_in.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/deck/identity.h"
#include "core/store/known_questions.h"
#include "core/store/question_fields.h"
#include "core/store/settings.h"

namespace rehearse {
namespace {

/// What some changes of the log are about.
class Touched {
 public:
  Touched(LogChanges changes, const OpLog& log)
      : log_(log), added_(ids_of(changes.added)), moved_(ids_of(changes.moved)) {
    for (StoredOp& stored : changes.added) note(std::move(stored));
    for (StoredOp& stored : changes.moved) note(std::move(stored));
  }

  void fold(Content& content, Memory& memory) {
    // Before all else: another begin of the days folds every answer in the log anew, these too.
    const std::size_t rebuilds = memory.rebuilds();
    if (targets_.contains(kLibraryTarget)) content.refold(kLibraryTarget);
    const bool is_rebuilt = memory.rebuilds() != rebuilds;
    // Those that stand elsewhere now come next, so that answers stand as the log orders them: a question that
    // comes puts those in between that waited for it.
    if (!is_rebuilt) merge(moved_about_cards_, memory);
    for (const OpId& import : imports_) fold_import(import, content);
    // As they came in: lists show questions that are new in the order of their rows.
    for (const std::string& target : in_order_)
      if (target != kLibraryTarget) content.refold(target);
    // Last, so that what was answered finds its question.
    if (!is_rebuilt) merge(others_about_cards_, memory);
  }

 private:
  using OpsById = std::map<OpId, StoredOp>;
  using Ids = std::vector<OpId>;  // ascending

  static Ids ids_of(const std::vector<StoredOp>& ops) {
    Ids ids;
    ids.reserve(ops.size());
    for (const StoredOp& stored : ops) ids.push_back(stored.id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }
  static bool has(const Ids& ids, OpId id) { return std::binary_search(ids.begin(), ids.end(), id); }

  /// What a chain of voids ends at is what has come or gone; a void may come before what it takes back.
  void note(StoredOp stored) {
    const OpId first = stored.id;
    OpId named = first;
    std::optional<StoredOp> subject = std::move(stored);
    while (subject && std::holds_alternative<VoidOp>(subject->op.body)) {
      named = std::get<VoidOp>(subject->op.body).target;
      subject = log_.find(named);
    }
    if (subject)
      note_subject(std::move(*subject), named, first);
    else
      imports_.insert(named);  // of an import that is not there yet something may be
  }

  /// `named`: the subject as the last of a chain of voids has it, which begins at `first`.
  void note_subject(StoredOp subject, OpId named, OpId first) {
    if (std::holds_alternative<ImportOp>(subject.op.body)) {
      if (named != first) imports_.insert(named);
    } else if (Memory::is_made_from(subject.op)) {
      const OpId id = subject.id;
      (has(moved_, id) ? moved_about_cards_ : others_about_cards_).insert_or_assign(id, std::move(subject));
    } else if (!std::holds_alternative<GroupActOp>(subject.op.body)) {
      std::string target = target_of(subject.op);
      if (targets_.insert(target).second) in_order_.push_back(std::move(target));
    }
  }

  /// The import was taken back, or came back: everything that came with it.
  void fold_import(OpId import, Content& content) {
    const bool is_void = log_.is_void(import);
    for (const OpRange& part : log_.parts_of(import)) {
      for (const std::string& target : log_.register_targets(part)) {
        const auto question = question_of(target);
        const bool is_gone = is_void && question && log_.is_only_of(import, target);
        if (!is_gone || !content.take_away(*question)) content.refold(target);
      }
      for (StoredOp& stored : log_.about_cards(part))
        others_about_cards_.emplace(stored.id, std::move(stored));
    }
  }

  /// Those that were not added are in the memory, where they stood before. Uses them up.
  void merge(OpsById& ops, Memory& memory) const {
    std::vector<StoredOp> gone, come;
    for (auto& [id, stored] : ops) {
      if (!has(added_, id)) gone.push_back(stored);
      if (!log_.is_void(stored)) come.push_back(std::move(stored));
    }
    ops.clear();
    if (!gone.empty() || !come.empty()) memory.merge(std::move(gone), std::move(come));
  }

  const OpLog& log_;
  Ids added_, moved_;
  std::set<std::string> targets_;
  std::vector<std::string> in_order_;  // the same, as they came
  std::set<OpId> imports_;
  OpsById moved_about_cards_, others_about_cards_;
};

}  // namespace

void fold_in(LogChanges changes, const OpLog& log, Content& content, Memory& memory) {
  Touched(std::move(changes), log).fold(content, memory);
}

}  // namespace rehearse
