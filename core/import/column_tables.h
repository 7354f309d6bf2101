// Tables of questions whose columns are parted by nothing but blanks, as a page of a PDF prints them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rehearse {

/// `text` with each such table written as Markdown rows, "| stem | answer |", in the place of its first
/// lines; the other lines of the table become empty. A table begins with a line that names its columns (题目
/// 答案); nothing where no line does. As many lines as `text`.
std::optional<std::string> with_columns_as_rows(std::string_view text);

}  // namespace rehearse
