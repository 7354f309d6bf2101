#include "core/import/formats/html_cell.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/html_markdown.h"

namespace rehearse {
namespace {

constexpr std::array<std::string_view, 24> kTags{"p",  "br", "div", "span", "b",    "i",   "u",     "strong",
                                                 "em", "ul", "ol",  "li",   "font", "img", "table", "tr",
                                                 "td", "h1", "h2",  "h3",   "code", "pre", "sup",   "sub"};

bool is_tag(std::string_view text) {  // behind its <
  if (!text.empty() && text.front() == '/') text.remove_prefix(1);
  const std::size_t end = text.find_first_of(" />\n\t");
  return end != std::string_view::npos &&
         std::find(kTags.begin(), kTags.end(), case_folded(text.substr(0, std::min<std::size_t>(end, 10)))) !=
             kTags.end() &&
         text.find('>', end) != std::string_view::npos;
}

}  // namespace

bool looks_like_html(std::string_view cell) {
  for (std::size_t at = cell.find('<'); at != std::string_view::npos; at = cell.find('<', at + 1))
    if (is_tag(cell.substr(at + 1, 200))) return true;
  for (std::string_view entity : {"&nbsp;", "&lt;", "&gt;", "&quot;", "&amp;"})
    if (cell.find(entity) != std::string_view::npos) return true;
  return false;
}

HtmlCell read_html_cell(std::string_view html, std::vector<Problem>& problems) {
  const std::string markdown = markdown_of_html_fragment(html, problems);
  HtmlCell cell;
  std::string_view fence;
  for (std::string_view line : split_lines(markdown)) {
    const std::size_t ticks = std::min(line.find_first_not_of('`'), line.size());
    const bool is_fence = ticks >= 3 && (fence.empty() || (ticks >= fence.size() && ticks == line.size()));
    if (is_fence) {
      fence = fence.empty() ? line.substr(0, ticks) : std::string_view();
      continue;
    }
    std::string& part = fence.empty() ? cell.text : cell.code;
    const std::string plain = fence.empty() ? without_markup(line) : std::string(line);
    const std::string_view said = fence.empty() ? trimmed(plain) : plain;
    if (fence.empty() && said.empty()) continue;
    if (!part.empty()) part += '\n';
    part += said;
  }
  return cell;
}

}  // namespace rehearse
