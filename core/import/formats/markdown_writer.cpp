#include "core/import/formats/markdown_writer.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

constexpr std::string_view kBold = "**";

/// "<head>" or "__init__" in running text is a word. In backticks it stays one for all who read Markdown.
std::string with_words_quoted(std::string plain) {
  if (!contains_any(plain, {"<", "__"})) return plain;
  const std::string_view line = plain;
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  std::string quoted;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t length = 0;
    if (line[i] == '`') {
      const std::size_t end = line.find('`', i + 1);
      length = end == std::string_view::npos ? 1 : end + 1 - i;
      quoted += line.substr(i, length);
    } else if (line[i] == '<' && (length = markup_length(line.substr(i))) > 0) {
      quoted += '`' + std::string(line.substr(i, length)) + '`';
    } else if (is_word(line[i])) {
      while (i + length < line.size() && is_word(line[i + length])) ++length;
      const std::string_view word = line.substr(i, length);
      const bool is_name =
          word.find("__") != std::string_view::npos && word.find_first_not_of('_') != word.npos;
      quoted += is_name ? '`' + std::string(word) + '`' : std::string(word);
    } else {
      quoted += line[i];
      length = 1;
    }
    i += length;
  }
  return quoted;
}

/// The text between the only two ** of a line, when they stand at its ends; else nothing.
std::string_view text_of_bold_line(std::string_view line) {
  if (line.size() < 2 * kBold.size() || line.substr(0, kBold.size()) != kBold) return {};
  return line.find(kBold, kBold.size()) == line.size() - kBold.size()
             ? line.substr(kBold.size(), line.size() - 2 * kBold.size())
             : std::string_view();
}

std::string row_text(const std::string& cell) {
  std::string text;
  for (char c : cell) {
    if (c == '|') text += '\\';
    text += c == '\n' ? ' ' : c;
  }
  return text;
}

}  // namespace

void MarkdownWriter::text(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  blanks_ += text.substr(0, first);
  if (first == std::string_view::npos) return;
  const std::size_t behind = text.find_last_not_of(" \t") + 1;
  if (line_.empty()) blanks_.clear();
  if (in_bold_ && bold_ == 0) {
    line_ += kBold;
    in_bold_ = false;
  }
  line_ += std::exchange(blanks_, {});
  if (!in_bold_ && bold_ > 0) {
    line_ += kBold;
    in_bold_ = true;
  }
  line_ += text.substr(first, behind - first);
  blanks_ = text.substr(behind);
}

void MarkdownWriter::close_bold() {
  if (bold_ > 0) --bold_;
}

void MarkdownWriter::end_line() {
  constexpr std::size_t kLongestBoldLine = 60;  // code points
  blanks_.clear();
  if (line_.empty()) return;
  if (std::exchange(in_bold_, false)) line_ += kBold;
  std::string line = std::exchange(line_, {});
  const std::string_view bold = text_of_bold_line(line);
  const bool is_heading = prefix_.substr(0, 1) == "#";
  if (!bold.empty() && (is_heading || length_in_code_points(bold) > kLongestBoldLine))
    line = std::string(bold);
  put_line(std::exchange(prefix_, {}) + with_words_quoted(std::move(line)));
}

void MarkdownWriter::begin_line(std::string prefix) {
  end_line();
  prefix_ = std::move(prefix);
}

void MarkdownWriter::box(Box box) {
  if (!line_.empty() || prefix_.empty()) begin_line("- ");
  prefix_ += box == Box::kTicked ? "[x] " : "[ ] ";
}

void MarkdownWriter::listing(std::string_view text) {
  end_line();
  lay_out_tables();
  text_ += "```\n";
  for (std::string_view line : split_lines(text)) {
    text_ += line;
    text_ += '\n';
  }
  text_ += "```\n";
}

char32_t MarkdownWriter::last_character() const {
  return blanks_.empty() ? rehearse::last_character(line_) : U' ';
}

void MarkdownWriter::put_line(std::string line) {
  if (tables_.empty() || tables_.back().only_lays_out) {
    text_ += line;
    text_ += '\n';
    return;
  }
  auto& rows = tables_.back().rows;
  if (rows.empty()) rows.emplace_back();
  if (rows.back().empty()) rows.back().emplace_back();
  rows.back().back().push_back(std::move(line));
}

void MarkdownWriter::open_table() {
  end_line();
  lay_out_tables();
  tables_.emplace_back();
}

void MarkdownWriter::open_row() {
  end_line();
  if (!tables_.empty()) tables_.back().rows.emplace_back();
}

void MarkdownWriter::open_cell() {
  end_line();
  if (tables_.empty()) return;
  if (tables_.back().rows.empty()) tables_.back().rows.emplace_back();
  tables_.back().rows.back().emplace_back();
}

void MarkdownWriter::put_rows(const std::vector<TableRow>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text_ += '|';
    for (const std::string& cell : rows[i]) text_ += ' ' + row_text(cell) + " |";
    text_ += '\n';
    if (i > 0) continue;
    text_ += '|';
    for (std::size_t column = 0; column < rows[i].size(); ++column) text_ += " --- |";
    text_ += '\n';
  }
}

void MarkdownWriter::close_table() {
  end_line();
  if (tables_.empty()) return;
  std::vector<TableRow> rows;
  std::size_t columns = 0;
  bool has_lines_in_cells = false;
  for (const std::vector<Cell>& row : tables_.back().rows) {
    TableRow joined;
    for (const Cell& cell : row) {
      joined.emplace_back();
      for (const std::string& line : cell) joined.back() += (joined.back().empty() ? "" : "\n") + line;
      has_lines_in_cells = has_lines_in_cells || cell.size() > 1;
    }
    if (std::all_of(joined.begin(), joined.end(), [](const std::string& cell) { return cell.empty(); }))
      continue;
    columns = std::max(columns, joined.size());
    rows.push_back(std::move(joined));
  }
  const auto questions = lines_of_question_table(rows);
  const bool only_lays_out = columns < 2 || (columns == 2 && has_lines_in_cells);
  if (!questions && only_lays_out) lay_out_tables();
  const bool is_written = tables_.back().only_lays_out;
  tables_.pop_back();
  if (questions)
    for (const std::string& line : *questions) text_ += line + '\n';
  else if (!is_written)
    put_rows(rows);
}

/// Only the innermost table can hold rows: each one around it was laid out when the next was opened.
void MarkdownWriter::lay_out_tables() {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  table.only_lays_out = true;
  for (const auto& row : table.rows)
    for (const Cell& cell : row)
      for (const std::string& line : cell) put_line(line);
  table.rows.clear();
}

std::size_t MarkdownWriter::settle() {
  end_line();
  lay_out_tables();
  return text_.size();
}

std::size_t MarkdownWriter::lines() {
  const auto from = text_.begin() + static_cast<std::ptrdiff_t>(counted_);
  lines_ += static_cast<std::size_t>(std::count(from, text_.end(), '\n'));
  counted_ = text_.size();
  return lines_;
}

std::string MarkdownWriter::take() {
  settle();
  return std::exchange(text_, {});
}

}  // namespace rehearse
