#include "core/deck/markdown_table.h"

#include "core/base/text.h"

namespace rehearse {
namespace {

bool is_rule(std::string_view line) {
  return is_table_row(line) && line.find_first_not_of("|:- \t") == std::string_view::npos &&
         line.find('-') != std::string_view::npos;
}

}  // namespace

bool is_table_row(std::string_view line) {
  line = trimmed(line);
  return line.size() > 2 && line.front() == '|' && line.back() == '|';
}

bool begins_table(const std::vector<std::string_view>& lines, std::size_t at) {
  return at + 1 < lines.size() && is_table_row(lines[at]) && !is_rule(lines[at]) && is_rule(lines[at + 1]);
}

std::vector<std::string> table_cells(std::string_view row) {
  row = trimmed(row);
  row = row.substr(1, row.size() - 2);
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|')
      cells.back() += row[++i];
    else if (row[i] == '|')
      cells.emplace_back();
    else
      cells.back() += row[i];
  }
  for (std::string& cell : cells) cell = trimmed(cell);
  return cells;
}

}  // namespace rehearse
