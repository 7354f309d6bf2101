// The smallest pieces the outline is made of: a line, or in run-together text the stretch between two
// places where a mark may stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/import/chrome.h"
#include "core/import/marks.h"

namespace rehearse {

struct Block {
  std::string_view text;     // a piece of the repaired text
  bool starts_line = true;   // false: joined to the block before when its mark is none after all
  bool behind_gap = false;   // an empty line stands before it
  bool behind_rule = false;  // a line drawn across the page stands before it
  std::uint8_t heading = 0;  // Markdown level, 1 to 6; 0 for text
  std::uint32_t indent = 0;  // blanks before it
  bool is_code = false;      // a line of a fenced listing
  bool is_quote = false;     // > text
  bool is_table_row = false;
  bool is_topic = false;       // a heading whose question stands below it
  bool is_question = false;    // a heading among others that ask
  bool is_guessed = false;     // nothing but its place says that it is a question
  bool begins_answer = false;  // what an answer label would say
  // At most one of these; they are only grammar so far.
  std::optional<NumberMark> number;
  std::optional<SectionMark> section;
  std::optional<Label> label;
  /// Behind the mark.
  std::string_view content;
};

/// Linear in the length of the text; every block's `text` points into it.
std::vector<Block> split_into_blocks(std::string_view text, const std::vector<LinePart>& lines);

}  // namespace rehearse
