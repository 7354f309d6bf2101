#include "core/import/unfolded_tables.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/question_table.h"

namespace rehearse {
namespace {

bool is_row(std::string_view line) {
  const std::string_view bare = trimmed(line);
  return bare.size() > 2 && bare.front() == '|' && bare.back() == '|';
}

/// |:---:|---|
bool is_separator(std::string_view row) {
  return row.find_first_not_of("|:- \t") == std::string_view::npos && row.find('-') != std::string_view::npos;
}

/// <br>, <br/>, <br /> at the start of `text`; bytes, 0 for none.
std::size_t break_length(std::string_view text) {
  for (std::string_view tag : {"<br>", "<br/>", "<br />", "<BR>"})
    if (starts_with(text, tag)) return tag.size();
  return 0;
}

TableRow cells_of(std::string_view line) {
  std::string_view inside = trimmed(line);
  inside = inside.substr(1, inside.size() - 2);
  TableRow cells(1);
  for (std::size_t i = 0; i < inside.size();) {
    if (inside[i] == '\\' && i + 1 < inside.size() && inside[i + 1] == '|') {
      cells.back() += '|';
      i += 2;
    } else if (const std::size_t length = break_length(inside.substr(i))) {
      cells.back() += '\n';
      i += length;
    } else if (inside[i] == '|') {
      cells.emplace_back();
      ++i;
    } else {
      cells.back() += inside[i++];
    }
  }
  for (std::string& cell : cells) cell = trimmed(cell);
  return cells;
}

}  // namespace

std::string with_unfolded_tables(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  const std::vector<std::string_view> lines = split_lines(text);
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    std::vector<TableRow> rows;
    for (; end < lines.size() && is_row(lines[end]); ++end)
      if (!is_separator(lines[end])) rows.push_back(cells_of(lines[end]));
    const auto unfolded = rows.size() > 1 ? lines_of_question_table(rows) : std::nullopt;
    if (unfolded) {
      for (const std::string& line : *unfolded) (result += line) += kUnfoldedLineEnd;
      result.append(end - i, '\n');
      i = end;
      continue;
    }
    // A table of anything else, or a line outside tables.
    for (end = std::max(end, i + 1); i < end; ++i) (result += lines[i]) += '\n';
  }
  return result;
}

}  // namespace rehearse
