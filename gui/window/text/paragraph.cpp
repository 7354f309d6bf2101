#include "gui/window/text/paragraph.h"

#include <functional>
#include <utility>

#include "core/base/text.h"

namespace rehearse {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view without_trailing_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::size_t bytes_of(const std::string& text, const std::vector<TextLine>& lines) {
  constexpr std::size_t kOfEntry = 128;  // of the map and the blocks, about
  return kOfEntry + text.capacity() + lines.capacity() * sizeof(TextLine);
}

}  // namespace

std::string_view seen_part(std::string_view text, const TextLine& line) {
  return without_trailing_blanks(text.substr(line.begin, line.end - line.begin));
}

std::vector<TextLine> break_lines(Fonts& fonts, Font font, std::string_view text, float width) {
  std::vector<TextLine> lines;
  TextLine line;
  float pen = 0;  // where the next piece would start, blanks before it counted
  const auto end_line = [&](std::size_t next_begin) {
    lines.push_back(line);
    line = {next_begin, next_begin, 0};
    pen = 0;
  };
  std::size_t begin = 0;
  for (const std::size_t end : line_break_offsets(text)) {
    const std::string_view piece = text.substr(begin, end - begin);
    const std::string_view seen = without_trailing_blanks(piece);
    const float seen_width = fonts.width(font, seen);
    if (pen + seen_width > width && line.end > line.begin) end_line(begin);
    if (seen_width > width) {  // a word longer than a whole line
      for (std::size_t at = 0; at < seen.size();) {
        const std::size_t character_begin = begin + at;
        const float advance = fonts.glyph(font, next_code_point(seen, at)).advance;
        if (pen + advance > width && pen > 0) end_line(character_begin);
        pen += advance;
        line.width = pen;
        line.end = begin + at;
      }
    } else if (!seen.empty()) {
      line.width = pen + seen_width;
      pen += seen_width;
    }
    pen += fonts.width(font, piece.substr(seen.size()));
    line.end = end;
    if (!piece.empty() && piece.back() == '\n') end_line(end);
    begin = end;
  }
  if (line.end > line.begin) lines.push_back(line);
  return lines;
}

std::size_t ParagraphCache::Hash::operator()(const KeyView& key) const {
  const std::size_t shape = std::hash<float>{}(key.width) * 31 + static_cast<std::size_t>(key.font);
  return std::hash<std::string_view>{}(key.text) ^ (shape * 0x9E3779B97F4A7C15u);
}

const std::vector<TextLine>& ParagraphCache::lines(Font font, std::string_view text, float width) {
  const KeyView key(font, width, text);
  if (const auto known = recent_.find(key); known != recent_.end()) return known->second;
  if (const auto known = older_.find(key); known != older_.end()) {
    older_bytes_ -= bytes_of(known->first.text, known->second);
    return remember(older_.extract(known))->second;
  }
  Paragraphs made;
  made.emplace(Key{font, width, std::string(text)}, break_lines(fonts_, font, text, width));
  return remember(made.extract(made.begin()))->second;
}

ParagraphCache::Paragraphs::iterator ParagraphCache::remember(Paragraphs::node_type paragraph) {
  const std::size_t bytes = bytes_of(paragraph.key().text, paragraph.mapped());
  if (recent_bytes_ + bytes > most_bytes_ / 2) {
    older_ = std::exchange(recent_, {});
    older_bytes_ = std::exchange(recent_bytes_, 0);
  }
  recent_bytes_ += bytes;
  return recent_.insert(std::move(paragraph)).position;
}

void ParagraphCache::clear() {
  recent_.clear();
  older_.clear();
  recent_bytes_ = older_bytes_ = 0;
}

}  // namespace rehearse
