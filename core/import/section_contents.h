// What stands below the heading of a section: questions, or answers to questions that came before.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/import/blocks.h"
#include "core/import/outline.h"

namespace rehearse {

/// The questions a section may answer: by number, the first line of each.
struct KnownStems {
  std::map<std::size_t, std::string> first_lines;  // normalised
  std::size_t asking = 0;
  std::size_t bytes = 0;  // of all lines
};
/// Those of the section the first of `questions` belongs to; the first hundred are enough to compare with.
KnownStems known_stems(std::span<const DraftQuestion> questions);

/// The numbered lines between a heading and the next one; headings right below each other count as one.
class SectionContents {
 public:
  SectionContents(const std::vector<Block>& blocks, std::size_t heading, const KnownStems& known);

  /// Keys, verdicts, the same stems with more below them, or texts that no longer ask or are far shorter.
  bool are_answers() const;
  /// New questions: they have options or blanks, or they ask and nothing stands below them.
  bool are_new_questions() const;

 private:
  void read_item(const std::vector<Block>& blocks, std::size_t at);

  const KnownStems& known_;
  bool has_keys_ = false;
  std::size_t items_ = 0;
  std::size_t with_options_ = 0;
  std::size_t asking_ = 0;
  std::size_t only_asking_ = 0;  // with nothing behind the question
  std::size_t verdicts_ = 0;
  std::size_t repeated_ = 0;
  std::size_t with_blanks_ = 0;
  std::size_t other_lines_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace rehearse
