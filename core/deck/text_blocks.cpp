#include "core/deck/text_blocks.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/deck/markdown_fence.h"
#include "core/deck/markdown_table.h"

namespace rehearse {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t kTab = 4;  // columns

TextBlock take_table(const Lines& lines, std::size_t& at) {
  TextBlock table{TextBlock::Kind::kTable, {}, {}, {table_cells(lines[at])}};
  for (at += 2; at < lines.size() && is_table_row(lines[at]); ++at)
    table.rows.push_back(table_cells(lines[at]));
  std::size_t columns = 0;
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  for (auto& row : table.rows) row.resize(columns);
  return table;
}

CodeLine code_line(std::string_view line) {
  CodeLine result;
  std::size_t column = 0;
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(line, at);
    const bool is_blank = c == U' ' || c == U'\t';
    const std::string_view piece = line.substr(begin, at - begin);
    const std::size_t width = c == U'\t' ? kTab - column % kTab : display_width(piece);
    column += width;
    if (is_blank && text.empty())
      result.indent += width;
    else
      text += is_blank ? std::string(width, ' ') : std::string(piece);
  }
  result.text = trimmed(text);
  return result;
}

void drop_empty_ends(std::vector<CodeLine>& code) {
  while (!code.empty() && code.back().text.empty()) code.pop_back();
  const auto first =
      std::find_if(code.begin(), code.end(), [](const CodeLine& line) { return !line.text.empty(); });
  code.erase(code.begin(), first);
}

/// What all lines are indented by says nothing.
void drop_common_indent(std::vector<CodeLine>& code) {
  std::size_t common = code.empty() ? 0 : code.front().indent;
  for (const CodeLine& line : code)
    if (!line.text.empty()) common = std::min(common, line.indent);
  for (CodeLine& line : code) line.indent -= std::min(common, line.indent);
}

TextBlock code_block(const Lines& lines, std::size_t begin, std::size_t end) {
  TextBlock block{TextBlock::Kind::kCode, {}, {}, {}};
  for (std::size_t i = begin; i < end; ++i) block.code.push_back(code_line(lines[i]));
  drop_empty_ends(block.code);
  drop_common_indent(block.code);
  return block;
}

TextBlock take_fenced(const Lines& lines, std::size_t& at, const Fence& fence) {
  const std::size_t begin = ++at;
  while (at < lines.size() && !fence.is_ended_by(trimmed(lines[at]))) ++at;
  TextBlock block = code_block(lines, begin, at);
  if (at < lines.size()) ++at;
  return block;
}

bool is_indented_code(std::string_view line) {
  if (trimmed(line).empty() || (!line.starts_with("    ") && !line.starts_with("\t"))) return false;
  return line.find("，") == std::string_view::npos && line.find("。") == std::string_view::npos;
}

TextBlock take_indented(const Lines& lines, std::size_t& at) {
  const std::size_t begin = at;
  std::size_t end = at;
  for (; at < lines.size() && (is_indented_code(lines[at]) || trimmed(lines[at]).empty()); ++at)
    if (is_indented_code(lines[at])) end = at + 1;
  at = end;
  return code_block(lines, begin, end);
}

}  // namespace

std::vector<TextBlock> text_blocks(std::string_view text) {
  const Lines lines = split_lines(text);
  std::vector<TextBlock> blocks;
  for (std::size_t at = 0; at < lines.size();) {
    if (begins_table(lines, at)) {
      blocks.push_back(take_table(lines, at));
    } else if (const auto fence = fence_in(trimmed(lines[at]))) {
      blocks.push_back(take_fenced(lines, at, *fence));
    } else if (is_indented_code(lines[at])) {
      blocks.push_back(take_indented(lines, at));
    } else {
      const bool goes_on = !blocks.empty() && blocks.back().kind == TextBlock::Kind::kText;
      if (!goes_on) blocks.emplace_back();
      if (goes_on) blocks.back().text += '\n';
      blocks.back().text += lines[at++];
    }
  }
  // Empty lines around a table or a listing: the drawing has its own distances.
  const auto is_empty = [](const TextBlock& block) {
    return block.kind == TextBlock::Kind::kText && trimmed(block.text).empty();
  };
  blocks.erase(std::remove_if(blocks.begin(), blocks.end(), is_empty), blocks.end());
  return blocks;
}

std::vector<CodeLine> code_lines(std::string_view code) {
  std::vector<CodeLine> lines;
  for (const std::string_view line : split_lines(code)) lines.push_back(code_line(line));
  drop_empty_ends(lines);
  return lines;
}

}  // namespace rehearse
