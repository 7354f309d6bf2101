// Question banks kept in tables: one row for each question, one table for each question, or a table of keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rehearse {

/// Cells from left to right, each with "\n" between its lines.
using TableRow = std::vector<std::string>;

/// The same as the lines that a question bank without tables has ("1. stem", "A. option", "答案：B"; "答案"
/// and "1.B 2.A" for keys), where the first row or column names the parts. Nothing for a table of anything
/// else.
std::optional<std::vector<std::string>> lines_of_question_table(const std::vector<TableRow>& rows);

}  // namespace rehearse
