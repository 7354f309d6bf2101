#include "core/store/fold_in.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace rehearse {
namespace {

/// What a chain of voids ends at is what has come or gone; a void may come before what it takes back.
std::optional<StoredOp> subject_of(const OpLog& log, const StoredOp& stored) {
  std::optional<StoredOp> subject = stored;
  while (subject && std::holds_alternative<VoidOp>(subject->op.body))
    subject = log.find(std::get<VoidOp>(subject->op.body).target);
  return subject;
}

}  // namespace

void fold_in(const LogChanges& changes, const OpLog& log, Content& content, Memory& memory) {
  std::set<std::string> targets;  // by their names decks come before questions
  std::set<OpId> added;
  std::map<OpId, StoredOp> about_cards;
  const auto note = [&](const StoredOp& stored) {
    auto subject = subject_of(log, stored);
    if (!subject) return;
    if (Memory::is_made_from(subject->op))
      about_cards.insert_or_assign(subject->id, std::move(*subject));
    else
      targets.insert(target_of(subject->op));
  };
  for (const StoredOp& stored : changes.added) {
    added.insert(stored.id);
    note(stored);
  }
  for (const StoredOp& stored : changes.moved) note(stored);
  for (const std::string& target : targets) content.refold(target);
  std::vector<StoredOp> gone, come;
  for (const auto& [id, stored] : about_cards) {
    if (!added.contains(id)) gone.push_back(stored);
    if (!log.is_void(id)) come.push_back(stored);
  }
  if (!gone.empty() || !come.empty()) memory.merge(gone, std::move(come));
}

}  // namespace rehearse
