// What one cell of a table can hold beside plain text: lists, key points, and text that a spreadsheet must
// not take for a formula. Shared by what writes tables and what reads them; described in
// core/export/README.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

/// One item a line, `• ` before it; later lines of an item are indented by two blanks. Inside an item the
/// escapes of our Markdown decks hold, so that any text can be an item.
std::string list_cell(const std::vector<std::string>& items);
/// Nothing when the cell is no such list.
std::optional<std::vector<std::string>> list_in_cell(std::string_view cell);

/// The same with `cue：detail` as items; a cue that holds a colon is **bold**.
std::string points_cell(const std::vector<KeyPoint>& points);
std::optional<std::vector<KeyPoint>> points_in_cell(std::string_view cell);

/// A spreadsheet computes a cell that begins with = + - @ (or their full-width forms, a tab, a carriage
/// return), also one that came from a stranger's file: such text gets an apostrophe before it, as OWASP
/// advises
/// ("CSV Injection"). without_formula_guard(with_formula_guard(text)) is `text`, whatever it holds.
std::string with_formula_guard(std::string_view text);
std::string_view without_formula_guard(std::string_view cell);

}  // namespace rehearse
