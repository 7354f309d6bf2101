#include "core/import/drawn_tables.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/question_table.h"

namespace rehearse {
namespace {

using Cells = TableRow;

bool is_vertical(char32_t c) { return c == '|' || c == U'│' || c == U'┃' || c == U'║'; }

/// ├───┼───┤ or +---+---+: nothing but lines.
bool is_border(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 3 || starts_with(line, "|")) return false;
  bool crosses = false;
  for (Scanner scanner(line); !scanner.at_end();) {
    const char32_t c = scanner.take();
    const bool drawn = c >= 0x2500 && c <= 0x257F;
    crosses = crosses || c == '+' || (drawn && c != U'─' && c != U'━' && c != U'═');
    if (!drawn && c != '+' && c != '-' && c != '=' && c != ' ') return false;
  }
  return crosses;
}

bool is_row(std::string_view line) {
  line = trimmed(line);
  return line.size() > 2 && is_vertical(Scanner(line).peek()) && is_vertical(last_character(line)) &&
         !is_border(line);
}

Cells cells_of(std::string_view line) {
  Scanner scanner(trimmed(line));
  scanner.take();
  Cells cells;
  for (std::size_t begin = scanner.offset(); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    if (!is_vertical(scanner.take())) continue;
    const std::size_t behind = scanner.offset();
    scanner.rewind(begin);
    cells.emplace_back(trimmed(scanner.rest().substr(0, at - begin)));
    scanner.rewind(begin = behind);
  }
  return cells;
}

/// A line whose first cell is empty goes on with the row above, unless a border stands between them.
void add_row(std::vector<Cells>& rows, Cells cells, bool behind_border) {
  const bool goes_on = !behind_border && !rows.empty() && !cells.empty() && cells.front().empty() &&
                       rows.back().size() == cells.size();
  if (!goes_on) return rows.push_back(std::move(cells));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    std::string& cell = rows.back()[i];
    if (!cell.empty()) cell += "<br>";
    cell += cells[i];
  }
}

}  // namespace

std::optional<std::string> with_drawn_tables_as_rows(std::string_view text) {
  if (text.find("│") == std::string_view::npos && text.find("┃") == std::string_view::npos &&
      text.find("║") == std::string_view::npos && text.find("\n+-") == std::string_view::npos)
    return std::nullopt;
  std::string result;
  result.reserve(text.size());
  const std::vector<std::string_view> lines = split_lines(text);
  for (std::size_t i = 0; i < lines.size();) {
    std::vector<Cells> rows;
    bool behind_border = false;
    std::size_t end = i;
    for (; end < lines.size(); ++end) {
      const bool border = is_border(lines[end]);
      if (!border && !is_row(lines[end])) break;
      if (!border) add_row(rows, cells_of(lines[end]), behind_border);
      behind_border = border;
    }
    if (rows.size() < 2 || !lines_of_question_table(rows)) {
      for (end = std::max(end, i + 1); i < end; ++i) (result += lines[i]) += '\n';
      continue;
    }
    for (const Cells& row : rows) {
      result += '|';
      for (const std::string& cell : row) result += ' ' + cell + " |";
      result += '\n';
    }
    result.append(end - i - rows.size(), '\n');
    i = end;
  }
  return result;
}

}  // namespace rehearse
