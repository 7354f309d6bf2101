// What people write around the rows of a text file for a program: remarks, the names of the columns in one of
// them, and \n for a line end inside a cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// "# exported on Monday" "// 15 rows": a note to the reader. "#" alone and "#1" are none.
bool is_remark(std::string_view line);

/// The words of a remark without its sign.
std::string_view remark_text(std::string_view remark);

/// "# fields: type@@stem@@key" as names: the sign and "fields:" are taken off the first cell. Other rows come
/// out as they are.
std::vector<std::string> names_in_row(std::vector<std::string> row);

/// True when cells of these rows hold a \n between sentences or items: then every one is a line end.
bool writes_line_ends_as_escapes(const std::vector<std::vector<std::string>>& rows);

/// With line ends for \n and \r\n; \\n is the two characters. Inside "…" of a listing it stays.
std::string with_line_ends(std::string_view cell);

}  // namespace rehearse
