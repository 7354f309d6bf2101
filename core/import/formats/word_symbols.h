// Characters that a Word document takes from a symbol font.
#pragma once

#include <string>
#include <string_view>

namespace rehearse {

/// `code`: of the font, 0x20 to 0xFF, with or without the 0xF000 that Word adds (ECMA-376 part 1, 17.3.3.30).
/// Symbols without an equal in Unicode become "□".
std::string symbol_text(std::string_view font, unsigned code);

}  // namespace rehearse
