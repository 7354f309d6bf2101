#include "core/base/text.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace rehearse {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::size_t columns_of(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

/// ICU fails here only when its data files are missing: a broken installation, not a user's fault.
void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

/// ICU's own, which lives as long as the program. Asked for once: asking takes a lock.
const icu::Normalizer2& ready_made(const icu::Normalizer2* (*get)(UErrorCode&), const char* what) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = get(status);
  require(status, what);
  return *normalizer;
}

std::string normalised_by(const icu::Normalizer2& normalizer, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  normalizer.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink,
                           nullptr, status);
  require(status, "normalisation");
  return result;
}

/// Of the code point that was read at `at`.
bool is_broken(std::string_view text, std::size_t at, char32_t read) {
  return read == kReplacement && text.substr(at, 3) != "\xEF\xBF\xBD";
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (is_broken(text, start, next_code_point(text, i))) return false;
  }
  return true;
}

std::string nfkc(std::string_view text) {
  static const icu::Normalizer2& normalizer = ready_made(&icu::Normalizer2::getNFKCInstance, "NFKC");
  return normalised_by(normalizer, text);
}

std::string nfkc_case_folded(std::string_view text) {
  static const icu::Normalizer2& normalizer =
      ready_made(&icu::Normalizer2::getNFKCCasefoldInstance, "NFKC_Casefold");
  return normalised_by(normalizer, text);
}

std::string normalised(std::string_view text) {
  const std::string composed = nfkc(text);
  std::string result;
  result.reserve(composed.size());
  std::size_t begin = 0;  // of the word that is being walked over
  const auto end_word = [&](std::size_t end) {
    if (end > begin && !result.empty()) result += ' ';
    result.append(composed, begin, end - begin);
  };
  for (std::size_t i = 0; i < composed.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(composed, i);
    if (is_broken(composed, at, c)) return normalised(to_utf8(to_utf32(composed)));
    if (!is_white_space(c)) continue;
    end_word(at);
    begin = i;
  }
  end_word(composed.size());
  return result;
}

std::string case_folded(std::string_view text) {
  std::string result;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
      .foldCase()
      .toUTF8String(result);
  return result;
}

std::string_view trimmed(std::string_view text) {
  // Visible ASCII and what lies beyond U+4000 is no white space: most texts begin and end so.
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto is_sure = [&](std::size_t i) { return byte(i) >= 0xE4 || (byte(i) > ' ' && byte(i) < 0x80); };
  std::size_t begin = 0;
  if (!text.empty() && !is_sure(0))
    for (std::size_t i = 0; i < text.size(); begin = i)
      if (!is_white_space(next_code_point(text, i))) break;
  text.remove_prefix(begin);
  if (!text.empty() && byte(text.size() - 1) > ' ' && byte(text.size() - 1) < 0x80) return text;
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && is_continuation(text[last])) --last;
    std::size_t end = last;
    if (!is_white_space(next_code_point(text, end)) || end != text.size()) break;
    text = text.substr(0, last);
  }
  return text;
}

bool is_other_white_space(char32_t c) {
  const bool may_be = c == 0x85 || c == 0xA0 || (c >= 0x1680 && c <= 0x3000);
  return may_be && u_isUWhiteSpace(static_cast<UChar32>(c));
}

char32_t next_other_code_point(std::string_view text, std::size_t& offset) {
  // ICU counts in 32 bits: look at no more than one character's bytes at a time.
  const char* start = text.data() + offset;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - offset, U8_MAX_LENGTH));
  std::int32_t i = 0;
  UChar32 c;
  U8_NEXT(start, i, size, c);
  offset += static_cast<std::size_t>(i);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

std::u32string to_utf32(std::string_view text) {
  std::u32string result;
  result.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size();) result += next_code_point(text, i);
  return result;
}

void append_utf8(std::string& text, char32_t code_point) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  UBool failed = false;
  U8_APPEND(bytes, size, U8_MAX_LENGTH, static_cast<UChar32>(code_point), failed);
  if (failed) return append_utf8(text, kReplacement);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::string to_utf8(std::u32string_view text) {
  std::string result;
  result.reserve(text.size() * 3);
  for (char32_t c : text) append_utf8(result, c);
  return result;
}

std::size_t length_in_code_points(std::string_view text) {
  // Counted in a byte as long as one can hold it: so the compiler counts many at once.
  constexpr std::size_t kMost = 255;
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), kMost))) {
    std::uint8_t here = 0;
    for (char byte : text.substr(0, kMost)) here += is_continuation(byte) ? 0 : 1;
    count += here;
  }
  return count;
}

std::string shortened(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t n = 0; n < count && end < text.size(); ++n) next_code_point(text, end);
  return end == text.size() ? std::string(text) : std::string(text.substr(0, end)) + "…";
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += columns_of(next_code_point(text, i));
  return width;
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t width = 0, end = 0;
  for (std::size_t next = 0; next < text.size(); end = next) {
    width += columns_of(next_code_point(text, next));
    if (width > columns) break;
  }
  return text.substr(0, end);
}

std::string shortened_line(std::string_view text, std::size_t columns) {
  const std::string_view shown = first_columns(text.substr(0, text.find('\n')), columns);
  return shown.size() == text.size() ? std::string(text) : std::string(shown) + "…";
}

std::vector<std::size_t> line_break_offsets(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  // Building the iterator reads its rules (about 1 ms): one per thread, given each text in turn.
  thread_local std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale("zh_CN"), status));
  require(status, "line breaks");
  UText* source = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  breaks->setText(source, status);
  require(status, "line breaks");
  std::vector<std::size_t> offsets;
  for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
    offsets.push_back(static_cast<std::size_t>(at));
  utext_close(source);
  return offsets;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace rehearse
