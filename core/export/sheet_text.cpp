#include "core/export/sheet_text.h"

#include <vector>

#include "core/base/text.h"
#include "core/export/html_text.h"

namespace rehearse {
namespace {

bool is_row(std::string_view line) {
  line = trimmed(line);
  return line.size() > 2 && line.front() == '|' && line.back() == '|';
}

/// |:---:|---|
bool is_rule(std::string_view line) {
  return is_row(line) && line.find_first_not_of("|:- \t") == std::string_view::npos &&
         line.find('-') != std::string_view::npos;
}

bool begins_table(const std::vector<std::string_view>& lines, std::size_t at) {
  return at + 1 < lines.size() && is_row(lines[at]) && !is_rule(lines[at]) && is_rule(lines[at + 1]);
}

/// What stands between the bars; \| is a bar in a cell.
std::vector<std::string> cells_of(std::string_view line) {
  line = trimmed(line);
  line = line.substr(1, line.size() - 2);
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|')
      cells.back() += line[++i];
    else if (line[i] == '|')
      cells.emplace_back();
    else
      cells.back() += line[i];
  }
  return cells;
}

std::string row_html(std::string_view line, const std::string& cell) {
  std::string html = "<tr>";
  for (const std::string& text : cells_of(line))
    html += "<" + cell + ">" + html_text(trimmed(text)) + "</" + cell + ">";
  return html + "</tr>";
}

}  // namespace

std::size_t table_begin(std::string_view text) {
  const std::vector<std::string_view> lines = split_lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (begins_table(lines, i)) return static_cast<std::size_t>(lines[i].data() - text.data());
  return text.size();
}

std::string html_with_tables(std::string_view text) {
  const std::vector<std::string_view> lines = split_lines(text);
  std::string html;
  for (std::size_t i = 0; i < lines.size();) {
    if (!begins_table(lines, i)) {
      html += html_text(lines[i++]);
      if (i < lines.size()) html += '\n';
      continue;
    }
    html += "<table>" + row_html(lines[i], "th");
    for (i += 2; i < lines.size() && is_row(lines[i]); ++i) html += row_html(lines[i], "td");
    html += "</table>";
  }
  return html;
}

}  // namespace rehearse
