#include "core/store/field_changes.h"

#include <algorithm>
#include <optional>
#include <set>

namespace rehearse {

bool is_place_or_deck(const std::string& name) { return name == kOrderField || name == kDeckField; }

SetOp bring_up_to_date(const std::string& target, const Registers& present, const Fields& wanted) {
  SetOp op{target, {}, {}, Origin::kImport};
  std::set<OpId> base;
  const auto set = [&](const std::string& name, const std::string& value) {
    op.fields[name] = value;
    if (const auto found = present.find(name); found != present.end())
      base.insert(found->second.imported_heads.begin(), found->second.imported_heads.end());
  };
  for (const auto& [name, value] : wanted) {
    const auto found = present.find(name);
    if (found == present.end() || found->second.imported != value) set(name, value);
  }
  for (const auto& [name, field] : present)
    if (field.imported && *field.imported != "null" && is_known_field(name) && !wanted.contains(name))
      set(name, "null");
  op.base.assign(base.begin(), base.end());
  return op;
}

std::vector<FieldChange> shown_changes(const SetOp& op, const Registers& present) {
  std::vector<FieldChange> changes;
  bool points_moved = false;
  for (const auto& [name, value] : op.fields) {
    const auto found = present.find(name);
    const bool learners = found != present.end() && found->second.origin == Origin::kLearner;
    if (learners || is_place_or_deck(name)) continue;
    const std::string before = found == present.end() ? "" : words_of_field(found->second.value);
    const std::string after = words_of_field(value);
    const bool is_point = point_of_field(name).has_value();
    if (before != after)
      changes.push_back({is_point ? "point" : name, before, after});
    else
      points_moved = points_moved || is_point;
  }
  if (points_moved) changes.push_back({"points", "", ""});
  std::stable_partition(changes.begin(), changes.end(),
                        [](const FieldChange& change) { return change.field == kStemField; });
  return changes;
}

std::vector<KeptEdit> kept_edits(const DeckQuestion& known, const std::string& stem, const SetOp& op,
                                 const Fields& wanted, const Fields& shown) {
  std::vector<KeptEdit> kept;
  const auto stem_field = known.registers.find(kStemField);
  const bool own_stem = stem_field != known.registers.end() && stem_field->second.origin == Origin::kLearner;
  KeptEdit edit{
      known.shown.id, own_stem ? known.shown.question.stem : stem, "", "", "", KeptEdit::Document::kAsBefore};
  if (!is_alive(known.registers)) {
    edit.field = "deleted";
    edit.document = known.said.question.stem;
    kept.push_back(edit);
    return kept;
  }
  for (const auto& [name, field] : known.registers) {
    const auto said = wanted.find(name);
    const bool documented = said != wanted.end() || field.imported;
    if (field.origin != Origin::kLearner || !documented || !is_known_field(name) || is_place_or_deck(name))
      continue;
    edit.field = point_of_field(name) ? "point" : name;
    edit.here = words_of_field(field.value);
    edit.document = said == wanted.end() ? "" : words_of_field(said->second);
    const auto there = shown.find(name);
    if (edit.here == edit.document ||
        edit.here == (there == shown.end() ? "" : words_of_field(there->second)))
      continue;
    const bool rewritten =
        op.fields.contains(name) && field.imported && words_of_field(*field.imported) != edit.document;
    edit.text = rewritten ? KeptEdit::Document::kChanged : KeptEdit::Document::kAsBefore;
    kept.push_back(edit);
  }
  return kept;
}

}  // namespace rehearse
