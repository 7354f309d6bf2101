// Pages saved from a browser.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/import/read_text.h"

namespace rehearse {

/// What the page says: its main text where it marks one that holds most of it, else all that is no
/// navigation. The first line is the page's title. Errors: those of decode_text, and markup made to take
/// hours.
Result<ExtractedText> read_page(std::string_view bytes);

}  // namespace rehearse
