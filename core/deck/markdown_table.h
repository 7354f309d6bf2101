// Tables as Markdown writes them: a row between bars, a line of dashes, rows. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// | a | b |
bool is_table_row(std::string_view line);

/// Whether a table's head stands at lines[at] and its line of dashes (|:---:|---|) below it: its rows follow.
bool begins_table(const std::vector<std::string_view>& lines, std::size_t at);

/// What stands between the bars of a row, without blanks at its ends; `\|` is a bar in a cell.
std::vector<std::string> table_cells(std::string_view row);

}  // namespace rehearse
