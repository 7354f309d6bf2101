#include "core/store/question_edits.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "core/store/json_text.h"
#include "core/store/places.h"
#include "core/store/question_fields.h"

namespace rehearse {
namespace {

/// A question as it is to be; a point whose `at` is empty still needs a place.
using Edited = Result<PlacedQuestion>;

Error error(const PlacedQuestion& question, Words what) {
  return {std::move(what), shortened(question.question.stem, 40), {}};
}

Error no_such_point(const PlacedQuestion& question) {
  return error(question, {"it has no such point", "没有这个要点"});
}

Error needs_two(const PlacedQuestion& question) {
  return error(question, {"two points or more are needed", "至少需要两个要点"});
}

Error needs_cue(const PlacedQuestion& question) {
  return error(question, {"a point needs some words", "要点不能为空"});
}

std::size_t index_of(const PlacedQuestion& question, PointId id) {
  const auto found = std::find_if(question.points.begin(), question.points.end(),
                                  [&](const PlacedPoint& point) { return point.id == id; });
  return static_cast<std::size_t>(found - question.points.begin());
}

auto position(PlacedQuestion& question, std::size_t index) {
  return question.points.begin() + static_cast<std::ptrdiff_t>(index);
}

/// Both texts, with what `narrow` or `wide` says between them.
std::string joined(const std::string& a, const std::string& b, const char* narrow, const char* wide) {
  if (a.empty() || b.empty()) return a + b;
  const bool chinese = display_width(a) > length_in_code_points(a);
  return a + (chinese ? wide : narrow) + b;
}

void inherit(PlacedPoint& heir, const PlacedPoint& from) {
  heir.ancestors.insert(heir.ancestors.end(), from.ancestors.begin(), from.ancestors.end());
  heir.ancestors.push_back(from.id);
  std::sort(heir.ancestors.begin(), heir.ancestors.end());
  heir.ancestors.erase(std::unique(heir.ancestors.begin(), heir.ancestors.end()), heir.ancestors.end());
}

struct Apply {
  PlacedQuestion question;

  Edited operator()(const ChangeText& edit) {
    Question& text = question.question;
    const auto put = [](const auto& wanted, auto& field) {
      if (wanted) field = *wanted;
    };
    put(edit.stem, text.stem);
    put(edit.section, text.section);
    put(edit.answer, text.answer);
    put(edit.analysis, text.analysis);
    put(edit.options, text.options);
    put(edit.answer_key, text.answer_key);
    put(edit.criteria, text.criteria);
    put(edit.kind, text.kind);
    put(edit.marks, text.marks);
    put(edit.time_limit, text.time_limit);
    if (trimmed(text.stem).empty()) return error(question, {"a question needs a stem", "题目不能为空"});
    return question;
  }

  Edited operator()(const RenamePoint& edit) {
    const std::size_t index = index_of(question, edit.point);
    if (index == question.points.size()) return no_such_point(question);
    if (trimmed(edit.wording.cue).empty()) return needs_cue(question);
    question.points[index].point = edit.wording;
    return question;
  }

  Edited operator()(const MovePoint& edit) {
    const std::size_t index = index_of(question, edit.point);
    if (index == question.points.size()) return no_such_point(question);
    const std::size_t to = std::min(edit.to, question.points.size() - 1);
    if (to == index) return question;
    PlacedPoint moved = question.points[index];
    moved.at.clear();
    question.points.erase(position(question, index));
    question.points.insert(position(question, to), std::move(moved));
    return question;
  }

  Edited operator()(const MergePoints& edit) {
    std::set<std::size_t> indices;
    for (const PointId& id : edit.points) {
      indices.insert(index_of(question, id));
      if (*indices.rbegin() == question.points.size()) return no_such_point(question);
    }
    if (indices.size() < 2) return needs_two(question);
    std::set<PointId> parents;
    for (const std::size_t index : indices) parents.insert(question.points[index].id);
    const std::size_t first = index_of(question, edit.points.front());
    PlacedPoint merged{derive_merged_point_id(question.id, {parents.begin(), parents.end()}),
                       question.points[first].at,
                       {},
                       {}};
    for (const PointId& id : edit.points) {
      if (parents.erase(id) == 0) continue;  // named twice
      const PlacedPoint& point = question.points[index_of(question, id)];
      inherit(merged, point);
      merged.point.cue = joined(merged.point.cue, point.point.cue, "; ", "；");
      merged.point.detail = joined(merged.point.detail, point.point.detail, "\n", "\n");
    }
    merged.point.cue = edit.cue.value_or(merged.point.cue);
    merged.point.detail = edit.detail.value_or(merged.point.detail);
    if (trimmed(merged.point.cue).empty()) return needs_cue(question);
    question.points[first] = std::move(merged);
    for (auto index = indices.rbegin(); index != indices.rend(); ++index)
      if (*index != first) question.points.erase(position(question, *index));
    return question;
  }

