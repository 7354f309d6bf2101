// One file that was read, to be looked at before it is kept: its questions beside the text they come from.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/import/document_file.h"
#include "gui/window/import/review_view.h"

namespace rehearse {

class FileReview {
 public:
  /// `banks` must outlive the review, which changes it when it is asked to leave a question out or to correct
  /// one.
  FileReview(SourcedBanks& banks, std::string file_name);

  const ReviewView& view() const { return view_; }

  void select_question(std::size_t row);
  void select_field(std::size_t field);
  /// The next question with a doubt after the selected one, around the end.
  void select_next_doubt();
  /// Leaves the selected question out of the import, or takes it in again.
  void toggle_left_out();
  /// Sets the text of the selected field. False when it cannot be empty, or nothing is selected that has a
  /// text of its own.
  bool correct(const std::string& text);

  /// Whether anything was left out or corrected.
  bool is_changed() const { return is_corrected_ || view_.left_out > 0; }
  /// What is to be kept: without what was left out, and without sources.
  std::vector<StudiedDeck> kept() const;

 private:
  struct Place {
    std::size_t deck;
    std::size_t question;
  };
  Question& question_at(std::size_t row);
  const QuestionSource* source_at(std::size_t row) const;
  SourceSpan placed(const ReviewField& field) const;
  void note_doubts();
  void show_question();
  void show_source();

  SourcedBanks& banks_;
  std::vector<Place> places_;             // of the rows
  std::vector<std::size_t> line_starts_;  // bytes of banks_.text
  bool is_corrected_ = false;
  ReviewView view_;
};

}  // namespace rehearse
