#include "core/import/criteria.h"

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"
#include "core/import/marks_note.h"

namespace rehearse {
namespace {

/// 准备充分、形式新颖(10分)；有总结(5分): what stands before each marks is one item, whatever it holds.
bool marks_close_items(std::string_view text) {
  std::size_t items = 0;
  std::size_t marked = 0;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const std::string_view item = trimmed(text.substr(begin, end - begin));
    if (!item.empty()) ++items;
    if (marks_named_in(item)) ++marked;
  };
  for (Scanner scanner(text); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    if (scanner.take() != ';') continue;
    close(at);
    begin = scanner.offset();
  }
  close(text.size());
  return items >= 2 && marked == items;
}

}  // namespace

std::vector<std::string> split_criteria(std::string_view text) {
  std::vector<std::string> criteria;
  const auto add = [&](std::string_view part) {
    part = trimmed(part);
    part.remove_prefix(bullet_length(part));
    if (const auto number = number_mark(part)) part.remove_prefix(number->length);
    while (!part.empty() && (ends_sentence(last_character(part)) || last_character(part) == ';'))
      part.remove_suffix(
          part.back() == '.' || part.back() == ';' || part.back() == '!' || part.back() == '?' ? 1 : 3);
    if (!trimmed(part).empty()) criteria.emplace_back(trimmed(part));
  };
  const std::vector<std::string_view> lines = split_lines(text);
  const bool one_line = lines.size() == 1 && !marks_close_items(text);
  for (std::string_view line : lines) {
    std::size_t begin = 0;
    std::size_t depth = 0;
    char32_t before = 0;
    for (Scanner scanner(line); !scanner.at_end();) {
      const std::size_t at = scanner.offset();
      const char32_t c = scanner.take();
      if (c == '(') ++depth;
      if (c == ')' && depth > 0) --depth;
      // On lines of their own the criteria may hold a 、 themselves.
      // "-原子性(5分) -防重(4分)": bullets within a line stand behind the marks of the item before.
      const bool bullet = c == '-' && before == ')';
      const bool marks_follow = c == ';' && marks_note(trimmed(scanner.rest()));  // …;(10分)
      const bool parts = (c == ';' && !marks_follow) || (c == U'、' && one_line) || bullet;
      if (c != ' ') before = c;
      if (!parts || depth > 0) continue;
      add(line.substr(begin, at - begin));
      begin = scanner.offset();
    }
    add(line.substr(begin));
  }
  return criteria;
}

}  // namespace rehearse
