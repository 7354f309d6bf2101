#include "core/import/formats/table_remarks.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

constexpr std::string_view kLineEnd = "\\n";

std::size_t sign_length(std::string_view line) {
  if (starts_with(line, "//")) return 2;
  std::size_t length = 0;
  while (length < line.size() && line[length] == '#') ++length;
  const bool is_number = length < line.size() && line[length] >= '0' && line[length] <= '9';
  return is_number ? 0 : length;
}

/// A sentence, an item or a line of a listing ends here.
bool closes_line(char32_t c) {
  static const CharacterSet closing(U"。.;,:!?)('\"、；，：！？）");
  return is_han(c) || closing.has(c);
}

}  // namespace

bool is_remark(std::string_view line) {
  const std::size_t sign = sign_length(line);
  return sign > 0 && sign < line.size();
}

std::string_view remark_text(std::string_view remark) { return trimmed(remark.substr(sign_length(remark))); }

std::vector<std::string> names_in_row(std::vector<std::string> row) {
  if (row.empty() || !is_remark(row.front())) return row;
  constexpr std::size_t kLongestIntroduction = 12;  // code points of 字段:
  const std::string_view words = remark_text(row.front());
  Scanner scanner(words);
  std::size_t name = 0;
  for (std::size_t i = 0; i <= kLongestIntroduction && name == 0 && !scanner.at_end(); ++i)
    if (scanner.take() == ':') name = scanner.offset();
  row.front() = std::string(trimmed(words.substr(name)));
  // "key    write T or F": what is said behind the last name.
  std::string& last = row.back();
  last.resize(std::min({last.find("  "), last.find('\t'), last.size()}));
  return row;
}

bool writes_line_ends_as_escapes(const std::vector<std::vector<std::string>>& rows) {
  for (const auto& row : rows)
    for (const std::string& cell : row)
      for (std::size_t at = cell.find(kLineEnd); at != std::string::npos; at = cell.find(kLineEnd, at + 1)) {
        const char32_t before = last_character(std::string_view(cell).substr(0, at));
        // printf("…\n") has its quote behind it.
        const bool in_quotes = at + kLineEnd.size() < cell.size() &&
                               (cell[at + kLineEnd.size()] == '"' || cell[at + kLineEnd.size()] == '\'');
        if (closes_line(before) && !in_quotes) return true;
      }
  return false;
}

std::string with_line_ends(std::string_view cell) {
  std::string text;
  bool in_quotes = false;
  const std::size_t last_quote = cell.rfind('"');
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const std::string_view rest = cell.substr(i);
    // A quote that no other closes is an inch.
    if (cell[i] == '"') in_quotes = !in_quotes && i < last_quote;
    const bool is_escape = starts_with(rest, kLineEnd) || starts_with(rest, "\\r\\n");
    if (starts_with(rest, "\\\\n")) {
      text += kLineEnd;
      i += kLineEnd.size();
    } else if (is_escape && !in_quotes) {
      text += '\n';
      i += rest[1] == 'r' ? 3 : 1;
    } else {
      text += cell[i];
    }
  }
  return text;
}

}  // namespace rehearse
