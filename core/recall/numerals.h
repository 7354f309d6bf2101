// Numbers as people write them in an answer: 30, 1,200, 3.5, 三十, 380万, thirty.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "core/recall/folded_characters.h"

namespace rehearse {

struct Numeral {
  double value = 0;
  std::size_t length = 0;  // characters
};

/// The number that begins at the first of `characters`. A Chinese one is read digit by digit where it has no
/// 十, 百 (二〇二六), else by its places; 两 is 2. 百分之 is no part of it.
std::optional<Numeral> numeral_at(std::span<const FoldedCharacter> characters);

/// zero to twenty and the tens, spelt in lower case.
std::optional<double> english_number(std::string_view word);

}  // namespace rehearse
