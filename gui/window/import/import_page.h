// Files on their way into the library: read in the background, looked at, corrected, then kept or left.
#pragma once

#include <optional>

#include "gui/window/import/file_import.h"
#include "gui/window/import/file_picker.h"
#include "gui/window/import/file_review.h"
#include "gui/window/import/import_screen.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

class ImportPage : public Page {
 public:
  ImportPage(Desk& desk, const ImportRequest& request);

  void refresh() override {}
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  Extent extent() const override { return Extent::kWholeWindow; }
  bool drop(const std::vector<std::string>& paths) override;
  const Phrase* reason_to_stay() const override {
    return import_.is_keeping() ? &words::kStillBusy : nullptr;
  }
  bool is_typing() const override { return picker_ || correction_; }
  bool type(const Event& event) override;
  std::optional<std::chrono::milliseconds> next_tick() const override;
  Redraw tick() override;
  void end() override;

  /// True while files that were given are not read yet.
  bool is_reading() const { return import_.is_open() && import_.view().stage == ImportView::Stage::kReading; }

 private:
  void apply(const ImportIntent& intent);
  // One for each intent.
  void act(const std::monostate&) {}
  void act(const KeepImport&);
  void act(const LeaveImport&);
  void act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }
  void act(const LookAtFile& intent);
  void act(const SelectQuestion& intent) { review_->select_question(intent.row); }
  void act(const SelectField& intent) { review_->select_field(intent.field); }
  void act(const NextDoubt&) { review_->select_next_doubt(); }
  void act(const LeaveQuestionOut&) { review_->toggle_left_out(); }
  void act(const CorrectField&);
  void act(const PickEntry& intent);
  void act(const PointInPicker& intent) { picker_->point(intent.pointed); }
  void act(const PointInCorrection& intent) { correction_->take(intent.pointed); }
  void act(const SaveCorrection&);
  void act(const DropCorrection&) { correction_.reset(); }

  void read_picked();
  void close_review();
  /// What became of the files is told over the page they were dropped on.
  void finish();

  Desk& desk_;
  FileImport import_;
  std::optional<StudyDay> interview_;     // of every deck that comes in
  std::optional<FilePicker> picker_;      // while there is no file yet
  std::optional<FileReview> review_;      // of one file, when it is looked at
  std::size_t reviewed_ = 0;              // which
  std::optional<TextEditor> correction_;  // of the selected part, while it is typed
  Follow follow_ = Follow::kNo;
  ScrollWish scroll_;
};

}  // namespace rehearse
