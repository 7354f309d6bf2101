#include "core/library_sync.h"

#include <algorithm>

#include "core/library_parts.h"
#include "core/store/cache_size.h"
#include "core/store/op.h"

namespace rehearse {
namespace {

constexpr std::size_t kManyOps = 1000;  // in one part of a stream: more are to come

}  // namespace

SyncPosition Library::sync_position() const { return parts_->sync.position(); }

Unsent Library::unsent(std::int64_t after, std::size_t most, std::size_t most_bytes) const {
  const Snapshot snapshot(parts_->database);
  const std::vector<std::int64_t> positions = parts_->sync.unsent(after, most);
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

std::size_t Library::unsent_count() const { return parts_->sync.unsent_count(); }

std::optional<MergeReport> Library::take_in(const ArrivedOps& arrived) {
  if (arrived.ops.size() >= kManyOps) use_roomy_cache(parts_->database);
  Transaction transaction(parts_->database);
  for (const ArrivedOp& op : arrived.ops)
    if (op.line.empty() && !parts_->log.has(op.id)) return std::nullopt;
  const MergeReport report = merge(arrived.ops, parts_->log, parts_->content, parts_->memory);
  SyncPosition position = parts_->sync.position();
  const bool is_some_awaited = parts_->sync.awaits_some();
  for (const ArrivedOp& op : arrived.ops) {
    if (is_some_awaited) parts_->sync.came_back(op.id);
    position.last_admitted = std::max(position.last_admitted, op.admitted);
  }
  position.cursor = arrived.cursor;
  position.server_ahead = arrived.server_now - arrived.local_now;
  position.compared = arrived.local_clock;
  if (arrived.is_everything) position.synced = arrived.local_now;
  parts_->sync.save(position);
  parts_->sync.settle();
  if (arrived.is_everything && parts_->sync.unsent_count() == 0 && parts_->sync.refused().empty())
    parts_->log.all_admitted_by(position.last_admitted);
  transaction.commit();
  if (arrived.is_everything) use_usual_cache(parts_->database);
  return report;
}

void Library::set_refused(std::int64_t position, std::string_view reason) {
  Transaction transaction(parts_->database);
  parts_->sync.refuse(position, reason);
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
  if (stored || !op) parts_->sync.offer_again(stored ? std::optional(stored->position) : std::nullopt);
  transaction.commit();
}

void Library::keep_here(std::optional<OpId> op) {
  Transaction transaction(parts_->database);
  const auto stored = op ? parts_->log.find(*op) : std::nullopt;
  if (stored || !op) parts_->sync.keep_here(stored ? std::optional(stored->position) : std::nullopt);
  transaction.commit();
}

void Library::start_sync_again() {
  Transaction transaction(parts_->database);
  parts_->sync.start_again();
  transaction.commit();
}

}  // namespace rehearse
