// A text wrapped into rows: where each begins and ends, and how far right a place in it is. Only the
// paragraphs that an edit touches are wrapped again. Offsets are in code points.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "gui/window/ui/text_boundaries.h"

namespace rehearse {

/// Where a row was wrapped, its end and the begin of the next are the same offset: the side tells them apart.
enum class RowSide { kBegin, kEnd };

struct TextPlace {
  std::size_t offset = 0;
  RowSide side = RowSide::kBegin;

  friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

/// Equal keys promise equal rows of equal texts.
struct TextFitKey {
  const void* fonts = nullptr;
  int font = 0;
  float scale = 1;
  float width = 0;  // pixels

  friend bool operator==(const TextFitKey&, const TextFitKey&) = default;
};

/// What wraps: the functions must hold for as long as the text takes keys, between frames too.
struct TextFit {
  TextFitKey key;
  /// Where the rows of a paragraph (which has no line end) end, in order; the last end is its size. Nothing
  /// for an empty one.
  std::function<std::vector<std::size_t>(std::u32string_view paragraph)> row_ends;
  /// Pixels from one character to the next.
  std::function<float(char32_t)> advance;
};

class TextRows {
 public:
  /// Not wrapped, every character one pixel wide: until the text is first drawn.
  TextRows();

  const TextFitKey& key() const { return fit_.key; }
  void fit(std::u32string_view text, TextFit fit);
  /// `text` is the new one, in which `inserted` stands where `removed` code points were.
  void text_changed(std::u32string_view text, std::size_t at, std::size_t removed, std::size_t inserted);

  /// At least one. The rows cover the text without a gap, blanks and line ends at their ends included.
  std::size_t count() const { return rows_.size(); }
  TextRange row(std::size_t index) const { return rows_[index]; }
  /// The row without its line end.
  TextRange seen(std::u32string_view text, std::size_t index) const;

  std::size_t row_of(const TextPlace& place) const;
  /// Pixels from the row's begin.
  float x_of(std::u32string_view text, const TextPlace& place) const;
  float width(std::u32string_view text, const TextRange& range) const;
  /// The place in the row that is nearest to `x`.
  TextPlace place_at(std::u32string_view text, std::size_t index, float x) const;
  TextPlace row_begin(std::size_t index) const { return {rows_[index].begin, RowSide::kBegin}; }
  /// Behind what is seen of the row: a blank at which it was wrapped belongs to the next word.
  TextPlace row_end(std::u32string_view text, std::size_t index) const;

 private:
  bool is_wrapped(std::u32string_view text, std::size_t index) const;
  void append_rows(std::u32string_view text, const TextRange& paragraphs, std::vector<TextRange>& rows) const;

  TextFit fit_;
  std::vector<TextRange> rows_{TextRange{}};
};

}  // namespace rehearse
