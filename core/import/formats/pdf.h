// The text of a PDF, by pdftotext (Debian's poppler-utils) as a program of its own: a PDF is made to be
// printed, and what hostile ones do to their readers happens in that process, within limits.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/import/read_text.h"

namespace rehearse {

/// Lines in the order of the file, lines that only the page's width ended joined with the next. Errors:
/// pdftotext is not installed, the file is locked, damaged or too large, or it holds pictures of pages and no
/// text.
Result<ExtractedText> text_of_pdf(std::string_view bytes);

}  // namespace rehearse
