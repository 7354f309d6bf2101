// Of the op log: what is asked of it.
#include <algorithm>
#include <limits>

#include "core/store/op_log.h"
#include "core/store/packed_line.h"
#include "core/store/settings.h"

namespace rehearse {
namespace {

constexpr const char* kRegisterTargets =
    "SELECT target FROM op WHERE target IS NOT NULL AND kind <> 7 GROUP BY target ORDER BY min(position)";
constexpr const char* kAllParts = "SELECT first, last FROM import_part";

// The columns that read_row takes.
constexpr const char* kAt = "SELECT position, admitted_ms, line FROM op WHERE position = ?1";
constexpr const char* kAbout =
    "SELECT position, admitted_ms, line FROM op WHERE target = ?1 ORDER BY position";
constexpr const char* kAboutCards =
    "SELECT position, admitted_ms, line FROM op WHERE kind IN (5, 6, 9, 10) ORDER BY position";
constexpr const char* kChangesBefore =
    "SELECT position, admitted_ms, line FROM op WHERE kind IN (1, 2, 4, 5, 9, 10, 11) AND position < ?1"
    " ORDER BY position DESC";
constexpr const char* kMockInterviews =
    "SELECT position, admitted_ms, line FROM op WHERE kind = 10 ORDER BY position";

/// Brought in before imports were ops.
bool is_brought_in(const Op& op) {
  const auto* review = std::get_if<ReviewOp>(&op.body);
  return review != nullptr && !review->from.empty();
}

}  // namespace

std::vector<StoredOp> OpLog::about(const std::string& target) const {
  std::vector<StoredOp> ops;
  Query query = database_.query(kAbout);
  const std::string packed = pack_text(target);
  query.bind(Blob{packed});
  while (query.step())
    if (auto stored = read_row(query, names_)) ops.push_back(std::move(*stored));
  std::sort(ops.begin(), ops.end(), stands_before);
  return ops;
}

bool OpLog::has(OpId id) const { return position_of(id).has_value(); }

std::optional<StoredOp> OpLog::find(OpId id) const {
  const auto position = position_of(id);
  return position ? at(*position) : std::nullopt;
}

std::optional<StoredOp> OpLog::at(std::int64_t position) const {
  Query query = database_.query(kAt);
  if (!query.bind(position).step()) return std::nullopt;
  return read_row(query, names_);
}

std::optional<std::string> OpLog::line_at(std::int64_t position) const {
  Query query = database_.query(kAt);
  if (!query.bind(position).step()) return std::nullopt;
  Result<std::string> line = unpack_line(query.bytes(2), names_);
  if (!line) return std::nullopt;
  return std::move(*line);
}

void OpLog::for_each_about_cards(const std::function<void(const StoredOp&)>& visit) const {
  const Snapshot snapshot(database_);
  Names names(database_);
  names.read_all();
  std::unordered_set<std::int64_t> voided;  // positions
  std::vector<OpRange> taken_back;          // imports
  for (const OpId& id : this->voided()) {
    for (const OpRange& part : parts_of(id)) taken_back.push_back(part);
    if (const auto position = position_of(id)) voided.insert(*position);
  }
  std::sort(taken_back.begin(), taken_back.end(),
            [](const OpRange& a, const OpRange& b) { return a.first < b.first; });
  const auto is_taken_back = [&](std::int64_t position) {
    if (!voided.empty() && voided.contains(position)) return true;
    const auto behind =
        std::upper_bound(taken_back.begin(), taken_back.end(), position,
                         [](std::int64_t at, const OpRange& part) { return at < part.first; });
    return behind != taken_back.begin() && position <= std::prev(behind)->last;
  };
  const auto for_each_standing = [&](const auto& take) {
    Query row = database_.query(kAboutCards);
    while (row.step())
      if (!is_taken_back(row.integer(0)))
        if (const auto stored = read_nameless_row(row, names)) take(*stored);
  };
  std::vector<FoldPlace> places;
  places.reserve(size());
  for_each_standing([&](const StoredOp& stored) { places.push_back(place_of(stored)); });
  const auto id_of = [&](const FoldPlace& place) { return op_id(line_at(place.position).value_or("")); };
  const auto is_before = [&](const FoldPlace& a, const FoldPlace& b) {
    if (a < b || b < a) return a < b;
    return a.position != b.position && id_of(a) < id_of(b);
  };
  // As they came in, they are read in one go.
  if (std::is_sorted(places.begin(), places.end(), is_before)) return for_each_standing(visit);
  std::sort(places.begin(), places.end(), is_before);
  for (const FoldPlace& place : places) {
    std::optional<StoredOp> stored;
    {
      Query row = database_.query(kAt);
      if (row.bind(place.position).step()) stored = read_nameless_row(row, names);
    }
    if (stored) visit(*stored);
  }
}

std::vector<std::string> OpLog::register_targets() const {
  std::vector<std::string> targets;
  Query query = database_.query(kRegisterTargets);
  while (query.step())
    if (Result<std::string> target = unpack_line(query.bytes(0), names_))
      targets.push_back(std::move(*target));
  return targets;
}

std::optional<StoredOp> OpLog::latest_change() const {
  std::vector<OpRange> parts;
  {
    Query query = database_.query(kAllParts);
    while (query.step()) parts.push_back({query.integer(0), query.integer(1)});
  }
  const auto part_with = [&](std::int64_t position) {
    return std::find_if(parts.begin(), parts.end(),
                        [&](const OpRange& part) { return part.first <= position && position <= part.last; });
  };
  for (std::int64_t before = std::numeric_limits<std::int64_t>::max();;) {
    const std::int64_t from = before;
    Query query = database_.query(kChangesBefore);
    query.bind(before);
    while (from == before && query.step()) {
      if (const auto part = part_with(query.integer(0)); part != parts.end()) {
        before = part->first;
        continue;
      }
      auto stored = read_row(query, names_);
      if (stored && is_own(*stored) && !is_brought_in(stored->op) && !is_device_name(stored->op) &&
          !is_void(stored->id))
        return stored;
    }
    if (from == before) return std::nullopt;
  }
}

std::vector<StoredOp> OpLog::mock_interviews() const {
  std::vector<StoredOp> interviews;
  {
    Query query = database_.query(kMockInterviews);
    while (query.step())
      if (auto stored = read_row(query, names_)) interviews.push_back(std::move(*stored));
  }
  std::erase_if(interviews, [&](const StoredOp& stored) { return is_void(stored); });
  std::sort(interviews.begin(), interviews.end(), stands_before);
  return interviews;
}

}  // namespace rehearse
