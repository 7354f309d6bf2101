#include "core/export/sheet_text.h"

#include <vector>

#include "core/base/text.h"
#include "core/deck/markdown_table.h"
#include "core/export/html_text.h"

namespace rehearse {
namespace {

std::string row_html(std::string_view line, const std::string& cell) {
  std::string html = "<tr>";
  for (const std::string& text : table_cells(line))
    html += "<" + cell + ">" + html_text(text) + "</" + cell + ">";
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
    for (i += 2; i < lines.size() && is_table_row(lines[i]); ++i) html += row_html(lines[i], "td");
    html += "</table>";
  }
  return html;
}

}  // namespace rehearse
