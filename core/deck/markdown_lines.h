// What a single line of a Markdown deck is, looked at alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace rehearse::markdown {

struct Line {
  std::size_t number;     // 1-based
  std::size_t begin;      // byte offset in the whole text
  std::string_view raw;   // without the line end
  std::string_view text;  // without blanks around it
  std::size_t indent;     // columns before the text, a tab being four
};

/// Lines end with a line feed and any carriage returns before it. A byte order mark is no part of them.
std::vector<Line> lines_of(std::string_view text);

/// What the top of a file says about itself.
struct Announcement {
  std::optional<int> version;  // nothing: it is no deck of ours
  std::string_view title;      // from front matter; a heading goes before it
  std::size_t lines = 0;       // how many lines it takes
};
Announcement read_announcement(const std::vector<Line>& lines);

/// `#`, `##` or `###` and what follows; depth 0 for a line that is no heading.
struct Heading {
  std::size_t depth = 0;
  std::string_view text;
};
Heading heading_in(std::string_view line);

/// What follows `- `, `* ` or `+ `; nothing for a line that is no list item.
std::optional<std::string_view> list_item_in(std::string_view line);
/// What follows `1. ` or `1) `.
std::optional<std::string_view> numbered_item_in(std::string_view line);

/// <!-- a comment -->
bool is_comment(std::string_view line);
/// A line across the page: three or more of one of - * _
bool is_rule(std::string_view line);

inline bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

}  // namespace rehearse::markdown
