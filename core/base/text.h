// Unicode by ICU. All text in the program is UTF-8; offsets and lengths are in bytes unless said.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

bool is_valid_utf8(std::string_view text);

/// NFKC (UAX #15). `text` must be valid UTF-8.
std::string nfkc(std::string_view text);

/// NFKC, every run of white space one blank, none at the ends. What derived ids are made from; nothing
/// else is folded, because C, C++ and C# are three languages.
std::string normalised(std::string_view text);

/// Without regard to case (Unicode's default folding): for comparing what people type.
std::string case_folded(std::string_view text);

/// NFKC_Casefold (UAX #44): what texts have in common that differ only in width, case, composition and
/// characters that are not seen. For finding. `text` must be valid UTF-8.
std::string nfkc_case_folded(std::string_view text);

/// Without white space (Unicode's, U+3000 too) at both ends.
std::string_view trimmed(std::string_view text);

/// Unicode's White_Space property.
inline bool is_white_space(char32_t c);

/// The code point that starts at `offset`, which moves behind it; U+FFFD for a broken sequence.
inline char32_t next_code_point(std::string_view text, std::size_t& offset);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& text, char32_t code_point);

/// Code points, not bytes: those that begin in `text`, a piece of valid UTF-8.
std::size_t length_in_code_points(std::string_view text);

/// At most `count` code points of `text`, with an ellipsis where something was left out.
std::string shortened(std::string_view text, std::size_t count);

/// Columns in a terminal: two for East Asian wide and fullwidth characters, none for combining ones.
std::size_t display_width(std::string_view text);

/// As much of `text` as takes at most `columns`, in whole code points.
std::string_view first_columns(std::string_view text, std::size_t columns);

/// As much of the first line of `text` as takes at most `columns`, with an ellipsis where something was left
/// out.
std::string shortened_line(std::string_view text, std::size_t columns);

/// Byte offsets at which a line may end, the text's end included (UAX #14, with Chinese rules).
std::vector<std::size_t> line_break_offsets(std::string_view text);

std::vector<std::string_view> split_lines(std::string_view text);

/// What is_white_space says of a character beyond ASCII.
bool is_other_white_space(char32_t c);

/// What next_code_point does where a character is neither ASCII nor Chinese.
char32_t next_other_code_point(std::string_view text, std::size_t& offset);

// Every stage of reading goes over every character: here, so that the compiler can see through them.
inline bool is_white_space(char32_t c) {
  if (c <= ' ') return c == ' ' || (c >= '\t' && c <= '\r');
  return c >= 0x85 && c <= 0x3000 && is_other_white_space(c);
}

inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) {
    ++offset;
    return first;
  }
  // E1 to EF lead three bytes; only behind ED some continuation bytes make no character.
  if (first >= 0xE1 && first <= 0xEF && first != 0xED && text.size() - offset >= 3 &&
      (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80) {
    const auto c = static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    offset += 3;
    return c;
  }
  return next_other_code_point(text, offset);
}

}  // namespace rehearse
