// Word documents (.docx), transitional and strict: ECMA-376.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/import/read_text.h"

namespace rehearse {

/// What the document says, with the numbers of its lists, which Word only draws. Errors: containers that are
/// broken, encrypted or no Word document, and such as were made to fill memory.
Result<ExtractedText> read_word_document(std::string_view bytes);

}  // namespace rehearse
