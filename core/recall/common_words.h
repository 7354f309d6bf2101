// Words that say nothing of themselves, and words that turn what follows into its opposite.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/recall/folded_characters.h"

namespace rehearse {

/// 的, 了, 然后's 然: an ideograph that any answer may hold.
bool is_common_ideograph(char32_t c);

/// the, would, because: likewise. Lower case.
bool is_common_word(std::string_view word);

/// not, never, without, dont (an apostrophe is left out). Lower case.
bool is_negating_word(std::string_view word);

/// How many of the characters, from the first on, are one word about a 不, 没, 别 that negates nothing: 不仅,
/// 特别, 对不起. 0 for all else.
std::size_t length_of_harmless_negation(std::span<const FoldedCharacter> characters);

/// 不 没 别 and the like.
bool is_negating_ideograph(char32_t c);

}  // namespace rehearse
