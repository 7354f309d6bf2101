// The one pass that makes an outline: private to outline.cpp and outline_marks.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/import/marks_note.h"
#include "core/import/outline.h"

namespace rehearse {

/// Goes over the blocks once. What a block begins is asked first (outline_marks.cpp), then it is put where it
/// belongs (outline.cpp).
class OutlineReader {
 public:
  explicit OutlineReader(const std::vector<Block>& blocks);

  Outline read();

 private:
  void read_block(std::size_t at);
  bool read_key_table(std::size_t at);
  std::vector<std::string_view> keys_by_position(const Block& block) const;
  void add_key(std::size_t number, std::string_view key);
  bool begins_answer_part(std::size_t at) const;
  bool counts_to(std::size_t at, std::size_t last) const;
  bool begins_later_answer(std::size_t at) const;
  bool begins_section(std::size_t at);
  bool begins_case(std::size_t at) const;
  bool is_labelled_as_current(const Block& block) const;
  bool begins_question(std::size_t at);
  bool begins_plain_question(std::size_t at);
  bool is_answer_title(std::size_t at) const;
  bool begins_heading_question(std::size_t at) const;
  void open_section(std::size_t at, std::string_view title, std::size_t number);
  bool repeats_a_section(std::size_t at, const DraftSection& section) const;
  std::size_t section_answered_by(const DraftSection& heading) const;
  void open_question(std::size_t at, std::size_t number);
  std::optional<MarksNote> topic_above_question(std::size_t at) const;
  void open_part(const Label& label, const Block& block);
  void open_material(const Block& block);
  void collect_material(const Block& block);
  void add_text(const Block& block, std::string_view text);
  Passage& passage(Part part);

  bool next_part_is_of_another_question(std::size_t at) const;

  const std::vector<Block>& blocks_;
  Outline outline_;
  DraftQuestion* current_ = nullptr;
  Part part_ = Part::kStem;
  std::string_view stem_label_;     // that the current question began with; empty for none
  bool answer_is_outline_ = false;  // begun by 答题思路 and the like
  bool in_answer_part_ = false;
  bool in_material_ = false;
  std::size_t section_ = kNoSection;
  std::size_t last_answered_section_ = kNoSection;
  /// Sections by number and title: the index of the first question where one was met first.
  std::map<std::pair<std::size_t, std::string>, std::size_t> first_of_name_;
  Passage material_;  // what the questions behind it are about
  std::size_t last_section_number_ = 0;
  bool sections_are_plain_ = false;  // numbered 一、 二、, as questions may be too
  enum class OpenedBy { kNumber, kLabel, kNumeral };
  OpenedBy opened_by_ = OpenedBy::kNumber;  // the last question: 1. or Q: or 一、
  std::size_t question_heading_ = 0;        // the level of headings the last question began with; 0 for text
  std::size_t last_number_ = 0;             // of the last question or later answer
  std::size_t last_in_all_ = 0;             // of the last question before the section began
  std::size_t nested_next_ = 0;  // the number that goes on with a list inside an answer; 0: no list
  std::size_t nested_section_next_ = 0;
  std::set<std::size_t> asked_;        // numbers of questions
  std::size_t answered_in_place_ = 0;  // questions with a labelled answer below them
  bool rules_part_questions_ = false;  // a line is drawn between any two questions
};

}  // namespace rehearse
