// Texts with tables on the question sheet: an answer taken out of a document keeps its tables as Markdown
// rows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rehearse {

/// Where the first table begins: a row of cells between bars with a line of dashes below. Its size for none.
std::size_t table_begin(std::string_view text);

/// The text as HTML, lines as lines and tables as tables: for elements that may hold blocks.
std::string html_with_tables(std::string_view text);

}  // namespace rehearse
