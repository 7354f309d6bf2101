// Small PDFs for tests: each page is a list of lines, any characters of the basic plane.
#pragma once

#include <string>
#include <vector>

namespace rehearse::test {

using PdfPage = std::vector<std::string>;

/// A sound PDF 1.4 without a font of its own. A page without lines has no text, like a scanned one.
std::string pdf_of(const std::vector<PdfPage>& pages);

}  // namespace rehearse::test
