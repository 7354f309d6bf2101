// The words of a PDF with their places, in the order in which they were set.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// Points of 1/72 inch from the upper left corner of the page.
struct PdfWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::size_t page = 0;
  std::string text;
  std::size_t begin = 0, end = 0;  // bytes of the raw text
  double depth = 0;                // of its middle on the page, from 0 to 1
  bool is_furniture = false;       // a header or footer: in the margin of several pages

  double height() const { return bottom - top; }
  double middle() const { return (left + right) / 2; }
};

/// The second stands right of the first on one line.
bool is_beside(const PdfWord& a, const PdfWord& b);

/// What `pdftotext -raw -bbox` (`boxes`) and `pdftotext -raw` say of one file; none where the two differ.
std::vector<PdfWord> words_of_pdf(std::string_view raw_text, std::string_view boxes);

}  // namespace rehearse
