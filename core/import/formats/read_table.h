// Questions out of a table: .csv and .tsv files, Anki's text export, and delimiter files with any ending.
#pragma once

#include <string_view>

#include "core/import/formats/records.h"
#include "core/import/read_document.h"
#include "core/import/read_text.h"

namespace rehearse {

/// A file that says it is a table: its header lines and its rows name or show the separator.
/// Never fails: what could not be read is a problem with its place. Memory beyond the text and the questions
/// is bounded. Codes: guessed-columns, open-quote, uneven-row, unused-column, no-stem, no-answer,
/// no-questions, too-many-rows.
ReadDocument read_table(ExtractedText extracted, std::string_view file_name);

/// The same for text that was found to be one (dialect_of_records).
ReadDocument read_table(ExtractedText extracted, const Dialect& dialect, std::string_view file_name);

}  // namespace rehearse
