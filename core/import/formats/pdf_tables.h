// Tables of questions in a PDF. A PDF knows no tables: there are words at places of a page, in the order in
// which they were set, which is cell by cell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// True when a line of the text (pdftotext -raw) may be the head of a table of questions and answers.
bool may_hold_question_table(std::string_view raw_text);

/// A piece of the raw text that is such a table, and the lines of its questions in its place.
struct PdfTable {
  std::size_t begin = 0;  // bytes of the raw text
  std::size_t end = 0;
  std::vector<std::string> lines;
};

/// `boxes`: what `pdftotext -raw -bbox` says of the same file. Tables in their order; none where the two
/// differ, and where a head names no question and answer or no blank strip parts the columns below it.
std::vector<PdfTable> question_tables(std::string_view raw_text, std::string_view boxes);

}  // namespace rehearse
