// The parts of a text as documents leave them: running text, tables as Markdown rows, listings. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// A line of a listing. Its blanks are columns: a tab goes to the next multiple of 4, as display_width
/// counts.
struct CodeLine {
  std::size_t indent = 0;  // columns
  std::string text;        // without blanks at its ends, tabs inside it as blanks

  friend bool operator==(const CodeLine&, const CodeLine&) = default;
};

struct TextBlock {
  enum class Kind { kText, kCode, kTable };
  Kind kind = Kind::kText;
  std::string text;                            // of kText: lines
  std::vector<CodeLine> code;                  // of kCode
  std::vector<std::vector<std::string>> rows;  // of kTable: the head first, each as long as the longest

  friend bool operator==(const TextBlock&, const TextBlock&) = default;
};

/// - A table is a row between bars with a line of dashes below it, and the rows that follow; `\|` is a bar.
/// - A listing stands between fences (``` or ~~~), or is indented by a tab or four blanks and holds no
///   comma or full stop of Chinese prose, which some documents indent as well.
std::vector<TextBlock> text_blocks(std::string_view text);

/// A listing that was kept apart from its text.
std::vector<CodeLine> code_lines(std::string_view code);

}  // namespace rehearse
