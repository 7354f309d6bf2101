// What a document site or a printer put around the document: disclaimers, counters, page numbers.
#pragma once

#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

/// A line of the text, or what is left of it on one side of a page number.
struct LinePart {
  SourceSpan span;  // without blanks at both ends; never empty
  bool starts_line = true;
  bool beside_page = false;  // a page number alone stands above or below it
  bool behind_gap = false;   // an empty line stands before it
  bool behind_rule = false;  // a line drawn across the page stands before it
};

/// The lines that belong to the document, in order, empty ones left out. The rules are general: a line
/// is left out for its words or its repetition, never for its place in a particular file.
std::vector<LinePart> content_lines(std::string_view text);

}  // namespace rehearse
