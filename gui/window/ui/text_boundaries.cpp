#include "gui/window/ui/text_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace rehearse {
namespace {

enum class Breaks { kCharacters, kWords };

icu::BreakIterator& iterator_of(Breaks breaks) {
  // Building an iterator reads its rules (about 1 ms): one of each per thread, given each text in turn.
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  thread_local const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("zh_CN"), status));
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: boundaries: ") + u_errorName(status));
  return breaks == Breaks::kCharacters ? *characters : *words;
}

/// A piece of a text as ICU wants it, in UTF-16; places go in and come out as code points of the whole text.
class Piece {
 public:
  Piece(std::u32string_view text, const TextRange& range, Breaks breaks)
      : begin_(range.begin),
        text_(icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data() + range.begin),
                                            static_cast<std::int32_t>(range.end - range.begin))),
        iterator_(iterator_of(breaks)) {
    iterator_.setText(text_);
  }

  icu::BreakIterator& iterator() { return iterator_; }
  std::int32_t unit_of(std::size_t offset) const {
    return text_.moveIndex32(0, static_cast<std::int32_t>(offset - begin_));
  }
  std::size_t offset_of(std::int32_t unit) const {
    return begin_ + static_cast<std::size_t>(text_.countChar32(0, unit));
  }

 private:
  std::size_t begin_;
  icu::UnicodeString text_;
  icu::BreakIterator& iterator_;
};

/// A character on its own whatever stands beside it, if that is one too.
bool stands_alone(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (c == U'\n') return true;
  return u_getIntPropertyValue(point, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_OTHER &&
         !u_hasBinaryProperty(point, UCHAR_EXTENDED_PICTOGRAPHIC);
}

/// Without ICU's rules, which need their context: most text consists of nothing else.
bool is_certain_boundary(std::u32string_view text, std::size_t at) {
  return at == 0 || at == text.size() || (stands_alone(text[at - 1]) && stands_alone(text[at]));
}

/// The nearest certain boundaries: before `at`, and at it or behind.
TextRange certain_range(std::u32string_view text, std::size_t before, std::size_t behind) {
  while (!is_certain_boundary(text, before)) --before;
  while (!is_certain_boundary(text, behind)) ++behind;
  return {before, behind};
}

/// The line of `at`, without its end.
TextRange line_around(std::u32string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::u32string_view::npos : text.rfind(U'\n', at - 1);
  return {before == std::u32string_view::npos ? 0 : before + 1, std::min(text.find(U'\n', at), text.size())};
}

}  // namespace

std::size_t next_character(std::u32string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  const TextRange range = certain_range(text, at, at + 1);
  if (range.end == range.begin + 1) return range.end;
  Piece piece(text, range, Breaks::kCharacters);
  return piece.offset_of(piece.iterator().following(piece.unit_of(at)));
}

std::size_t previous_character(std::u32string_view text, std::size_t at) {
  if (at == 0) return 0;
  const TextRange range = certain_range(text, at - 1, at);
  if (range.end == range.begin + 1) return range.begin;
  Piece piece(text, range, Breaks::kCharacters);
  return piece.offset_of(piece.iterator().preceding(piece.unit_of(at)));
}

bool is_character_boundary(std::u32string_view text, std::size_t at) {
  return is_certain_boundary(text, at) || previous_character(text, next_character(text, at)) == at;
}

std::size_t character_boundary(std::u32string_view text, std::size_t at) {
  return is_character_boundary(text, at) ? at : next_character(text, at);
}

std::size_t next_word_end(std::u32string_view text, std::size_t at) {
  while (at < text.size()) {
    const TextRange line = line_around(text, at);
    Piece piece(text, line, Breaks::kWords);
    icu::BreakIterator& words = piece.iterator();
    for (std::int32_t end = words.following(piece.unit_of(at)); end != icu::BreakIterator::DONE;
         end = words.next())
      if (words.getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
        return character_boundary(text, piece.offset_of(end));
    at = line.end + 1;
  }
  return text.size();
}

std::size_t previous_word_begin(std::u32string_view text, std::size_t at) {
  while (true) {
    const TextRange line = line_around(text, at);
    Piece piece(text, line, Breaks::kWords);
    icu::BreakIterator& words = piece.iterator();
    for (std::int32_t begin = words.preceding(piece.unit_of(at)); begin != icu::BreakIterator::DONE;
         begin = words.preceding(begin)) {
      words.following(begin);  // the status is that of the word whose end was reached
      if (words.getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
      const std::size_t offset = piece.offset_of(begin);
      return is_character_boundary(text, offset) ? offset : previous_character(text, offset);
    }
    if (line.begin == 0) return 0;
    at = line.begin - 1;
  }
}

TextRange word_around(std::u32string_view text, std::size_t at) {
  const TextRange line = line_around(text, at);
  if (line.empty()) return line;
  Piece piece(text, line, Breaks::kWords);
  const std::size_t inside = std::min(at, line.end - 1);  // at a line's end: its last word
  icu::BreakIterator& words = piece.iterator();
  const std::int32_t end = words.following(piece.unit_of(inside));
  const std::int32_t begin = words.preceding(end);
  const std::size_t first = piece.offset_of(begin);
  return {is_character_boundary(text, first) ? first : previous_character(text, first),
          character_boundary(text, piece.offset_of(end))};
}

}  // namespace rehearse
