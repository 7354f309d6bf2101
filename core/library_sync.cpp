#include "core/library_sync.h"

#include <algorithm>

#include "core/library_parts.h"
#include "core/store/cache_size.h"
#include "core/store/joined_groups.h"
#include "core/store/op.h"

namespace rehearse {
namespace {

constexpr std::size_t kManyOps = 1000;  // in one part of a stream: more are to come

std::vector<std::int64_t> positions_of(const std::vector<RefusedOp>& refused) {
  std::vector<std::int64_t> positions;
  for (const RefusedOp& op : refused) positions.push_back(op.position);
  return positions;
}

}  // namespace

SyncPosition Library::sync_position(Scope scope) const {
  return SyncState(parts_->database, scope).position();
}

Unsent Library::unsent(std::int64_t after, std::size_t most, std::size_t most_bytes, Scope scope) const {
  const Snapshot snapshot(parts_->database);
  const std::vector<std::int64_t> positions = SyncState(parts_->database, scope).unsent(after, most);
  Unsent unsent;
  std::size_t bytes = 0;
  for (const std::int64_t position : positions) {
    if (std::optional<std::string> line = parts_->log.line_at(position)) {
      bytes += line->size();
      if (bytes > most_bytes && !unsent.ops.empty()) return unsent;
      const OpId id = op_id(*line);
      unsent.ops.push_back({position, id, std::move(*line)});
    }  // else it is damaged: `check` names it
    unsent.through = position;
  }
  if (positions.size() < most) unsent.through = parts_->log.last_position();
  return unsent;
}

bool is_all_sent(const Library& library, std::int64_t after, Scope scope) {
  for (;;) {
    const Unsent unsent = library.unsent(after, 1, 1, scope);
    if (!unsent.ops.empty()) return false;
    if (unsent.through <= after) return true;
    after = unsent.through;  // one that is damaged, or nothing, up to here
  }
}

std::size_t Library::unsent_count() const {
  std::size_t count = parts_->sync.unsent_count();
  for (const JoinedGroup& group : read_joined_groups(parts_->database))
    count += SyncState(parts_->database, group.scope).unsent_count();
  return count;
}

std::optional<MergeReport> Library::take_in(const ArrivedOps& arrived) {
  if (arrived.ops.size() >= kManyOps) use_roomy_cache(parts_->database);
  Transaction transaction(parts_->database);
  SyncState sync(parts_->database, arrived.scope);
  for (const ArrivedOp& op : arrived.ops)
    if (op.line.empty() && !parts_->log.has(op.id)) return std::nullopt;
  SyncPosition position = sync.position();
  const bool is_some_awaited = sync.awaits_some();
  std::vector<OpId> accepted;  // that were refused
  for (const ArrivedOp& op : arrived.ops) {
    if (is_some_awaited && sync.came_back(op.id)) accepted.push_back(op.id);
    position.last_admitted = std::max(position.last_admitted, op.admitted);
  }
  const MergeReport report = merge(arrived.ops, arrived.scope, parts_->log, parts_->content, parts_->memory);
  for (const OpId& op : accepted)
    if (const auto stored = parts_->log.find(op)) parts_->refold_shared({stored->position});
  position.cursor = arrived.cursor;
  position.server_ahead = arrived.server_now - arrived.local_now;
  position.compared = arrived.local_clock;
  sync.save(position);
  sync.settle();
  // Asked only now: what was still to be sent may have come in, for another computer has sent it.
  const bool is_everything = arrived.is_read_to_end && is_all_sent(*this, 0, arrived.scope);
  if (is_everything) {
    position.synced = arrived.local_now;
    sync.save(position);
    if (const auto last = all_admitted_by(parts_->database)) parts_->log.all_admitted_by(*last);
  }
  transaction.commit();
  if (is_everything) use_usual_cache(parts_->database);
  return report;
}

void Library::Parts::refold_shared(const std::vector<std::int64_t>& positions) {
  std::set<std::string> targets;
  for (const std::int64_t position : positions) {
    const auto stored = log.at(position);
    if (stored && stored_kind(stored->op) == StoredKind::kShared) targets.insert(target_of(stored->op));
  }
  for (const std::string& target : targets) content.refold(target);
}

void Library::Parts::refuse(std::int64_t position, std::string_view reason) {
  sync.refuse(position, reason);
  const auto stored = log.at(position);
  const auto* act = stored ? std::get_if<GroupActOp>(&stored->op.body) : nullptr;
  // A version, a verdict or a week is nothing to anybody without what it came with.
  if (act != nullptr && !std::holds_alternative<ChangeSuggestion>(act->act)) sync.keep_here(position);
  refold_shared({position});
}

void Library::set_refused(std::int64_t position, std::string_view reason) {
  Transaction transaction(parts_->database);
  parts_->refuse(position, reason);
  transaction.commit();
}

std::vector<UnacceptedOp> Library::refused(std::size_t most) const {
  std::vector<UnacceptedOp> refused;
  for (const RefusedOp& op : parts_->sync.refused()) {
    if (refused.size() == most) break;
    if (auto line = parts_->log.line_at(op.position)) {
      const OpId id = op_id(*line);
      refused.push_back({id, std::move(*line), op.reason, op.state});
    }
  }
  return refused;
}

std::size_t Library::refused_count() const {
  const std::vector<RefusedOp> refused = parts_->sync.refused();
  return static_cast<std::size_t>(std::count_if(
      refused.begin(), refused.end(), [](const RefusedOp& op) { return op.state == Quarantine::kAsks; }));
}

void Library::offer_again(std::optional<OpId> op) {
  Transaction transaction(parts_->database);
  const auto stored = op ? parts_->log.find(*op) : std::nullopt;
  const std::vector<std::int64_t> refused = positions_of(parts_->sync.refused());
  if (stored || !op) parts_->sync.offer_again(stored ? std::optional(stored->position) : std::nullopt);
  parts_->refold_shared(refused);
  transaction.commit();
}

void Library::keep_here(std::optional<OpId> op) {
  Transaction transaction(parts_->database);
  const auto stored = op ? parts_->log.find(*op) : std::nullopt;
  if (stored || !op) parts_->sync.keep_here(stored ? std::optional(stored->position) : std::nullopt);
  transaction.commit();
}

void Library::start_sync_again(Scope scope) {
  Transaction transaction(parts_->database);
  const std::vector<std::int64_t> refused = positions_of(parts_->sync.refused());
  SyncState(parts_->database, scope).start_again();
  parts_->refold_shared(refused);
  transaction.commit();
}

}  // namespace rehearse
