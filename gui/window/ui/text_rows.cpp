#include "gui/window/ui/text_rows.h"

#include <algorithm>
#include <cmath>

namespace rehearse {
namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\t'; }

std::vector<std::size_t> one_row(std::u32string_view paragraph) {
  return paragraph.empty() ? std::vector<std::size_t>() : std::vector{paragraph.size()};
}

}  // namespace

TextRows::TextRows() : fit_{{}, one_row, [](char32_t) { return 1.0f; }} {}

void TextRows::fit(std::u32string_view text, TextFit fit) {
  fit_ = std::move(fit);
  rows_.clear();
  append_rows(text, {0, text.size()}, rows_);
}

/// `paragraphs` begins where a paragraph does and ends where one does, or behind its line end; the row behind
/// the text's last line end has its place too.
void TextRows::append_rows(std::u32string_view text, const TextRange& paragraphs,
                           std::vector<TextRange>& rows) const {
  std::size_t begin = paragraphs.begin;
  while (true) {
    const std::size_t end = std::min(text.find(U'\n', begin), paragraphs.end);
    const bool has_line_end = end < paragraphs.end;
    const std::size_t first_row = rows.size();
    std::size_t row_begin = begin;
    for (const std::size_t in_paragraph : fit_.row_ends(text.substr(begin, end - begin))) {
      // A word longer than a row is cut anywhere, but not through a character.
      const std::size_t row_end = std::min(character_boundary(text, begin + in_paragraph), end);
      if (row_end > row_begin) rows.push_back({row_begin, row_end});
      row_begin = row_end;
    }
    if (rows.size() == first_row) rows.push_back({begin, end});
    if (!has_line_end) return;
    ++rows.back().end;
    begin = end + 1;
    if (begin == paragraphs.end && begin < text.size()) return;
  }
}

void TextRows::text_changed(std::u32string_view text, std::size_t at, std::size_t removed,
                            std::size_t inserted) {
  const std::size_t before = at == 0 ? std::u32string_view::npos : text.rfind(U'\n', at - 1);
  const std::size_t line_end = text.find(U'\n', at + inserted);
  const TextRange changed{before == std::u32string_view::npos ? 0 : before + 1,
                          line_end == std::u32string_view::npos ? text.size() : line_end + 1};
  const auto begins_before = [](const TextRange& row, std::size_t offset) { return row.begin < offset; };
  const auto first = std::lower_bound(rows_.begin(), rows_.end(), changed.begin, begins_before);
  const std::size_t old_end = changed.end + removed - inserted;
  const bool reaches_end = changed.end == text.size();
  const auto last = reaches_end ? rows_.end() : std::lower_bound(first, rows_.end(), old_end, begins_before);
  for (auto row = last; row != rows_.end(); ++row)
    *row = {row->begin + inserted - removed, row->end + inserted - removed};
  std::vector<TextRange> fresh;
  append_rows(text, changed, fresh);
  rows_.insert(rows_.erase(first, last), fresh.begin(), fresh.end());
}

TextRange TextRows::seen(std::u32string_view text, std::size_t index) const {
  TextRange range = rows_[index];
  if (!range.empty() && text[range.end - 1] == U'\n') --range.end;
  return range;
}

bool TextRows::is_wrapped(std::u32string_view text, std::size_t index) const {
  return index + 1 < rows_.size() && seen(text, index) == rows_[index];
}

std::size_t TextRows::row_of(const TextPlace& place) const {
  const auto behind =
      std::upper_bound(rows_.begin(), rows_.end(), place.offset,
                       [](std::size_t offset, const TextRange& row) { return offset < row.begin; });
  const auto index = static_cast<std::size_t>(behind - rows_.begin()) - 1;
  const bool is_end = place.side == RowSide::kEnd && index > 0 && rows_[index].begin == place.offset;
  return is_end ? index - 1 : index;
}

float TextRows::width(std::u32string_view text, const TextRange& range) const {
  float sum = 0;
  for (std::size_t at = range.begin; at < range.end; ++at) sum += fit_.advance(text[at]);
  return sum;
}

float TextRows::x_of(std::u32string_view text, const TextPlace& place) const {
  return width(text, {rows_[row_of(place)].begin, place.offset});
}

TextPlace TextRows::row_end(std::u32string_view text, std::size_t index) const {
  std::size_t end = seen(text, index).end;
  if (!is_wrapped(text, index)) return {end, RowSide::kBegin};
  while (end > rows_[index].begin + 1 && is_blank(text[end - 1])) --end;
  end = character_boundary(text, end);
  return {end, end == rows_[index].end ? RowSide::kEnd : RowSide::kBegin};
}

TextPlace TextRows::place_at(std::u32string_view text, std::size_t index, float x) const {
  const TextPlace end = row_end(text, index);
  const std::u32string_view seen_text = text.substr(0, end.offset);
  float left = 0;
  for (std::size_t at = rows_[index].begin; at < end.offset;) {
    const std::size_t next = next_character(seen_text, at);
    const float right = left + width(text, {at, next});
    if (x < (left + right) / 2) return {at, RowSide::kBegin};
    left = right;
    at = next;
  }
  return end;
}

}  // namespace rehearse
