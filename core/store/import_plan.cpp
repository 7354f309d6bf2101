#include "core/store/import_plan.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "core/deck/match_questions.h"
#include "core/store/field_changes.h"
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

std::string cues_of(const PlacedQuestion& question) {
  std::string lines;
  for (const PlacedPoint& point : question.points) lines += (lines.empty() ? "" : "\n") + point.point.cue;
  return lines;
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
bool holds_replacement(std::string_view fields_json) {
  return fields_json.find("\uFFFD") != std::string_view::npos;
}

Fields deck_fields(const Document& document) {
  Fields fields = title_field(document.title);
  const std::string sections = sections_json(document.sections);
  if (!document.sections.empty() && sections.size() < kLongestFields - fields[kTitleField].size())
    fields[kSectionsField] = sections;
  return fields;
}

/// Decides on one question of the document after the other.
class Planner {
 public:
  Planner(const DeckState& state, const Document& document, const QuestionOrigins& origins, const NewIds& ids,
          const TakeWrite& take, const TakeKept& take_kept)
      : state_(state), document_(document), origins_(origins), ids_(ids), take_(take), take_kept_(take_kept) {
    plan_.deck = derive_deck_id(document.title);
    std::vector<QuestionId> own = ids.from_text;
    std::sort(own.begin(), own.end());
    for (const QuestionId& id : state.questions) meet(id, std::binary_search(own.begin(), own.end(), id));
    std::sort(known_.begin(), known_.end(), [](const Known& a, const Known& b) {
      return std::tie(a.at, a.names.id) < std::tie(b.at, b.names.id);
    });
    SetOp op = bring_up_to_date(target(plan_.deck), state.deck, deck_fields(document));
    if (!op.fields.empty()) take_(std::move(op));
    matches_ = match_questions(
        known_.size(), [&](std::size_t i) -> const KnownQuestion& { return known_[i].names; },
        document.questions.size(), [&](std::size_t i) -> const Question& { return documented(i); }, ids.given,
        [&](std::size_t i) { return with_points(read(known_[i]).said); });
  }

  ImportPlan plan() {
    std::vector<std::optional<std::string>> present;
    for (const auto& match : matches_)
      present.push_back(match ? std::optional(known_[*match].at) : std::nullopt);
    const std::vector<std::string> places = places_for(present);
    for (std::size_t i = 0; i < document_.questions.size(); ++i)
      if (!matches_[i] || !is_unchanged(i, places[i], known_[*matches_[i]]))
        add(i, places[i], matches_[i] ? std::optional(read(known_[*matches_[i]])) : std::nullopt);
    list_missing();
    return std::move(plan_);
  }

 private:
  /// A question of the deck, as little of it as tells it from the others.
  struct Known {
    std::string at;  // as the documents had it last
    KnownQuestion names;
    bool is_listed;  // it is missed when the document does not have it
  };

  /// Takes note of a question that is there. `is_own`: one of the document would have its id.
  void meet(QuestionId id, bool is_own) {
    const auto documented = read_documented_question(state_, id);
    const auto known = documented ? documented : read_deck_question(state_, id);
    if (!known) return;
    used_.insert(id);
    const bool is_here = known->shown.deck == plan_.deck;
    if (!is_here && !is_own) return;
    const bool is_listed =
        is_here && (documented || (is_alive(known->registers) && known->registers.at(kDeckField).imported));
    known_.push_back({known->said.at,
                      {id, names_of(with_points(known->said)), names_of(known->shown.question).text},
                      is_listed});
  }

  DeckQuestion read(const Known& known) const { return read_deck_question(state_, known.names.id).value(); }

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
    if (!from || from->id != id) return derive_point_ids(id, documented(index).points);
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
    const std::vector<PointId> derived = derive_point_ids(said.id, points);
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

  /// What the documents say, by the names and in the place it has here.
  PlacedQuestion place(std::size_t index, QuestionId id, const std::string& at,
                       const DeckQuestion* known) const {
    PlacedQuestion placed;
    placed.id = id;
    placed.deck = plan_.deck;
    placed.at = at;
    placed.question = documented(index);
    placed.points =
        place_points(id, std::exchange(placed.question.points, {}), ids_of_new_points(index, id), known);
    return placed;
  }

  /// The quick way for what nearly every question of a second import is.
  bool is_unchanged(std::size_t index, const std::string& at, const Known& known) {
    const QuestionId id = known.names.id;
    if (origin(index) && origin(index)->documented) return false;
    const auto there = read_documented_question(state_, id);
    if (!there) return false;
    const PlacedQuestion placed = place(index, id, at, &*there);
    if (question_fields(placed) != question_fields(there->said)) return false;
    keep(index, id, placed);
    ++plan_.changes.unchanged;
    return true;
  }

  static KeptQuestion kept_as(QuestionId id, const PlacedQuestion& shown) {
    KeptQuestion kept{id, {}};
    kept.points.reserve(shown.points.size());
    for (const PlacedPoint& point : shown.points) kept.points.push_back(point.id);
    return kept;
  }

  void keep(std::size_t index, QuestionId id, const PlacedQuestion& shown) {
    take_kept_(index, kept_as(id, shown));
  }

  void add(std::size_t index, const std::string& at, const std::optional<DeckQuestion>& known) {
    const Question& question = documented(index);
    PlacedQuestion placed = place(index, known ? known->id : new_id(index), at, known ? &*known : nullptr);
    const bool is_edited = origin(index) && origin(index)->documented;
    if (!known && !is_edited) return add_new(index, std::move(placed));
    const Fields fields = question_fields(placed);
    if (size_of(fields) > kLongestFields) {
      plan_.problems.push_back(too_long(index + 1, question.stem));
      return;
    }
    const std::optional<PlacedQuestion> edited =
        is_edited ? std::optional(as_shown(index, placed)) : std::nullopt;
    const PlacedQuestion& shown = edited ? *edited : placed;
    keep(index, placed.id, shown);
    const Registers none;
    const Registers& present = known ? known->registers : none;
    SetOp op = bring_up_to_date(target(placed.id), present, fields);
    SetOp edit = is_edited ? brought_edit(placed, shown, present) : SetOp();
    QuestionChange change{placed.id, index + 1, shown.question.stem, {}};
    if (known) {
      SetOp both = op;
      for (const auto& [name, value] : edit.fields) both.fields[name] = value;
      change.fields = shown_changes(both, present);
      for (FieldChange& field : change.fields)
        if (field.field == "points") field = {"points", cues_of(known->said), cues_of(placed)};
      for (KeptEdit& own : kept_edits(*known, question.stem, op, fields, question_fields(shown)))
        plan_.changes.kept.push_back(std::move(own));
      if (change.fields.empty())
        ++plan_.changes.unchanged;
      else
        plan_.changes.changed.push_back(std::move(change));
    } else {
      plan_.changes.added.push_back(std::move(change));
    }
    if (!op.fields.empty()) take_(std::move(op));
    if (!edit.fields.empty() && size_of(edit.fields) <= kLongestFields) take_(std::move(edit));
  }

  /// One that is new, as the document says it.
  void add_new(std::size_t index, PlacedQuestion placed) {
    KeptQuestion kept = kept_as(placed.id, placed);
    QuestionChange change{placed.id, index + 1, placed.question.stem, {}};
    auto write = write_of_new(std::move(placed), ids_.of_words[index]);
    if (!write) {
      plan_.problems.push_back(too_long(index + 1, change.stem));
      return;
    }
    take_kept_(index, std::move(kept));
    plan_.changes.added.push_back(std::move(change));
    take_(std::move(*write));
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
    for (std::size_t i = 0; i < known_.size(); ++i)
      if (!found[i] && known_[i].is_listed)
        plan_.changes.missing.push_back({known_[i].names.id, read(known_[i]).shown.question.stem});
  }

  const DeckState& state_;
  const Document& document_;
  const QuestionOrigins& origins_;
  const NewIds& ids_;
  const TakeWrite& take_;
  const TakeKept& take_kept_;
  std::vector<Known> known_;
  std::unordered_set<QuestionId> used_;
  Matches matches_;
  ImportPlan plan_;
};

}  // namespace

