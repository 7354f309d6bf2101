// The line that opens a listing, ``` or ~~~ and longer, and the one that ends it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rehearse {

struct Fence {
  char mark;
  std::size_t length;

  /// As long, of the same signs, and nothing else on the line.
  bool is_ended_by(std::string_view line) const;
};

/// Of a line without blanks at its ends; a word may follow that names the language.
std::optional<Fence> fence_in(std::string_view line);

/// `line` without so many columns of blanks at its front, a tab being four; fewer when there are
/// fewer.
std::string_view without_indent(std::string_view line, std::size_t columns);

}  // namespace rehearse
