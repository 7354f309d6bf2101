// One row of a table as a question.
#pragma once

#include <string>
#include <vector>

#include "core/deck/document.h"
#include "core/import/formats/columns.h"
#include "core/import/question_kind.h"

namespace rehearse {

struct CellRow {
  std::vector<std::string> cells;  // what they say, without quotes and HTML
  std::vector<SourceSpan> spans;   // where they stand
  std::string listing;             // code that stood inside the stem
};

struct RowQuestion {
  Question question;
  QuestionSource source;
  std::vector<Doubt> doubts;
};

/// What the row asks. Cells without a column, and columns without a role, say nothing; an empty stem is one
/// that was not there. Key points are taken from the answer unless the table has a column for them.
RowQuestion question_of_row(const CellRow& row, const Columns& columns);

}  // namespace rehearse
