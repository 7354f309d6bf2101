// A question while it is edited: a text for each field and point, and what differs from the library.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/library.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

/// The fields that are typed. A list has a line for each item, tags are divided by commas.
enum class EditedField {
  kStem,
  kOptions,
  kKey,
  kAnswer,
  kCriteria,
  kAnalysis,
  kSection,
  kMarks,
  kTime,
  kTags,
  kExample,
};
inline constexpr std::size_t kEditedFields = 11;

/// A text being typed and what the library has.
struct DraftText {
  TextEditor editor;
  std::string kept;

  bool is_changed() const { return editor.text() != kept; }
  /// What the library has now; a text that was changed here stays.
  void follow(const std::string& text);
};

struct DraftPoint {
  PointId id;
  DraftText cue, detail;

  bool is_changed() const { return cue.is_changed() || detail.is_changed(); }
  KeyPoint point() const { return {cue.editor.text(), detail.editor.text()}; }
};

/// Two points out of one, cut at byte `at` of its cue or of its detail. Of a detail that is cut the second
/// part is a point in itself: what stands before its first colon or line end is its cue. Nothing when a part
/// would be empty.
std::optional<std::vector<KeyPoint>> cut_in_cue(const KeyPoint& point, std::size_t at);
std::optional<std::vector<KeyPoint>> cut_in_detail(const KeyPoint& point, std::size_t at);

class QuestionDraft {
 public:
  QuestionDraft();

  /// What the library says now; what was changed here stays.
  void follow(const Card& card, const QuestionMarks& marks);

  DraftText& field(EditedField field) { return fields_[static_cast<std::size_t>(field)]; }
  const DraftText& field(EditedField field) const { return fields_[static_cast<std::size_t>(field)]; }
  std::vector<DraftPoint>& points() { return points_; }
  const std::vector<DraftPoint>& points() const { return points_; }
  QuestionKind kind() const { return kind_; }
  void set_kind(QuestionKind kind) { kind_ = kind; }
  int flag() const { return flag_; }
  void set_flag(int flag) { flag_ = flag; }

  bool is_changed() const;
  /// From now on it is what the library has.
  void forget_changes();

  /// What brings the library to it. Errors: a number that is none.
  Result<std::vector<QuestionEdit>> edits() const;
  std::vector<MarkChange> mark_changes() const;

 private:
  Result<ChangeText> text_change() const;
  std::string text(EditedField field) const { return this->field(field).editor.text(); }
  bool is_changed(EditedField field) const { return this->field(field).is_changed(); }

  std::array<DraftText, kEditedFields> fields_;
  std::vector<DraftPoint> points_;
  QuestionKind kind_ = QuestionKind::kOpen, kept_kind_ = QuestionKind::kOpen;
  int flag_ = 0, kept_flag_ = 0;
};

}  // namespace rehearse
