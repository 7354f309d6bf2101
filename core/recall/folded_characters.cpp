#include "core/recall/folded_characters.h"

#include <unicode/uchar.h>

#include <string>

#include "core/base/text.h"

namespace rehearse {
namespace {

// Combining marks beyond this belong to no letter of any language; a hostile text has thousands.
constexpr std::size_t kLongestSequence = 64;  // bytes

bool combines(char32_t c) { return c >= 0x300 && u_getCombiningClass(static_cast<UChar32>(c)) != 0; }

/// Nothing folds it, and a mark behind it is seldom: most of any text.
bool is_plain_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

}  // namespace

std::vector<FoldedCharacter> folded_characters(std::string_view text) {
  std::vector<FoldedCharacter> folded;
  folded.reserve(text.size() / 2);
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    const char32_t first = next_code_point(text, end);
    std::size_t next = end;
    while (next < text.size() && next - begin < kLongestSequence && combines(next_code_point(text, next)))
      end = next;
    const SourceSpan source{begin, end};
    if (end - begin == 1)
      folded.push_back({first >= 'A' && first <= 'Z' ? first - 'A' + 'a' : first, source});
    else if (is_plain_ideograph(first))
      folded.push_back({first, source});
    else {
      std::string sequence;
      for (std::size_t i = begin; i < end;) append_utf8(sequence, next_code_point(text, i));
      for (char32_t c : to_utf32(case_folded(nfkc(sequence)))) folded.push_back({c, source});
    }
  }
  return folded;
}

}  // namespace rehearse
