#include "core/import/byte_damage.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/decode.h"

namespace rehearse {
namespace {

constexpr std::u32string_view kToneLetters = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";
constexpr std::size_t kLongestSyllable = 8;
constexpr std::size_t kLongestRun = 12;

/// The length of a syllable with its closing bracket; 0 when there is none or it bears no tone.
std::size_t syllable_length(std::u32string_view text) {
  bool toned = false;
  for (std::size_t i = 0; i < text.size() && i <= kLongestSyllable; ++i) {
    if (folded(text[i]) == ')') return toned ? i + 1 : 0;
    if (kToneLetters.find(text[i]) != std::u32string_view::npos)
      toned = true;
    else if (!((text[i] >= 'a' && text[i] <= 'z') || text[i] == U'ü'))
      return 0;
  }
  return 0;
}

/// Two GBK bytes of a character, or nothing when it has no two-byte form.
std::string gbk_pair(char32_t c) {
  std::string bytes = encode_text(to_utf8(std::u32string(1, c)), "GB18030");
  return bytes.size() == 2 ? bytes : std::string();
}

/// The characters of whole pairs; nothing when a pair is no Chinese character or punctuation.
std::optional<std::u32string> characters_of(const std::string& bytes) {
  const Result<DecodedText> decoded = decode_text(bytes);
  if (!decoded || decoded->encoding != "GB18030" || decoded->replaced > 0) return std::nullopt;
  std::u32string text = to_utf32(decoded->text);
  if (text.size() * 2 != bytes.size()) return std::nullopt;
  const bool all_plausible = std::all_of(text.begin(), text.end(), [](char32_t c) {
    return is_han(c) || (c >= 0x2010 && c <= 0x2030) || (c >= 0x3000 && c <= 0x3020) ||
           (c >= 0xFF01 && c <= 0xFF5E);
  });
  if (!all_plausible) return std::nullopt;
  return text;
}

/// A character that only appears where pairs were grouped wrongly.
bool is_odd_symbol(char32_t c) {
  return (c >= 0x2500 && c <= 0x257F) || (c >= 0x3040 && c <= 0x33FF) || (c >= 0x0370 && c <= 0x04FF);
}

}  // namespace

std::size_t pinyin_length(std::u32string_view text) {
  if (text.empty() || folded(text[0]) != '(') return 0;
  const std::size_t length = syllable_length(text.substr(1));
  return length == 0 ? 0 : length + 1;
}

std::size_t half_pinyin_length(std::u32string_view text) {
  if (text.empty() || text[0] != '?') return 0;
  const std::size_t length = syllable_length(text.substr(1));
  return length == 0 ? 0 : length + 1;
}

std::optional<RealignedRun> realign_after_full_stop(std::u32string_view text) {
  if (text.size() < 3 || text[0] != '?') return std::nullopt;
  if (text[1] <= ' ' || text[1] >= 0x7F) return std::nullopt;
  if (!is_han(text[2]) && !is_odd_symbol(text[2])) return std::nullopt;
  const bool is_sign = text[1] == '?' || text[1] == ';' || text[1] == '!';
  // The full stop is A1A3; the folded character behind it was A3A1 to A3FE in full width.
  std::string bytes = "\xA1\xA3";
  bytes += static_cast<char>(text[1] + 0x80);
  for (std::size_t i = 2; i < text.size() && i < kLongestRun; ++i) {
    const char32_t c = text[i];
    if (c >= 0x40 && c <= 0x7E) {  // the last half of the run's last character
      const std::optional<std::u32string> whole = characters_of(bytes + static_cast<char>(c));
      if (whole) return RealignedRun{i + 1, *whole, true};
      break;
    }
    const std::string pair = is_han(c) || is_odd_symbol(c) ? gbk_pair(c) : std::string();
    if (pair.empty()) break;
    bytes += pair;
  }
  // A letter may stand behind a real question mark: without a whole run nothing is certain.
  if (!is_sign) return std::nullopt;
  return RealignedRun{1, U"。", false};
}

}  // namespace rehearse
