// Where in the text each field of a question stands.
#pragma once

#include <string_view>

#include "core/deck/document.h"
#include "core/import/outline.h"

namespace rehearse {

/// Bytes of `text`, the repaired text that the draft's passages are pieces of. A key that is no text of its
/// own (√, a row of a table) has the span of the answer it was read from; what stands nowhere has an empty
/// span.
QuestionSource spans_of(const Question& question, const DraftQuestion& draft, std::string_view text);

}  // namespace rehearse
