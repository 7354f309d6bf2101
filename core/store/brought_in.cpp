#include "core/store/brought_in.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/base/hash.h"

namespace rehearse {
namespace {

constexpr const char* kRows = "SELECT op, counts FROM brought_in WHERE id = ?1";
constexpr const char* kSave = "INSERT OR REPLACE INTO brought_in (id, op, counts) VALUES (?1, ?2, ?3)";
constexpr const char* kDrop = "DELETE FROM brought_in WHERE id = ?1 AND op = ?2";

// DO NOT CHANGE what is hashed without a new step of the schema: these ids are in every library file.
BroughtInId id_of(const Op& op) {
  std::string said;
  const auto say = [&said](const std::string& part) { said += part + ' '; };
  if (const auto* review = std::get_if<ReviewOp>(&op.body)) {
    say("review");
    say(review->card.hex());
    say(std::to_string(op.envelope.wall.time_since_epoch().count()));
    say(std::to_string(review->nth));
  } else {
    const auto& schedule = std::get<ScheduleOp>(op.body);
    say("schedule");
    say(schedule.card.hex());
    for (const PointId& point : schedule.points) say(point.hex());
    say(std::to_string(day_number(schedule.schedule.due)));
    say(std::to_string(schedule.schedule.interval_days));
    say(std::to_string(schedule.schedule.easiness));
    say(std::to_string(schedule.schedule.repetitions));
    say(std::to_string(schedule.schedule.lapses));
  }
  return {blake2b_128(said)};
}

bool is_any(const std::vector<StoredOp>& ops) {
  return std::any_of(ops.begin(), ops.end(),
                     [](const StoredOp& stored) { return BroughtIn::is_one(stored.op); });
}

}  // namespace

bool BroughtIn::is_one(const Op& op) {
  if (const auto* review = std::get_if<ReviewOp>(&op.body)) return !review->from.empty();
  return std::holds_alternative<ScheduleOp>(op.body);
}

void BroughtIn::settle(std::vector<StoredOp>& gone, std::vector<StoredOp>& come) {
  if (!is_any(gone) && !is_any(come)) return;
  std::map<BroughtInId, Change> changes;
  const auto take_out = [&changes](std::vector<StoredOp>& ops, OpsByPosition Change::*part) {
    std::vector<StoredOp> others;
    for (StoredOp& stored : ops) {
      if (!is_one(stored.op)) {
        others.push_back(std::move(stored));
        continue;
      }
      OpsByPosition& same = changes[id_of(stored.op)].*part;
      same.emplace(stored.position, std::move(stored));
    }
    ops = std::move(others);
  };
  take_out(gone, &Change::gone);
  take_out(come, &Change::come);
  for (const auto& [id, change] : changes) settle(id, change, gone, come);
}

void BroughtIn::settle(BroughtInId id, const Change& change, std::vector<StoredOp>& gone,
                       std::vector<StoredOp>& come) {
  const std::map<std::int64_t, bool> before = rows(id);
  std::set<std::int64_t> standing;
  std::optional<std::int64_t> counted;
  for (const auto& [op, counts] : before) {
    if (!change.gone.contains(op)) standing.insert(op);
    if (counts) counted = op;
  }
  for (const auto& [op, stored] : change.come) standing.insert(op);

  std::optional<StoredOp> first;
  for (const std::int64_t op : standing) {
    const auto here = change.come.find(op);
    std::optional<StoredOp> stored = here != change.come.end() ? here->second : log_.at(op);
    if (stored && (!first || stands_before(*stored, *first))) first = std::move(stored);
  }

  for (const auto& row : before)
    if (!standing.contains(row.first)) database_.query(kDrop).bind(id, row.first).run();
  for (const std::int64_t op : standing) {
    const bool counts = first && first->position == op;
    const auto row = before.find(op);
    if (row == before.end() || row->second != counts) save(id, op, counts);
  }

  const bool is_same = counted && first && *counted == first->position;
  if (is_same && !change.come.contains(*counted)) return;
  if (counted) {
    const auto here = change.gone.find(*counted);
    if (auto stored = here != change.gone.end() ? here->second : log_.at(*counted))
      gone.push_back(std::move(*stored));
  }
  if (first) come.push_back(std::move(*first));
}

/// Whether each of the ops that say this counts.
std::map<std::int64_t, bool> BroughtIn::rows(BroughtInId id) const {
  std::map<std::int64_t, bool> rows;
  Query query = database_.query(kRows);
  query.bind(id);
  while (query.step()) rows.emplace(query.integer(0), query.integer(1) != 0);
  return rows;
}

void BroughtIn::save(BroughtInId id, std::int64_t op, bool counts) {
  database_.query(kSave).bind(id, op, counts).run();
}

bool BroughtIn::Filler::add(const StoredOp& stored) {
  if (!is_one(stored.op)) return true;
  const BroughtInId id = id_of(stored.op);
  const bool counts = said_.insert(id).second;
  rows_.push_back({id, stored.position, counts});
  return counts;
}

void BroughtIn::Filler::finish() {
  // As the rows stand in the table, so that each goes behind the last.
  std::sort(rows_.begin(), rows_.end(),
            [](const Row& a, const Row& b) { return a.id != b.id ? a.id < b.id : a.op < b.op; });
  for (const Row& row : rows_) brought_in_.save(row.id, row.op, row.counts);
}

}  // namespace rehearse
