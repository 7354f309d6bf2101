#include "core/import/column_tables.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/question_table.h"
#include "core/import/marks.h"
#include "core/import/passage.h"

namespace rehearse {
namespace {

struct Cell {
  std::string_view text;
  std::size_t column = 0;  // where it begins on the page, in columns
};

/// What stands between gaps of at least two blanks.
std::vector<Cell> cells_between_gaps(std::string_view line) {
  std::vector<Cell> cells;
  for (std::size_t begin = line.find_first_not_of(' '); begin < line.size();) {
    const std::size_t end = std::min(line.find("  ", begin), line.size());
    cells.push_back({trimmed(line.substr(begin, end - begin)), display_width(line.substr(0, begin))});
    begin = line.find_first_not_of(' ', end);
  }
  return cells;
}

/// The words of a line, for heads that lost their gap.
std::vector<Cell> words_of(std::string_view line) {
  std::vector<Cell> words;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) words.push_back({line.substr(begin, end - begin), begin});
    begin = end + 1;
  }
  return words;
}

/// 题目 and 答案, 序号 and 问题 and 参考答案: a table of questions below them would be read.
bool name_columns(const std::vector<Cell>& heads) {
  constexpr std::size_t kMostColumns = 8;
  if (heads.size() < 2 || heads.size() > kMostColumns) return false;
  TableRow names;
  for (const Cell& head : heads) names.emplace_back(head.text);
  return lines_of_question_table({names, TableRow(heads.size(), "甲")}).has_value();
}

/// Most lines are no head: a quick answer for them.
bool may_be_head(std::string_view line) {
  constexpr std::size_t kLongest = 160;  // bytes
  return line.size() <= kLongest && starts_with_any(trimmed(line), {"题", "試", "试", "面试", "问", "考题",
                                                                    "序", "编号", "No", "#", "Question"});
}

/// The names of the columns, when the line is nothing else.
std::vector<Cell> heads_in(std::string_view line) {
  if (!may_be_head(line)) return {};
  std::vector<Cell> heads = cells_between_gaps(line);
  if (heads.size() == 1) heads = words_of(heads.front().text);
  return name_columns(heads) ? heads : std::vector<Cell>();
}

bool has_head(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!heads_in(text.substr(begin, end - begin)).empty()) return true;
    begin = end + 1;
  }
  return false;
}

/// 1, 12. — what fills a cell below 序号.
bool is_number(std::string_view text) {
  Scanner scanner(text);
  const auto number = scanner.take_digits();
  scanner.take_one_of(U".、");
  return number && scanner.at_end();
}

bool closes(std::string_view text) {
  const char32_t last = last_character(text);
  return ends_sentence(last) || last == ')';
}

/// One table, from the line below its head on.
class ColumnTable {
 public:
  ColumnTable(std::vector<Cell> heads, const std::vector<std::string_view>& lines, std::size_t head)
      : heads_(std::move(heads)), lines_(lines), head_(head) {
    is_numbered_ = contains_any(heads_.front().text, {"号", "No", "#"});
    by_gaps_ = cells_between_gaps(lines[head]).size() == heads_.size();
    read();
  }

  bool holds_questions() const {
    constexpr std::size_t kFewest = 2;
    std::vector<TableRow> rows{names()};
    rows.insert(rows.end(), rows_.begin(), rows_.end());
    return rows_.size() >= kFewest && lines_of_question_table(rows).has_value();
  }
  /// Behind the last line of the table.
  std::size_t end() const { return end_; }
  /// The head and the rows right below each other, and empty lines for the lines they had more.
  std::string text() const {
    std::string text = written(names()) + '\n';
    for (const TableRow& row : rows_) text += written(row) + '\n';
    text.append(end_ - head_ - 1 - rows_.size(), '\n');
    return text;
  }

 private:
  TableRow names() const {
    TableRow names;
    for (const Cell& head : heads_) names.emplace_back(head.text);
    return names;
  }

  static std::string written(const TableRow& cells) {
    std::string row = "|";
    for (const std::string& cell : cells) {
      row += ' ';
      for (char c : unwrapped(cell)) {
        if (c == '|') row += '\\';
        row += c == '\n' ? std::string("<br>") : std::string(1, c);
      }
      row += " |";
    }
    return row;
  }

