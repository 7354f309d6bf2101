// The lines before the rows of a table: Excel's "sep=;", or Anki's #separator:tab, #html:true, #deck
// column:3, … Format: docs.ankiweb.net/importing/text-files.html, "File Headers".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

enum class CellText { kUnsaid, kPlain, kHtml };

struct TableHeader {
  std::size_t rows_begin = 0;  // offset of the first line that is no header
  std::string separator;       // empty where none is named
  CellText cells = CellText::kUnsaid;
  std::string deck;
  std::string note_type;
  std::string columns;  // the names as they stand there, still joined by the separator
  // 0-based, where named.
  std::optional<std::size_t> deck_column;
  std::optional<std::size_t> note_type_column;  // of silent_columns
  std::vector<std::size_t> silent_columns;      // notetype, tags, guid: nothing to learn from
};

/// Lines with `#` and no known name count as remarks once one with a known name was seen.
TableHeader read_table_header(std::string_view text);

}  // namespace rehearse
