// Where a caret may stand and where words begin and end (UAX #29, by ICU; Chinese words by its dictionary).
// Offsets are in code points.
#pragma once

#include <cstddef>
#include <string_view>

namespace rehearse {

/// Code points [begin, end).
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin == end; }
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

// What a reader takes for one character (a grapheme cluster) may be several code points: an emoji with its
// skin colour, a letter with its accents. Nothing stops inside one.

/// The end of the character at `at`; the text's end at its end.
std::size_t next_character(std::u32string_view text, std::size_t at);
/// The begin of the character before `at`; 0 at the text's begin.
std::size_t previous_character(std::u32string_view text, std::size_t at);
bool is_character_boundary(std::u32string_view text, std::size_t at);
/// `at`, or the end of the character that it lies in.
std::size_t character_boundary(std::u32string_view text, std::size_t at);

// Blanks and marks are no words: a step by words goes over them.

/// The end of the first word that ends behind `at`; the text's end when there is none.
std::size_t next_word_end(std::u32string_view text, std::size_t at);
/// The begin of the last word that begins before `at`; 0 when there is none.
std::size_t previous_word_begin(std::u32string_view text, std::size_t at);
/// The word, the mark or the run of blanks at `at`, within its line; empty in an empty line.
TextRange word_around(std::u32string_view text, std::size_t at);

}  // namespace rehearse
