// A text as the units its meaning is compared by, each with the place it stands at.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

enum class UnitKind : std::uint8_t {
  kIdeograph,  // one ideograph, kana or hangul
  kWord,       // a word of any other script; an English one without its ending
  kNumber,     // 12, 1,200, 三十, thirty; 380万 is one number
};

struct Unit {
  /// Equal for equal units, whatever their width, case or ending: visits is visit, 三十 is 30, 68% is
  /// 百分之六十八.
  std::uint64_t code = 0;
  SourceSpan source;  // bytes of the text
  UnitKind kind = UnitKind::kIdeograph;
  std::uint32_t clause = 0;    // counts the pieces between , 。 ; and the like, from 0
  std::uint32_t sentence = 0;  // counts the pieces between 。 ! ? and line ends, from 0
  bool is_joined = false;      // nothing stands between it and the unit before
  bool is_common = false;      // of itself it says nothing: 的, 然后, the
  bool is_negated = false;     // a 不, 没, not, never governs it
};

/// The units of `text` in order. Broken UTF-8 parts units and harms nothing else.
std::vector<Unit> units_of(std::string_view text);

/// One code of two, for the sequence of both.
std::uint64_t joined_code(std::uint64_t first, std::uint64_t second);

}  // namespace rehearse
