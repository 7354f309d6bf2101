#include "gui/window/library/bulk_work.h"

#include <algorithm>
#include <span>
#include <utility>

namespace rehearse {
namespace {

constexpr std::size_t kPart = 400;  // cards at once: some hundredths of a second

std::optional<OpId> latest_op(const Library& library) {
  const std::optional<GivenChange> latest = library.latest_change();
  return latest ? std::optional(latest->op) : std::nullopt;
}

}  // namespace

void BulkWork::step(Library& library, LocalInstant now) {
  const std::size_t end = std::min(cards_.size(), next_ + kPart);
  const auto at = [&](std::size_t i) { return cards_.begin() + static_cast<std::ptrdiff_t>(i); };
  const std::vector<CardId> part(at(next_), at(end));
  std::vector<OpId> ops;
  std::size_t changed = 0;
  Library::Batch batch(library);
  if (const auto* act = std::get_if<ActOnCards>(&act_)) {
    ops = library.act_on(part, act->kind, now, act->day);
    changed = part.size();
  } else {
    for (const FoundCard& card : library.describe(part, now)) {
      if (card.stem.empty() || !marked_.insert(card.question).second) continue;
      const Result<OpId> op = library.mark_question(card.question, std::get<MarkChange>(act_), now);
      if (!op) continue;  // it is so already
      ops.push_back(*op);
      ++changed;
    }
  }
  batch.commit();
  ops_.insert(ops_.end(), ops.begin(), ops.end());
  changed_ += changed;
  next_ = end;
}

void BulkHistory::add(std::vector<OpId> ops, std::size_t changed) {
  if (ops.empty()) return;
  done_.push_back({std::move(ops), changed});
  undone_.clear();
}

std::optional<std::size_t> BulkHistory::undo(Library& library, LocalInstant now) {
  if (done_.empty() || latest_op(library) != done_.back().ops.back()) return std::nullopt;
  Undone undone{{}, done_.back(), std::nullopt};
  Library::Batch batch(library);
  for (auto op = undone.work.ops.rbegin(); op != undone.work.ops.rend(); ++op)
    undone.undoing.push_back(library.undo(*op, now));
  batch.commit();
  undone.latest = latest_op(library);
  done_.pop_back();
  undone_.push_back(std::move(undone));
  return undone_.back().work.changed;
}

std::optional<std::size_t> BulkHistory::redo(Library& library, LocalInstant now) {
  if (undone_.empty() || latest_op(library) != undone_.back().latest) return std::nullopt;
  Undone undone = undone_.back();
  Library::Batch batch(library);
  for (auto op = undone.undoing.rbegin(); op != undone.undoing.rend(); ++op) library.undo(*op, now);
  batch.commit();
  undone_.pop_back();
  done_.push_back(std::move(undone.work));
  return done_.back().changed;
}

}  // namespace rehearse
