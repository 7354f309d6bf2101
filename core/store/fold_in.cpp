#include "core/store/fold_in.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/deck/identity.h"
#include "core/store/known_questions.h"
#include "core/store/question_fields.h"

namespace rehearse {
namespace {

/// What some changes of the log are about.
class Touched {
 public:
  explicit Touched(const OpLog& log) : log_(log) {}

  void add(const StoredOp& stored) {
    added_.insert(stored.id);
    note(stored);
  }

  /// What a chain of voids ends at is what has come or gone; a void may come before what it takes back.
  void note(const StoredOp& stored) {
    OpId named = stored.id;
    std::optional<StoredOp> subject = stored;
    while (subject && std::holds_alternative<VoidOp>(subject->op.body)) {
      named = std::get<VoidOp>(subject->op.body).target;
      subject = log_.find(named);
    }
    // Of an import that is not there yet something may be.
    if (!subject || std::holds_alternative<ImportOp>(subject->op.body)) {
      if (named != stored.id) imports_.insert(named);
    } else if (Memory::is_made_from(subject->op)) {
      about_cards_.insert_or_assign(subject->id, std::move(*subject));
    } else {
      targets_.insert(target_of(subject->op));
    }
  }

  void fold(Content& content, Memory& memory) {
    for (const OpId& import : imports_) fold_import(import, content);
    for (const std::string& target : targets_) content.refold(target);
    std::vector<StoredOp> gone, come;
    for (const auto& [id, stored] : about_cards_) {
      if (!added_.contains(id)) gone.push_back(stored);
      if (!log_.is_void(stored)) come.push_back(stored);
    }
    if (!gone.empty() || !come.empty()) memory.merge(gone, std::move(come));
  }

 private:
  /// The import was taken back, or came back: everything that came with it.
  void fold_import(OpId import, Content& content) {
    const bool is_void = log_.is_void(import);
    for (const OpRange& part : log_.parts_of(import)) {
      for (const std::string& target : log_.register_targets(part)) {
        const auto question = question_of(target);
        const bool is_gone = is_void && question && log_.is_only_of(import, target);
        if (!is_gone || !content.take_away(*question)) content.refold(target);
      }
      for (StoredOp& stored : log_.about_cards(part)) about_cards_.emplace(stored.id, std::move(stored));
    }
  }

  const OpLog& log_;
  std::set<std::string> targets_;  // by their names decks come before questions
  std::set<OpId> added_, imports_;
  std::map<OpId, StoredOp> about_cards_;
};

}  // namespace

void fold_in(const LogChanges& changes, const OpLog& log, Content& content, Memory& memory) {
  Touched touched(log);
  for (const StoredOp& stored : changes.added) touched.add(stored);
  for (const StoredOp& stored : changes.moved) touched.note(stored);
  touched.fold(content, memory);
}

}  // namespace rehearse
