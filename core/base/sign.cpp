#include "core/base/sign.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace rehearse {

Sign sign_of(char32_t c) {
  // Most of all texts, without a look into Unicode's tables.
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return Sign::kLetter;
  if (c >= 0x4E00 && c <= 0x9FFF) return Sign::kIdeograph;
  const auto point = static_cast<UChar32>(c);
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(point, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL: return Sign::kIdeograph;
    default: break;
  }
  const bool separates = u_isUWhiteSpace(point) || u_iscntrl(point) || (u_ispunct(point) && c != U'#');
  return separates ? Sign::kSeparator : Sign::kLetter;
}

bool is_symbol(char32_t c) {
  return c == U'#' || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_S_MASK) != 0;
}

}  // namespace rehearse
