#include "core/store/import_plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "core/deck/match_points.h"
#include "core/deck/match_questions.h"
#include "core/store/json_text.h"
#include "core/store/places.h"
#include "core/store/question_fields.h"

namespace rehearse {
namespace {

// Code points. Longer is no title but a document that was taken for one.
constexpr std::size_t kLongestTitle = 1000;
constexpr std::size_t kStemInProblem = 40;  // code points

/// Counts how often a name was met, so that equals get different ordinals.
class Ordinals {
 public:
  std::size_t next(const std::string& name) { return met_[name]++; }

 private:
  std::map<std::string, std::size_t> met_;
};

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

/// A question of the deck as the matching sees it.
struct Known {
  const StoredQuestion* stored;
  PlacedQuestion said;  // as the documents had it last
  PlacedQuestion shown;
};

Question with_points(const PlacedQuestion& placed) {
  Question question = placed.question;
  for (const PlacedPoint& point : placed.points) question.points.push_back(point.point);
  return question;
}

/// In the documents' order.
std::vector<Known> known_questions(const DeckState& state) {
  std::vector<Known> known;
  for (const StoredQuestion& stored : state.questions) {
    auto shown = question_from(stored.id, stored.registers);
    if (!shown) continue;
    auto said = question_from(stored.id, imported_registers(stored.registers));
    known.push_back({&stored, said.value_or(*shown), *shown});
  }
  std::sort(known.begin(), known.end(), [](const Known& a, const Known& b) {
    return std::tie(a.said.at, a.said.id) < std::tie(b.said.at, b.said.id);
  });
  return known;
}

/// Every point the question has or had: in the documents' order, those they do not have behind.
std::vector<KnownPoint> known_points(const Known& known) {
  std::vector<KnownPoint> points;
  for (const PlacedPoint& point : known.said.points) points.push_back({point.id, point.point, std::nullopt});
  for (const auto& [name, field] : known.stored->registers) {
    const auto id = point_of_field(name);
    if (!id) continue;
    auto found =
        std::find_if(points.begin(), points.end(), [&](const KnownPoint& point) { return point.id == *id; });
    if (found == points.end()) found = points.insert(points.end(), {*id, std::nullopt, std::nullopt});
    if (const auto shown = point_from(*id, field.value)) found->shown = shown->point;
  }
  return points;
}

std::vector<PlacedPoint> place_points(QuestionId question, const std::vector<KeyPoint>& wanted,
                                      const Known* known) {
  std::vector<PlacedPoint> placed;
  std::vector<PointId> derived;
  Ordinals equal_cues;
  for (const KeyPoint& point : wanted)
    derived.push_back(derive_point_id(question, point.cue, equal_cues.next(normalised(point.cue))));
  const std::vector<KnownPoint> points = known ? known_points(*known) : std::vector<KnownPoint>();
  const Matches matches = match_points(points, wanted, derived);
  std::set<PointId> used;
  for (const KnownPoint& point : points) used.insert(point.id);
  std::vector<std::optional<std::string>> present(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    PointId id = derived[i];
    if (matches[i]) {
      id = points[*matches[i]].id;
      for (const PlacedPoint& said : known->said.points)
        if (said.id == id && points[*matches[i]].said) present[i] = said.at;
    } else {
      // The name belongs to a point whose cue was another once.
      for (std::size_t ordinal = 1; used.contains(id); ++ordinal)
        id = derive_point_id(question, wanted[i].cue, ordinal);
    }
    used.insert(id);
    placed.push_back({id, "", wanted[i], {}});
  }
  const std::vector<std::string> places = places_for(present);
  for (std::size_t i = 0; i < placed.size(); ++i) placed[i].at = places[i];
  return placed;
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

void list_kept(const Known& known, const std::string& stem, const SetOp& op, const Fields& wanted,
               std::vector<KeptEdit>& kept) {
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
    if (edit.here == edit.document) continue;
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
  Planner(const DeckState& state, const Document& document, const std::vector<QuestionId>& derived)
      : document_(document), derived_(derived), known_(known_questions(state)) {
    plan_.deck = derive_deck_id(document.title);
    SetOp op = bring_up_to_date(target(plan_.deck), state.deck, deck_fields(document));
    if (!op.fields.empty()) plan_.writes.push_back({std::move(op), std::nullopt});
    std::vector<KnownQuestion> comparable;
    for (const Known& known : known_) {
      comparable.push_back({known.stored->id, with_points(known.said), with_points(known.shown)});
      used_.insert(known.stored->id);
    }
    matches_ = match_questions(comparable, document.questions, derived_);
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
  void add(std::size_t index, const std::string& at, const Known* known) {
    const Question& question = document_.questions[index];
    PlacedQuestion placed;
    placed.id = known ? known->stored->id : new_id(index);
    placed.deck = plan_.deck;
    placed.at = at;
    placed.question = question;
    placed.points = place_points(placed.id, question.points, known);
    const Fields fields = question_fields(placed);
    if (size_of(fields) > kLongestFields) {
      plan_.problems.push_back(too_long(index + 1, question.stem));
      plan_.kept.emplace_back();
      return;
    }
    KeptQuestion& kept = plan_.kept.emplace_back(KeptQuestion{placed.id, {}}).value();
    for (const PlacedPoint& point : placed.points) kept.points.push_back(point.id);
    SetOp op = bring_up_to_date(target(placed.id), known ? known->stored->registers : Registers(), fields);
    QuestionChange change{placed.id, index + 1, question.stem, {}};
    if (known) {
      change.fields = shown_changes(op, known->stored->registers);
      for (FieldChange& field : change.fields)
        if (field.field == "points") field = {"points", cues_of(known->said), cues_of(placed)};
      list_kept(*known, question.stem, op, fields, plan_.changes.kept);
      if (change.fields.empty())
        ++plan_.changes.unchanged;
      else
        plan_.changes.changed.push_back(std::move(change));
    } else {
      plan_.changes.added.push_back(std::move(change));
    }
    if (op.fields.empty()) return;
    PlannedWrite& write = plan_.writes.emplace_back(PlannedWrite{std::move(op), std::nullopt});
    if (!known && !holds_replacement(write.op.fields)) write.all = std::move(placed);
  }

  /// The derived id, unless a question that has another text by now was named so.
  QuestionId new_id(std::size_t index) {
    QuestionId id = derived_[index];
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
  const std::vector<QuestionId>& derived_;
  std::vector<Known> known_;
  std::set<QuestionId> used_;
  Matches matches_;
  ImportPlan plan_;
};

}  // namespace

std::vector<QuestionId> derived_ids(const Document& document) {
  const DeckId deck = derive_deck_id(document.title);
  std::vector<QuestionId> ids;
  Ordinals equals;
  for (const Question& question : document.questions)
    ids.push_back(derive_question_id(deck, question, equals.next(question_identity_text(question))));
  return ids;
}

ImportPlan plan_import(const DeckState& state, const Document& document,
                       const std::vector<QuestionId>& derived) {
  return Planner(state, document, derived).plan();
}

void apply(ImportPlan& plan, OpLog& log, Content& content, Instant now) {
  std::vector<OpBody> ops;
  std::vector<std::string> targets;
  for (PlannedWrite& write : plan.writes) {
    targets.push_back(write.op.target);
    ops.emplace_back(std::move(write.op));
  }
  log.append_all(std::move(ops), now);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (plan.writes[i].all)
      content.add(*plan.writes[i].all);
    else
      content.refold(targets[i]);
  }
  plan.writes.clear();
}

}  // namespace rehearse
