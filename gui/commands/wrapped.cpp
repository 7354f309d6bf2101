#include "gui/commands/wrapped.h"

#include "core/base/text.h"

namespace rehearse {

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string page;
  for (std::string_view line : split_lines(text)) {
    if (!page.empty()) page += "\n" + std::string(indent, ' ');
    std::size_t width = indent, begin = 0;
    for (const std::size_t end : line_break_offsets(line)) {
      const std::string_view piece = line.substr(begin, end - begin);
      const std::size_t piece_width = display_width(piece);
      if (width + piece_width > columns && width > indent) {
        page += "\n" + std::string(indent, ' ');
        width = indent;
      }
      page += piece;
      width += piece_width;
      begin = end;
    }
  }
  return page;
}

std::string fitted(std::string_view text, std::size_t columns) {
  std::size_t end = 0, width = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    next_code_point(text, at);
    width += display_width(text.substr(end, at - end));
    if (width > columns) break;
  }
  return std::string(text.substr(0, end));
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(text) + std::string(width < columns ? columns - width : 0, ' ');
}

}  // namespace rehearse
