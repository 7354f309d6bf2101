#include "core/base/sign.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace rehearse {

Sign sign_of(char32_t c) {
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

}  // namespace rehearse
