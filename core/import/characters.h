// Chinese text seen the way the reader's rules see it: half width and full width are one, numerals count.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"

namespace rehearse {

/// Full-width ASCII as ASCII, the ideographic blank and no-break blank as ' '; all else unchanged.
/// Rules are written for the half-width form and hold for both.
inline char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
  if (c == 0x3000 || c == 0xA0) return ' ';
  return c;
}

/// Characters to look for at every place of a text: one look-up each. Those beyond U+FFFF are never in it.
class CharacterSet {
 public:
  CharacterSet() = default;
  explicit CharacterSet(std::u32string_view characters) {
    for (char32_t c : characters) add(c);
  }
  void add(char32_t c) {
    if (c < kSize) has_.set(c);
  }
  bool has(char32_t c) const { return c < kSize && has_[c]; }

 private:
  static constexpr std::size_t kSize = 0x10000;
  std::bitset<kSize> has_;
};

/// The first byte of `text` from `from` on that is one of `bytes` (ASCII), or its size. The standard
/// library's find_first_of calls a function for every byte.
class ByteSet {
 public:
  explicit ByteSet(std::string_view bytes) {
    for (char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
  }
  std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !has_[static_cast<unsigned char>(text[from])]) ++from;
    return from;
  }

 private:
  std::array<bool, 256> has_{};
};

/// A character of the Han script, the kind that carries Chinese words.
inline bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}

/// 。！？!?…：a sentence may end here. `c` need not be folded.
inline bool ends_sentence(char32_t c) {
  const char32_t plain = folded(c);
  return plain == U'。' || plain == '!' || plain == '?' || plain == U'…';
}

/// The last code point of `text`, folded; 0 for none.
char32_t last_character(std::string_view text);

inline bool starts_with(std::string_view text, std::string_view word) {
  // Chinese characters of one row share their first byte, seldom their third.
  constexpr std::size_t kTelling = 2;
  if (text.size() < word.size()) return false;
  if (word.size() > kTelling && text[kTelling] != word[kTelling]) return false;
  return text.compare(0, word.size(), word) == 0;
}
inline bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words)
    if (starts_with(text, word)) return true;
  return false;
}
bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words);
/// As text.find(word, from), made for Chinese words.
std::size_t find(std::string_view text, std::string_view word, std::size_t from = 0);
inline bool contains(std::string_view text, std::string_view word) {
  return find(text, word) != std::string_view::npos;
}
bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);

/// `word` is lower case ASCII; `text` may be in any case.
inline bool starts_with_english(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (word[i] != (text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i]))
      return false;
  return true;
}

/// The words of `list`, parted by `|`.
std::vector<std::string_view> words_of_list(std::string_view list);

/// `text` without every `**`, `__`, backtick and HTML tag: emphasis says nothing about a question.
std::string without_markup(std::string_view text);
/// False when without_markup(text) is `text`: most lines have none.
bool may_have_markup(std::string_view text);

/// The length of an emphasis mark (two or more of * or _) or an HTML tag at the start of `text`; 0 for none.
std::size_t markup_length(std::string_view text);

/// Reads along a text. Every take_… moves behind what it took, or leaves the place and says no.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::size_t offset() const { return offset_; }  // bytes
  bool at_end() const { return offset_ == text_.size(); }
  std::string_view rest() const { return text_.substr(offset_); }
  std::string_view taken_since(std::size_t offset) const { return text_.substr(offset, offset_ - offset); }

  /// The next character, folded; 0 at the end.
  char32_t peek() const {
    std::size_t offset = offset_;
    return at_end() ? 0 : folded(next_code_point(text_, offset));
  }
  char32_t take() { return at_end() ? 0 : folded(next_code_point(text_, offset_)); }
  bool take(std::string_view word) {
    if (!starts_with(rest(), word)) return false;
    offset_ += word.size();
    return true;
  }
  bool take_one_of(std::u32string_view characters) {  // compares folded
    std::size_t behind = offset_;
    const char32_t c = at_end() ? 0 : folded(next_code_point(text_, behind));
    if (c == 0) return false;
    for (char32_t wanted : characters) {
      if (c != wanted) continue;
      offset_ = behind;
      return true;
    }
    return false;
  }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t') take();
  }
  /// 1 to 99999 in ASCII or full-width digits.
  std::optional<std::size_t> take_digits();
  /// 一 to 九十九.
  std::optional<std::size_t> take_chinese_number();
  void rewind(std::size_t offset) { offset_ = offset; }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
};

}  // namespace rehearse
