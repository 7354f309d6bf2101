// A deck as a table (.csv) that spreadsheets and Anki open and the import reads back.
// The format itself is described in core/export/README.md.
#pragma once

#include <string>

#include "core/deck/document.h"

namespace rehearse {

/// One row for each question. Reading it gives the same questions whatever their texts hold, but for what a
/// table cannot say: white space at the ends of a text, carriage returns, questions without a stem, options
/// without a text or with other names than A to H in that order, marks that are not finite, time limits
/// outside 0 to 10^9 s. Titles, descriptions of sections and sections without questions are not in it.
std::string write_table(const Document& document);

}  // namespace rehearse
