// The characters of a text without regard to width and case, each with the bytes it was written as.
#pragma once

#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

struct FoldedCharacter {
  char32_t character;
  SourceSpan source;
};

/// NFKC and case-folded, one combining sequence at a time. A sequence that folds to several characters (㎏,
/// ﬁ) gives each of them its whole source. Broken UTF-8 becomes U+FFFD.
std::vector<FoldedCharacter> folded_characters(std::string_view text);

}  // namespace rehearse