Fields title_field(std::string_view title) {
  return {{kTitleField, json_text(shortened(title, kLongestTitle))}};
}

std::optional<PlannedWrite> write_of_new(PlacedQuestion question, QuestionId text_id) {
  std::string fields_json = question_json(question);
  if (size_of(fields_json) > kLongestFields) return std::nullopt;
  if (holds_replacement(fields_json))
    return bring_up_to_date(target(question.id), {}, question_fields(question));
  return NewQuestion{std::move(question), text_id, std::move(fields_json)};
}

NewIds ids_of_new(const Document& document, const QuestionOrigins& origins) {
  const DeckId deck = derive_deck_id(document.title);
  NewIds ids;
  Ordinals equals;
  for (const Question& question : document.questions) {
    const std::string text = question_identity_text(question);
    const std::size_t ordinal = equals.next(text);
    ids.of_words.push_back(derive_question_id(deck, text, 0));
    ids.from_text.push_back(ordinal == 0 ? ids.of_words.back() : derive_question_id(deck, text, ordinal));
  }
  ids.given = ids.from_text;
  for (std::size_t i = 0; i < std::min(ids.given.size(), origins.size()); ++i)
    if (origins[i]) ids.given[i] = origins[i]->id;
  return ids;
}

std::vector<QuestionId> NewIds::all() const {
  if (given == from_text) return given;
  std::vector<QuestionId> both = from_text;
  both.insert(both.end(), given.begin(), given.end());
  return both;
}

ImportPlan plan_import(const DeckState& state, const Document& document, const QuestionOrigins& origins,
                       const NewIds& ids, const TakeWrite& take, const TakeKept& take_kept) {
  return Planner(state, document, origins, ids, take, take_kept).plan();
}

}  // namespace rehearse
