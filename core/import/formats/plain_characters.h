// What other formats hold as text and no text may hold.
#pragma once

#include <string>
#include <string_view>

namespace rehearse {

/// Valid UTF-8 without control characters (tabs and line ends stay) and without what is invisible by design:
/// soft hyphens, marks of zero width and direction. A broken sequence becomes U+FFFD.
std::string plain_characters(std::string_view text);

}  // namespace rehearse
