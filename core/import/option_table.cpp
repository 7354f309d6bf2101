#include "core/import/option_table.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

using Cells = std::vector<std::string_view>;

/// The cells of "| a | b |"; none for any other line.
Cells cells_of(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 2 || line.front() != '|' || line.back() != '|') return {};
  Cells cells;
  line = line.substr(1, line.size() - 2);
  for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|')) {
    cells.push_back(trimmed(line.substr(0, bar)));
    line.remove_prefix(bar + 1);
  }
  cells.push_back(trimmed(line));
  return cells;
}

bool is_rule(const Cells& cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
    return cell.find_first_not_of("-: ") == std::string_view::npos && !cell.empty();
  });
}

bool is_tick(std::string_view cell) {
  return cell == "*" || cell == "√" || cell == "✓" || cell == "✔" || cell == "x" || cell == "X";
}

/// What one row says of an option.
struct Row {
  std::string_view letter;
  std::string_view text;
  bool is_marked = false;
};

/// A letter, a sign and a text in any columns; nothing for a row with two texts or none.
std::optional<Row> row_of(const Cells& cells, const std::string& expected) {
  Row row;
  for (std::string_view cell : cells) {
    if (cell.empty()) continue;
    const std::string plain = without_markup(cell);
    if (row.letter.empty() && (plain == expected || plain == expected + ".")) {
      row.letter = cell;
    } else if (is_tick(cell)) {
      row.is_marked = true;
    } else if (row.text.empty()) {
      row.text = cell;
    } else {
      return std::nullopt;
    }
  }
  if (row.text.empty()) return std::nullopt;
  row.is_marked = row.is_marked || starts_with(row.text, "**");
  return row;
}

}  // namespace

std::optional<StemAndOptions> part_option_table(std::string_view text) {
  if (text.find('|') == std::string_view::npos) return std::nullopt;
  StemAndOptions found;
  bool below_rule = false;
  std::size_t lettered = 0;
  for (std::string_view line : split_lines(text)) {
    const Cells cells = cells_of(line);
    if (cells.empty()) {
      if (!found.options.empty() || trimmed(line).empty()) continue;
      if (!found.stem.empty()) found.stem += '\n';
      found.stem += trimmed(line);
      continue;
    }
    if (is_rule(cells)) {
      below_rule = true;
      continue;
    }
    if (found.options.size() == kMostOptions) return std::nullopt;
    const std::string letter = option_letter(found.options.size());
    const auto row = row_of(cells, letter);
    // The row above the rule names the columns, unless it is the first option itself.
    if (!below_rule && (!row || row->letter.empty())) continue;
    if (!row) return std::nullopt;
    if (!row->letter.empty()) ++lettered;
    found.options.push_back({letter, option_text(row->text)});
    if (row->is_marked) found.emphasised.push_back(letter);
  }
  const bool all_lettered = lettered == found.options.size();
  const bool some_marked = !found.emphasised.empty() && found.emphasised.size() < found.options.size();
  if (found.options.size() < 2 || !(all_lettered || (lettered == 0 && some_marked))) return std::nullopt;
  if (!some_marked) found.emphasised.clear();
  return found;
}

}  // namespace rehearse
