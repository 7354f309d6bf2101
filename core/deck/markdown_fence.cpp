#include "core/deck/markdown_fence.h"

#include <algorithm>

namespace rehearse {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kTabWidth = 4;

}  // namespace

bool Fence::is_ended_by(std::string_view line) const {
  return line.size() >= length && line.find_first_not_of(mark) == std::string_view::npos;
}

std::optional<Fence> fence_in(std::string_view line) {
  if (line.empty() || (line.front() != '`' && line.front() != '~')) return std::nullopt;
  const std::size_t length = std::min(line.find_first_not_of(line.front()), line.size());
  if (length < kShortest) return std::nullopt;
  return Fence{line.front(), length};
}

std::string_view without_indent(std::string_view line, std::size_t columns) {
  std::size_t column = 0, at = 0;
  while (at < line.size() && column < columns && (line[at] == ' ' || line[at] == '\t'))
    column += line[at++] == '\t' ? kTabWidth : 1;
  return line.substr(at);
}

}  // namespace rehearse
