#include "core/store/group_history.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/store/field_changes.h"
#include "core/store/shared_fields.h"

namespace rehearse {
namespace {

std::set<std::string> shared_names(const Registers& a, const Registers& b) {
  std::set<std::string> names;
  for (const Registers* registers : {&a, &b})
    for (const auto& [name, field] : *registers)
      if (is_shared_field(name)) names.insert(name);
  return names;
}

std::string words_in(const Registers& registers, const std::string& name) {
  const std::string value = value_in(registers, name);
  return value == kNoValue ? "" : words_of_field(value);
}

QuestionChange named(QuestionId id, const Registers& registers) {
  return {id, 0, words_in(registers, kStemField), {}};
}

class Return {
 public:
  Return(const Registers& then, const Registers& now) : then_(then), now_(now) {}

  /// Nothing where the group says it already.
  std::optional<SetOp> fields(const std::string& target) const {
    SetOp op{target, {}, {}, Origin::kGroup};
    std::set<OpId> base;
    for (const std::string& name : shared_names(then_, now_)) {
      const std::string value = value_in(then_, name);
      if (value == value_in(now_, name)) continue;
      op.fields[name] = value;
      add_heads(now_, name, base);
    }
    if (op.fields.empty()) return std::nullopt;
    op.base.assign(base.begin(), base.end());
    return op;
  }

  AliveOp alive(const std::string& target, bool alive) const {
    std::set<OpId> base;
    add_heads(now_, kAliveField, base);
    return {target, alive, {base.begin(), base.end()}};
  }

 private:
  const Registers& then_;
  const Registers& now_;
};

}  // namespace

std::vector<FieldChange> field_changes(const Registers& before, const Registers& after) {
  std::vector<FieldChange> changes;
  bool points_moved = false;
  for (const std::string& name : shared_names(before, after)) {
    if (value_in(before, name) == value_in(after, name) || is_place_or_deck(name)) continue;
    const bool is_point = point_of_field(name).has_value() || name.starts_with(kPointPlacePrefix);
    const std::string was = words_in(before, name), is = words_in(after, name);
    if (was == is || name.starts_with(kPointPlacePrefix))
      points_moved = points_moved || is_point;
    else
      changes.push_back({is_point ? "point" : name, was, is});
  }
  if (points_moved) changes.push_back({"points", "", ""});
  std::stable_partition(changes.begin(), changes.end(),
                        [](const FieldChange& change) { return change.field == kStemField; });
  return changes;
}

DeckChanges changes_between(Database& database, const OpLog& log, Scope group, DeckId deck, StreamPoint from,
                            StreamPoint until) {
  DeckChanges changes;
  for (const std::string& name :
       targets_between(database, log, group, std::min(from, until), std::max(from, until))) {
    const Registers before = fold_group_at(database, log, name, group, from);
    const Registers after = fold_group_at(database, log, name, group, until);
    const auto id = question_of(name);
    if (!id) {
      changes.is_deck_changed =
          changes.is_deck_changed || (name == target(deck) && !field_changes(before, after).empty());
      continue;
    }
    const bool was_there = is_in_deck(before, deck), is_there = is_in_deck(after, deck);
    if (is_there && !was_there) changes.added.push_back(named(*id, after));
    if (was_there && !is_there) changes.removed.push_back(named(*id, before));
    if (!was_there || !is_there) continue;
    QuestionChange change = named(*id, after);
    change.fields = field_changes(before, after);
    if (!change.fields.empty()) changes.changed.push_back(std::move(change));
  }
  return changes;
}

std::vector<OpBody> plan_return(Database& database, const OpLog& log, Scope group, DeckId deck,
                                StreamPoint to) {
  std::vector<OpBody> ops;
  for (const std::string& name : targets_between(database, log, group, to, kStreamEnd)) {
    const Registers then = fold_group_at(database, log, name, group, to);
    const Registers now = fold_group_at(database, log, name, group, kStreamEnd);
    const Return back(then, now);
    const bool is_deck = name == target(deck);
    const bool was_there = is_in_deck(then, deck), is_there = is_in_deck(now, deck);
    if (is_deck || was_there)
      if (auto op = back.fields(name)) ops.emplace_back(std::move(*op));
    if (!is_deck && was_there != is_there) ops.emplace_back(back.alive(name, was_there));
  }
  return ops;
}

}  // namespace rehearse
