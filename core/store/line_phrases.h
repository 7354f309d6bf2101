// The frequent pieces of the lines that write_op makes (op.h), each known by a number. Packed lines hold the
// numbers (packed_line.h), so they are for ever: a phrase is added at the end and none is ever changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rehearse {

/// So many bytes a phrase has at least.
inline constexpr std::size_t kShortestPhrase = 4;

/// The number of the longest phrase that `text` begins with.
std::optional<std::size_t> phrase_at(std::string_view text);

/// The phrase of a number; empty when there is none.
std::string_view phrase(std::size_t number);

/// What any phrase begins with.
constexpr bool can_begin_phrase(char c) { return c == '"' || c == ',' || c == '{'; }

}  // namespace rehearse
