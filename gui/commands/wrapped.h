// Text in the columns of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rehearse {

/// Breaks where a line of Chinese may be broken, and starts each further line with `indent` blanks. The first
/// one is taken to begin at `indent`.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent);

/// As much of the text as `columns` hold.
std::string fitted(std::string_view text, std::size_t columns);

/// The text, and blanks up to `columns`.
std::string padded(std::string_view text, std::size_t columns);

}  // namespace rehearse
