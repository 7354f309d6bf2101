// Tables of questions that a Markdown text holds.
#pragma once

#include <string>
#include <string_view>

namespace rehearse {

/// Between the lines that one line of the text stands for: what is read keeps the line numbers of the text.
inline constexpr char kUnfoldedLineEnd = '\x1E';  // ASCII's record separator

/// `text` with every table of questions written as the lines of its questions (formats/question_table.h), all
/// of them in the place of its first row; its other rows become empty lines. As many lines as `text`.
std::string with_unfolded_tables(std::string_view text);

}  // namespace rehearse
