#include "gui/window/editor/question_draft.h"

#include <algorithm>
#include <utility>

#include "gui/window/editor/field_texts.h"

namespace rehearse {
namespace {

constexpr std::array kOneLine{EditedField::kSection, EditedField::kMarks, EditedField::kTime,
                              EditedField::kTags};

bool has_one_line(EditedField field) {
  return std::find(kOneLine.begin(), kOneLine.end(), field) != kOneLine.end();
}

}  // namespace

void DraftText::follow(const std::string& text) {
  const bool was_changed = is_changed();
  // The editor has its own mind about line ends and control characters.
  TextEditor fresh(editor.lines(), text);
  kept = fresh.text();
  if (!was_changed && editor.text() != kept) editor = std::move(fresh);
}

QuestionDraft::QuestionDraft() {
  for (std::size_t i = 0; i < kEditedFields; ++i)
    fields_[i].editor =
        TextEditor(has_one_line(static_cast<EditedField>(i)) ? TextLines::kOne : TextLines::kMany);
}

void QuestionDraft::follow(const Card& card, const QuestionMarks& marks) {
  const Question& question = card.question;
  field(EditedField::kStem).follow(question.stem);
  field(EditedField::kOptions).follow(options_text(question.options));
  field(EditedField::kKey).follow(key_text(question));
  field(EditedField::kAnswer).follow(question.answer);
  field(EditedField::kCriteria).follow(lines_text(question.criteria));
  field(EditedField::kAnalysis).follow(question.analysis);
  field(EditedField::kSection).follow(question.section);
  field(EditedField::kMarks).follow(marks_text(question.marks));
  field(EditedField::kTime).follow(question.time_limit ? std::to_string(question.time_limit->count()) : "");
  field(EditedField::kTags).follow(tags_text(marks.tags));
  field(EditedField::kExample).follow(marks.example);
  if (kind_ == kept_kind_) kind_ = question.kind;
  kept_kind_ = question.kind;
  if (flag_ == kept_flag_) flag_ = marks.flag;
  kept_flag_ = marks.flag;

  std::vector<DraftPoint> points;
  for (std::size_t i = 0; i < card.points.size(); ++i) {
    const auto known = std::find_if(points_.begin(), points_.end(),
                                    [&](const DraftPoint& point) { return point.id == card.points[i]; });
    DraftPoint point;
    point.id = card.points[i];
    point.detail.editor = TextEditor(TextLines::kMany);
    if (known != points_.end()) point = std::move(*known);
    point.cue.follow(question.points[i].cue);
    point.detail.follow(question.points[i].detail);
    points.push_back(std::move(point));
  }
  points_ = std::move(points);
}

bool QuestionDraft::is_changed() const {
  return kind_ != kept_kind_ || flag_ != kept_flag_ ||
         std::any_of(fields_.begin(), fields_.end(),
                     [](const DraftText& text) { return text.is_changed(); }) ||
         std::any_of(points_.begin(), points_.end(),
                     [](const DraftPoint& point) { return point.is_changed(); });
}

void QuestionDraft::forget_changes() {
  const auto forget = [](DraftText& text) { text.kept = text.editor.text(); };
  std::for_each(fields_.begin(), fields_.end(), forget);
  for (DraftPoint& point : points_) {
    forget(point.cue);
    forget(point.detail);
  }
  kept_kind_ = kind_;
  kept_flag_ = flag_;
}

Result<ChangeText> QuestionDraft::text_change() const {
  ChangeText change;
  const auto put = [&](EditedField field, std::optional<std::string>& wanted) {
    if (is_changed(field)) wanted = text(field);
  };
  put(EditedField::kStem, change.stem);
  put(EditedField::kAnswer, change.answer);
  put(EditedField::kAnalysis, change.analysis);
  put(EditedField::kSection, change.section);
  if (is_changed(EditedField::kOptions)) change.options = options_from(text(EditedField::kOptions));
  if (is_changed(EditedField::kKey) || kind_ != kept_kind_)
    change.answer_key = key_from(text(EditedField::kKey), kind_);
  if (is_changed(EditedField::kCriteria)) change.criteria = lines_from(text(EditedField::kCriteria));
  if (kind_ != kept_kind_) change.kind = kind_;
  if (is_changed(EditedField::kMarks)) {
    const auto marks = marks_from_text(text(EditedField::kMarks));
    if (!marks) return marks.error();
    change.marks = *marks;
  }
  if (is_changed(EditedField::kTime)) {
    const auto time = time_from_text(text(EditedField::kTime));
    if (!time) return time.error();
    change.time_limit = *time;
  }
  return change;
}

Result<std::vector<QuestionEdit>> QuestionDraft::edits() const {
  std::vector<QuestionEdit> edits;
  const Result<ChangeText> change = text_change();
  if (!change) return change.error();
  const ChangeText& text = *change;
  if (text.stem || text.section || text.answer || text.analysis || text.options || text.answer_key ||
      text.criteria || text.kind || text.marks || text.time_limit)
    edits.emplace_back(text);
  for (const DraftPoint& point : points_)
    if (point.is_changed()) edits.emplace_back(RenamePoint{point.id, point.point()});
  return edits;
}

std::vector<MarkChange> QuestionDraft::mark_changes() const {
  std::vector<MarkChange> changes;
  if (flag_ != kept_flag_) changes.emplace_back(SetFlag{flag_});
  if (is_changed(EditedField::kExample)) changes.emplace_back(SetExample{text(EditedField::kExample)});
  if (!is_changed(EditedField::kTags)) return changes;
  const std::vector<std::string> before = tags_from_text(field(EditedField::kTags).kept);
  const std::vector<std::string> after = tags_from_text(text(EditedField::kTags));
  const auto without = [](const std::vector<std::string>& some, const std::vector<std::string>& others) {
    std::vector<std::string> left;
    for (const std::string& tag : some)
      if (std::find(others.begin(), others.end(), tag) == others.end()) left.push_back(tag);
    return left;
  };
  if (auto gone = without(before, after); !gone.empty()) changes.emplace_back(RemoveTags{std::move(gone)});
  if (auto come = without(after, before); !come.empty()) changes.emplace_back(AddTags{std::move(come)});
  return changes;
}

}  // namespace rehearse