  Edited operator()(const SplitPoint& edit) {
    const std::size_t index = index_of(question, edit.point);
    if (index == question.points.size()) return no_such_point(question);
    if (edit.parts.size() < 2) return needs_two(question);
    const PlacedPoint whole = question.points[index];
    std::vector<PlacedPoint> parts;
    std::map<std::string, std::size_t> equal_cues;
    for (const KeyPoint& part : edit.parts) {
      if (trimmed(part.cue).empty()) return needs_cue(question);
      const std::size_t ordinal = equal_cues[normalised(part.cue)]++;
      parts.push_back({derive_part_id(whole.id, part.cue, ordinal), "", part, {}});
      inherit(parts.back(), whole);
    }
    parts.front().at = whole.at;
    question.points.erase(position(question, index));
    question.points.insert(position(question, index), parts.begin(), parts.end());
    return question;
  }

  Edited operator()(const AddPoint& edit) {
    if (trimmed(edit.point.cue).empty()) return needs_cue(question);
    PlacedPoint added{{}, {}, edit.point, {}};
    std::size_t ordinal = 0;  // a point that was renamed may have the name still
    do added.id = derive_point_id(question.id, edit.point.cue, ordinal++);
    while (index_of(question, added.id) < question.points.size());
    question.points.insert(position(question, std::min(edit.to, question.points.size())), std::move(added));
    return question;
  }

  Edited operator()(const RemovePoint& edit) {
    const std::size_t index = index_of(question, edit.point);
    if (index == question.points.size()) return no_such_point(question);
    question.points.erase(position(question, index));
    return question;
  }
};

/// Gives a place to what has none. A point that was there before keeps the place inside its own field, so
/// that to move it is no edit of its words: the place it gets now is written beside it.
void place_points(const PlacedQuestion& before, PlacedQuestion& after, const Registers& registers,
                  Fields& fields) {
  std::vector<std::optional<std::string>> present;
  for (const PlacedPoint& point : after.points)
    present.push_back(point.at.empty() ? std::nullopt : std::optional(point.at));
  const std::vector<std::string> places = places_for(present);
  for (std::size_t i = 0; i < places.size(); ++i) {
    PlacedPoint& point = after.points[i];
    const std::string name = point_place_field(point.id);
    const std::size_t old = index_of(before, point.id);
    if (old < before.points.size()) {
      if (places[i] != before.points[old].at) fields[name] = json_text(places[i]);
      point.at = before.points[old].at;
    } else {
      if (const auto found = registers.find(name); found != registers.end() && found->second.value != "null")
        fields[name] = "null";
      point.at = places[i];
    }
  }
}

}  // namespace

std::vector<OpId> heads_of(const Fields& fields, const Registers& registers) {
  std::set<OpId> heads;
  for (const auto& [name, value] : fields)
    if (const auto found = registers.find(name); found != registers.end())
      heads.insert(found->second.heads.begin(), found->second.heads.end());
  return {heads.begin(), heads.end()};
}

SetOp edit_between(const PlacedQuestion& before, PlacedQuestion after, const Registers& registers) {
  SetOp op{target(before.id), {}, {}, Origin::kLearner};
  place_points(before, after, registers, op.fields);
  const Fields old_fields = question_fields(before), new_fields = question_fields(after);
  for (const auto& [name, value] : old_fields)
    if (!new_fields.contains(name)) op.fields[name] = "null";
  for (const auto& [name, value] : new_fields)
    if (const auto old = old_fields.find(name); old == old_fields.end() || old->second != value)
      op.fields[name] = value;
  op.base = heads_of(op.fields, registers);
  return op;
}

Result<SetOp> edit_op(QuestionId id, const Registers& registers, const QuestionEdit& edit) {
  const auto before = question_from(id, registers);
  if (!before || !is_alive(registers)) return Error{{"the question is gone", "题目已不在"}, id.hex(), {}};
  Edited after = std::visit(Apply{*before}, edit);
  if (!after) return after.error();
  SetOp op = edit_between(*before, std::move(*after), registers);
  if (op.fields.empty()) return error(*before, {"nothing would change", "没有变化"});
  if (size_of(op.fields) > kLongestFields)
    return error(*before, {"more than 60 KB at once: shorten the text", "一次超过 60 KB：请缩短文字"});
  return op;
}

}  // namespace rehearse
