// One line of text inside a Markdown deck: any text goes in and comes out unchanged, and a reader of the
// raw file or of its rendering sees the words as they are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse::markdown {

/// `text` as a piece of one Markdown line that begins no block and ends no emphasis. A backslash stands
/// before punctuation with a meaning; blanks at the ends and line ends become references such as &#10;.
std::string escaped(std::string_view text);

/// What escaped() was given. Also undoes what people type: a backslash before any ASCII punctuation is
/// dropped, and so is one at the end of the line (a hard line break).
std::string unescaped(std::string_view line);

/// The lines of a text, each escaped; none for an empty text. An empty line is written as a lone
/// backslash, because blank lines in a deck are only there for the eye.
std::vector<std::string> escaped_lines(std::string_view text);

/// `line` without spaces, tabs and carriage returns at both ends. Other white space is text.
std::string_view without_blanks(std::string_view line);

/// **bold** at the start of a line, and what follows it.
struct Bold {
  std::string_view inside;
  std::string_view rest;
};
std::optional<Bold> leading_bold(std::string_view line);

/// Takes `:` or `：` off the front, and the blanks behind it.
bool take_colon(std::string_view& text);
/// Takes `:` or `：` off the end, unless a backslash stands before it.
bool take_last_colon(std::string_view& text);

}  // namespace rehearse::markdown
