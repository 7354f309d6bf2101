#include "core/store/fold_in.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/deck/identity.h"
#include "core/store/known_questions.h"
#include "core/store/question_fields.h"
#include "core/store/settings.h"

namespace rehearse {
namespace {

/// What some changes of the log are about.
class Touched {
 public:
  Touched(const LogChanges& changes, const OpLog& log) : log_(log) {
    for (const StoredOp& stored : changes.added) added_.insert(stored.id);
    for (const StoredOp& stored : changes.moved) moved_.insert(stored.id);
    for (const StoredOp& stored : changes.added) note(stored);
    for (const StoredOp& stored : changes.moved) note(stored);
  }

  void fold(Content& content, Memory& memory) {
    // Before all else: another begin of the days folds every answer in the log anew, these too.
    const std::size_t rebuilds = memory.rebuilds();
    if (targets_.erase(kLibraryTarget) > 0) content.refold(kLibraryTarget);
    const bool is_rebuilt = memory.rebuilds() != rebuilds;
    // Those that stand elsewhere now come next, so that answers stand as the log orders them: a question that
    // comes puts those in between that waited for it.
    if (!is_rebuilt) merge(moved_about_cards_, memory);
    for (const OpId& import : imports_) fold_import(import, content);
    for (const std::string& target : targets_) content.refold(target);
    // Last, so that what was answered finds its question.
    if (!is_rebuilt) merge(others_about_cards_, memory);
  }

 private:
  using OpsById = std::map<OpId, StoredOp>;

  /// What a chain of voids ends at is what has come or gone; a void may come before what it takes back.
  void note(const StoredOp& stored) {
    if (!std::holds_alternative<VoidOp>(stored.op.body)) return note_subject(stored, stored.id, stored.id);
    OpId named = stored.id;
    std::optional<StoredOp> subject = stored;
    while (subject && std::holds_alternative<VoidOp>(subject->op.body)) {
      named = std::get<VoidOp>(subject->op.body).target;
      subject = log_.find(named);
    }
    if (subject)
      note_subject(*subject, named, stored.id);
    else
      imports_.insert(named);  // of an import that is not there yet something may be
  }

  /// `named`: the subject as the last of a chain of voids has it, which begins at `first`.
  void note_subject(const StoredOp& subject, OpId named, OpId first) {
    if (std::holds_alternative<ImportOp>(subject.op.body)) {
      if (named != first) imports_.insert(named);
    } else if (Memory::is_made_from(subject.op)) {
      (moved_.contains(subject.id) ? moved_about_cards_ : others_about_cards_)
          .insert_or_assign(subject.id, subject);
    } else {
      targets_.insert(target_of(subject.op));
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
      if (!added_.contains(id)) gone.push_back(stored);
      if (!log_.is_void(stored)) come.push_back(std::move(stored));
    }
    ops.clear();
    if (!gone.empty() || !come.empty()) memory.merge(gone, std::move(come));
  }

  const OpLog& log_;
  std::set<OpId> added_, moved_;
  std::set<std::string> targets_;  // by their names decks come before questions
  std::set<OpId> imports_;
  OpsById moved_about_cards_, others_about_cards_;
};

}  // namespace

void fold_in(const LogChanges& changes, const OpLog& log, Content& content, Memory& memory) {
  Touched(changes, log).fold(content, memory);
}

}  // namespace rehearse