  void read() {
    std::size_t gap = 0;
    for (std::size_t i = head_ + 1; i < lines_.size(); ++i) {
      constexpr std::size_t kEndOfTable = 3;  // empty lines
      if (trimmed(lines_[i]).empty()) {
        if (++gap == kEndOfTable) return;
        continue;
      }
      if (!heads_in(lines_[i]).empty()) return;
      if (!(by_gaps_ ? read_line_with_gaps(i, gap > 0) : read_line(i))) return;
      gap = 0;
      end_ = i + 1;
    }
  }

  std::size_t stem_column() const { return is_numbered_ ? 1 : 0; }

  void begin_row() { rows_.emplace_back(heads_.size()); }
  void add(std::size_t column, std::string_view text) {
    std::string& cell = rows_.back()[column];
    if (!cell.empty()) cell += '\n';
    cell += text;
  }

  bool read_line_with_gaps(std::size_t at, bool behind_gap) {
    std::vector<Cell> cells = cells_between_gaps(lines_[at]);
    const bool whole = cells.size() >= heads_.size();
    const bool ends_table = cells.size() == 1 && section_mark(cells.front().text);
    if (ends_table || (!whole && rows_.empty())) return false;
    const bool opens = is_numbered_ ? is_number(cells.front().text)
                                    : whole && (rows_.empty() || behind_gap || closes(rows_.back()[0]));
    // A line of its own behind a row that is complete.
    if (!opens && cells.size() == 1 && column_of(cells.front()) == 0) {
      if (is_numbered_ || behind_gap || closes(rows_.back()[0])) return false;
    }
    if (opens) begin_row();
    if (whole && opens) starts_ = starts_of(cells);
    for (std::size_t i = 0; i < cells.size(); ++i)
      add(whole ? std::min(i, heads_.size() - 1) : column_of(cells[i]), cells[i].text);
    return true;
  }

  static std::vector<std::size_t> starts_of(const std::vector<Cell>& cells) {
    std::vector<std::size_t> starts;
    for (const Cell& cell : cells) starts.push_back(cell.column);
    return starts;
  }

  /// The column that begins nearest to where the cell does.
  std::size_t column_of(const Cell& cell) const {
    std::size_t nearest = 0;
    const auto distance = [&](std::size_t i) {
      return starts_[i] > cell.column ? starts_[i] - cell.column : cell.column - starts_[i];
    };
    for (std::size_t i = 1; i < starts_.size() && i < heads_.size(); ++i)
      if (distance(i) < distance(nearest)) nearest = i;
    return nearest;
  }

  /// "3 stem？ answer" without gaps: the question mark parts the columns.
  bool read_line(std::size_t at) {
    std::string_view line = trimmed(lines_[at]);
    if (section_mark(line)) return false;
    std::string_view number;
    if (is_numbered_) {
      const std::string_view word = line.substr(0, std::min(line.find(' '), line.size()));
      if (is_number(word) && word.size() < line.size()) number = word;
      line = trimmed(line.substr(number.size()));
    }
    std::size_t asked = 0;
    for (std::string_view sign : {"？ ", "? "})
      if (const std::size_t found = line.find(sign); found != std::string_view::npos && asked == 0)
        asked = found + sign.size();
    if (asked == 0 && last_character(line) == '?') asked = line.size();
    if (asked > 0 && (!is_numbered_ || !number.empty())) {
      begin_row();
      if (is_numbered_) add(0, number);
      add(stem_column(), trimmed(line.substr(0, asked)));
      line = trimmed(line.substr(asked));
    }
    if (rows_.empty()) return false;
    if (!line.empty()) add(heads_.size() - 1, line);
    return true;
  }

  std::vector<Cell> heads_;
  const std::vector<std::string_view>& lines_;
  std::size_t head_ = 0;
  std::size_t end_ = 0;
  bool is_numbered_ = false;
  bool by_gaps_ = false;
  std::vector<TableRow> rows_;
  std::vector<std::size_t> starts_;  // of the columns, in the last whole line
};

}  // namespace

std::optional<std::string> with_columns_as_rows(std::string_view text) {
  if (!has_head(text)) return std::nullopt;
  std::string result;
  result.reserve(text.size());
  const std::vector<std::string_view> lines = split_lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<Cell> heads = heads_in(lines[i]);
    if (!heads.empty()) {
      const ColumnTable table(heads, lines, i);
      if (table.holds_questions()) {
        result += table.text();
        i = table.end() - 1;
        continue;
      }
    }
    (result += lines[i]) += '\n';
  }
  return result;
}

}  // namespace rehearse
