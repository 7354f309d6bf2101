// One question with its points, to be corrected.
#pragma once

#include <optional>
#include <vector>

#include "gui/window/editor/editor_screen.h"
#include "gui/window/editor/editor_sheets.h"
#include "gui/window/library/bulk_work.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/strings/editor_words.h"

namespace rehearse {

class EditorPage : public Page {
 public:
  EditorPage(Desk& desk, QuestionId question) : desk_(desk), question_(question) {}

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<PaletteEntry> palette() override;
  std::vector<KeyLine> keys(Language language) const override;
  bool is_typing() const override;
  bool type(const Event& event) override;
  bool undo() override;
  bool redo() override;
  /// What was not saved would be lost.
  const Phrase* reason_to_stay() const override {
    return is_there_ && draft_.is_changed() ? &words::kEditorStay : nullptr;
  }

  void end() override {
    if (is_there_ && draft_.is_changed()) save();
  }

  /// For tests.
  const QuestionDraft& draft() const { return draft_; }

 private:
  void apply(const EditorIntent& intent);
  void apply(std::monostate) {}
  void apply(const PointInField& intent);
  void apply(const ChooseKind& intent) { draft_.set_kind(intent.kind); }
  void apply(const ChooseFlag& intent) { draft_.set_flag(intent.flag); }
  void apply(const InsertPoint& intent);
  void apply(const CutPoint& intent);
  void apply(const JoinPoints& intent);
  void apply(const PlacePoint& intent);
  void apply(const DropPoint& intent);
  void apply(const SaveQuestion&);
  void apply(const AskForHistory&);
  void apply(const LeaveEditor&);
  void apply(const ChooseVersion& intent);

  EditorView view() const;
  std::string focused() const;
  void answer_leaving(Leaving leaving);
  /// Writes what was changed, all of it or nothing; in one step for undo. False, with words, when it could
  /// not.
  bool save();
  /// Saves, then does this with the points. True when it was done.
  bool edit_points(const QuestionEdit& edit);
  void tell_error(const Error& error);

  Desk& desk_;
  QuestionId question_;
  bool is_there_ = false;
  std::string deck_, code_;
  QuestionDraft draft_;
  BulkHistory history_;
  std::vector<ContestedField> contested_;
  std::optional<HistoryView> versions_;  // while they are shown
  Focus versions_focus_;
  ScrollWish scroll_versions_;
  bool is_leaving_ = false;
  Focus leave_focus_;
};

}  // namespace rehearse
