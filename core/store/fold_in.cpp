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

using OpsById = std::map<OpId, StoredOp>;

/// Those that are not `added` are in the memory, where they stood before.
void merge(const OpsById& ops, const std::set<OpId>& added, const OpLog& log, Memory& memory) {
  std::vector<StoredOp> gone, come;
  for (const auto& [id, stored] : ops) {
    if (!added.contains(id)) gone.push_back(stored);
    if (!log.is_void(id)) come.push_back(stored);
  }
  if (!gone.empty() || !come.empty()) memory.merge(gone, std::move(come));
}

}  // namespace

void fold_in(const LogChanges& changes, const OpLog& log, Content& content, Memory& memory) {
  std::set<std::string> targets;  // by their names decks come before questions
  std::set<OpId> added, moved;
  OpsById moved_about_cards, others_about_cards;
  const auto note = [&](const StoredOp& stored) {
    auto subject = subject_of(log, stored);
    if (!subject) return;
    if (!Memory::is_made_from(subject->op))
      targets.insert(target_of(subject->op));
    else
      (moved.contains(subject->id) ? moved_about_cards : others_about_cards)
          .insert_or_assign(subject->id, std::move(*subject));
  };
  for (const StoredOp& stored : changes.added) added.insert(stored.id);
  for (const StoredOp& stored : changes.moved) moved.insert(stored.id);
  for (const StoredOp& stored : changes.added) note(stored);
  for (const StoredOp& stored : changes.moved) note(stored);
  // First, so that the answers stand as the log orders them: a question that comes puts those in between that
  // waited for it.
  merge(moved_about_cards, added, log, memory);
  for (const std::string& target : targets) content.refold(target);
  // Last, so that what was answered finds its question.
  merge(others_about_cards, added, log, memory);
}

}  // namespace rehearse
