// Where a person finds what a problem is about, in files that have no lines to see.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

/// A division of the file: it goes from a line of the extracted text to where the next one begins.
struct VisiblePlace {
  enum Kind { kParagraph, kTable, kPage };

  std::size_t line = 0;  // 1-based
  Kind kind = kParagraph;
  std::size_t number = 0;  // 1-based, among those of its kind
};

/// Gives every problem with a line its place: the division, and the words that stand there, to search for.
/// `places` in the order of their lines; empty for files without divisions.
void name_places(std::string_view text, const std::vector<VisiblePlace>& places,
                 std::vector<Problem>& problems);

}  // namespace rehearse
