#include "core/store/import_plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "core/deck/match_questions.h"
#include "core/store/json_text.h"
#include "core/store/known_questions.h"
#include "core/store/places.h"
#include "core/store/question_edits.h"
#include "core/store/question_fields.h"

namespace rehearse {
namespace {

// Code points. Longer is no title but a document that was taken for one.
constexpr std::size_t kLongestTitle = 1000;
constexpr std::size_t kStemInProblem = 40;  // code points

/// The write that makes the documents' side of a thing say what this one does; without fields when it does
/// already.
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

bool is_place_or_deck(const std::string& name) { return name == kOrderField || name == kDeckField; }

/// What a learner will see changed by `op`.
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

std::string cues_of(const PlacedQuestion& question) {
  std::string lines;
  for (const PlacedPoint& point : question.points) lines += (lines.empty() ? "" : "\n") + point.point.cue;
  return lines;
}

/// `shown`: what the learner of the document's own library made of it.
void list_kept(const DeckQuestion& known, const std::string& stem, const SetOp& op, const Fields& wanted,
               const Fields& shown, std::vector<KeptEdit>& kept) {
  const auto stem_field = known.stored->registers.find(kStemField);
  const bool own_stem =
      stem_field != known.stored->registers.end() && stem_field->second.origin == Origin::kLearner;
  KeptEdit edit{
      known.shown.id, own_stem ? known.shown.question.stem : stem, "", "", "", KeptEdit::Document::kAsBefore};
  if (!is_alive(known.stored->registers)) {
    edit.field = "deleted";
    edit.document = known.said.question.stem;
    kept.push_back(edit);
    return;
  }
  for (const auto& [name, field] : known.stored->registers) {
    const auto said = wanted.find(name);
    const bool documented = said != wanted.end() || field.imported;
    if (field.origin == Origin::kImport || !documented || !is_known_field(name) || is_place_or_deck(name))
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
}

Problem too_long(std::size_t number, const std::string& stem) {
  const std::string which = std::to_string(number), shown = shortened(stem, kStemInProblem);
  return {0,
          0,
          "too-long",
          {"question " + which + " is longer than 60 KB and was left out: " + shown,
           "第 " + which + " 题超过 60 KB，未导入：" + shown}};
}

/// Broken UTF-8 becomes U+FFFD in a field: then the op does not say what the document said.
bool holds_replacement(const Fields& fields) {
  return std::any_of(fields.begin(), fields.end(),
                     [](const auto& field) { return field.second.find("\uFFFD") != std::string::npos; });
}

Fields deck_fields(const Document& document) {
  Fields fields{{kTitleField, json_text(shortened(document.title, kLongestTitle))}};
  const std::string sections = sections_json(document.sections);
  if (!document.sections.empty() && sections.size() < kLongestFields - fields[kTitleField].size())
    fields[kSectionsField] = sections;
  return fields;
}

/// Decides on one question of the document after the other.
class Planner {
 public:
  Planner(const DeckState& state, const Document& document, const QuestionOrigins& origins, const NewIds& ids,
          const TakeWrite& take)
      : document_(document), origins_(origins), ids_(ids), take_(take) {
    plan_.deck = derive_deck_id(document.title);
    const std::set<QuestionId> own(ids.from_text.begin(), ids.from_text.end());
    for (DeckQuestion& known : questions_of(state)) {
      used_.insert(known.stored->id);
      const bool is_here = known.shown.deck == plan_.deck || own.contains(known.stored->id);
      if (is_here) known_.push_back(std::move(known));
    }
    SetOp op = bring_up_to_date(target(plan_.deck), state.deck, deck_fields(document));
    if (!op.fields.empty()) take_({std::move(op), std::nullopt});
    std::vector<KnownQuestion> comparable;
    for (const DeckQuestion& known : known_)
      comparable.push_back({known.stored->id, with_points(known.said), with_points(known.shown)});
    if (origins.empty()) {
      matches_ = match_questions(comparable, document.questions, ids.given);
    } else {
      std::vector<Question> said;
      for (std::size_t i = 0; i < document.questions.size(); ++i) said.push_back(documented(i));
      matches_ = match_questions(comparable, said, ids.given);
    }
  }

  ImportPlan plan() {
    std::vector<std::optional<std::string>> present;
    for (const auto& match : matches_)
      present.push_back(match ? std::optional(known_[*match].said.at) : std::nullopt);
    const std::vector<std::string> places = places_for(present);
    for (std::size_t i = 0; i < document_.questions.size(); ++i)
      add(i, places[i], matches_[i] ? &known_[*matches_[i]] : nullptr);
    list_missing();
    return std::move(plan_);
  }

 private:
  const QuestionOrigin* origin(std::size_t index) const {
    return index < origins_.size() && origins_[index] ? &*origins_[index] : nullptr;
  }

  /// What the documents say, whatever a learner made of it.
  const Question& documented(std::size_t index) const {
    const QuestionOrigin* const from = origin(index);
    return from && from->documented ? *from->documented : document_.questions[index];
  }

  /// Names of points are believed where they belong to the question of this id.
  std::vector<PointId> ids_of_new_points(std::size_t index, QuestionId id) const {
    const QuestionOrigin* const from = origin(index);
    if (!from || from->id != id) return derived_point_ids(id, documented(index).points);
    if (from->documented) return from->documented_points;
    std::vector<PointId> ids;
    for (const OriginPoint& point : from->points) ids.push_back(point.id);
    return ids;
  }

  /// The question as its learner left it, by the names it has here.
  PlacedQuestion as_shown(std::size_t index, const PlacedQuestion& said) const {
    const QuestionOrigin& from = *origin(index);
    std::map<PointId, const PlacedPoint*> here;
    for (std::size_t i = 0; i < from.documented_points.size(); ++i)
      here.emplace(from.documented_points[i], &said.points[i]);
    PlacedQuestion shown = said;
    shown.question = document_.questions[index];
    const std::vector<KeyPoint> points = std::exchange(shown.question.points, {});
    shown.points.clear();
    const bool keeps_names = from.id == said.id;
    const std::vector<PointId> derived = derived_point_ids(said.id, points);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto found = here.find(from.points[i].id);
      PlacedPoint point{keeps_names ? from.points[i].id : derived[i], "", points[i], {}};
      if (found != here.end()) point = {found->second->id, found->second->at, points[i], {}};
      for (const PointId& ancestor : from.points[i].ancestors) {
        const auto known = here.find(ancestor);
        if (known != here.end() || keeps_names)
          point.ancestors.push_back(known == here.end() ? ancestor : known->second->id);
      }
      shown.points.push_back(std::move(point));
    }
    return shown;
  }

  /// The edits of a learner elsewhere; where one was made here, this one stays.
  SetOp brought_edit(const PlacedQuestion& said, const PlacedQuestion& shown,
                     const Registers& present) const {
    SetOp op = edit_between(said, shown, present);
    std::erase_if(op.fields, [&](const auto& field) {
      const auto found = present.find(field.first);
      return is_place_or_deck(field.first) ||
             (found != present.end() &&
              (found->second.origin == Origin::kLearner || found->second.value == field.second));
    });
    op.base = heads_of(op.fields, present);
    return op;
  }

  void add(std::size_t index, const std::string& at, const DeckQuestion* known) {
    const Question& question = documented(index);
    PlacedQuestion placed;
    placed.id = known ? known->stored->id : new_id(index);
    placed.deck = plan_.deck;
    placed.at = at;
    placed.question = question;
    placed.question.points.clear();
    placed.points = place_points(placed.id, question.points, ids_of_new_points(index, placed.id), known);
    const Fields fields = question_fields(placed);
    if (size_of(fields) > kLongestFields) {
      plan_.problems.push_back(too_long(index + 1, question.stem));
      plan_.kept.emplace_back();
      return;
    }
    KeptQuestion& kept = plan_.kept.emplace_back(KeptQuestion{placed.id, {}}).value();
    const bool is_edited = origin(index) && origin(index)->documented;
    const std::optional<PlacedQuestion> edited =
        is_edited ? std::optional(as_shown(index, placed)) : std::nullopt;
    const PlacedQuestion& shown = edited ? *edited : placed;
    for (const PlacedPoint& point : shown.points) kept.points.push_back(point.id);
    const Registers none;
    const Registers& present = known ? known->stored->registers : none;
    SetOp op = bring_up_to_date(target(placed.id), present, fields);
    SetOp edit = is_edited ? brought_edit(placed, shown, present) : SetOp();
    QuestionChange change{placed.id, index + 1, shown.question.stem, {}};
    if (known) {
      SetOp both = op;
      for (const auto& [name, value] : edit.fields) both.fields[name] = value;
      change.fields = shown_changes(both, present);
      for (FieldChange& field : change.fields)
        if (field.field == "points") field = {"points", cues_of(known->said), cues_of(placed)};
      list_kept(*known, question.stem, op, fields, question_fields(shown), plan_.changes.kept);
      if (change.fields.empty())
        ++plan_.changes.unchanged;
      else
        plan_.changes.changed.push_back(std::move(change));
    } else {
      plan_.changes.added.push_back(std::move(change));
    }
    if (!op.fields.empty()) {
      PlannedWrite write{std::move(op), std::nullopt};
      const bool says_all = !known && edit.fields.empty() && !holds_replacement(write.op.fields);
      if (says_all) write.all = std::move(placed);
      take_(std::move(write));
    }
    if (!edit.fields.empty() && size_of(edit.fields) <= kLongestFields)
      take_({std::move(edit), std::nullopt});
  }

  /// The id of a new question, unless a question that has another text by now was named so.
  QuestionId new_id(std::size_t index) {
    QuestionId id = ids_.given[index];
    for (std::size_t ordinal = 1; used_.contains(id); ++ordinal)
      id = derive_question_id(plan_.deck, document_.questions[index], ordinal);
    used_.insert(id);
    return id;
  }

  void list_missing() {
    std::vector<bool> found(known_.size(), false);
    for (const auto& match : matches_)
      if (match) found[*match] = true;
    for (std::size_t i = 0; i < known_.size(); ++i) {
      const Registers& registers = known_[i].stored->registers;
      if (!found[i] && is_alive(registers) && registers.at(kDeckField).imported &&
          known_[i].shown.deck == plan_.deck)
        plan_.changes.missing.push_back({known_[i].stored->id, known_[i].shown.question.stem});
    }
  }

  const Document& document_;
  const QuestionOrigins& origins_;
  const NewIds& ids_;
  const TakeWrite& take_;
  std::vector<DeckQuestion> known_;
  std::set<QuestionId> used_;
  Matches matches_;
  ImportPlan plan_;
};

}  // namespace

NewIds ids_of_new(const Document& document, const QuestionOrigins& origins) {
  const DeckId deck = derive_deck_id(document.title);
  NewIds ids;
  Ordinals equals;
  for (const Question& question : document.questions)
    ids.from_text.push_back(
        derive_question_id(deck, question, equals.next(question_identity_text(question))));
  ids.given = ids.from_text;
  for (std::size_t i = 0; i < std::min(ids.given.size(), origins.size()); ++i)
    if (origins[i]) ids.given[i] = origins[i]->id;
  return ids;
}

std::vector<QuestionId> NewIds::all() const {
  std::vector<QuestionId> both = from_text;
  both.insert(both.end(), given.begin(), given.end());
  return both;
}

ImportPlan plan_import(const DeckState& state, const Document& document, const QuestionOrigins& origins,
                       const NewIds& ids, const TakeWrite& take) {
  return Planner(state, document, origins, ids, take).plan();
}

void ImportWriter::add(PlannedWrite write) {
  constexpr std::size_t kTogether = 64;  // questions: in memory twice until they are written
  waiting_.push_back(std::move(write));
  if (waiting_.size() == kTogether) finish();
}

void ImportWriter::finish() {
  std::vector<OpBody> ops;
  std::vector<std::string> targets;
  for (PlannedWrite& write : waiting_) {
    targets.push_back(write.op.target);
    ops.emplace_back(std::move(write.op));
  }
  if (!ops.empty()) log_.append_all(std::move(ops), now_);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (waiting_[i].all)
      content_.add(*waiting_[i].all);
    else
      content_.refold(targets[i]);
  }
  waiting_.clear();
}

}  // namespace rehearse
