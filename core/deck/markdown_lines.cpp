#include "core/deck/markdown_lines.h"

#include <algorithm>
#include <charconv>

#include "core/deck/markdown_text.h"

namespace rehearse::markdown {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kFence = "---";  // around front matter
constexpr std::size_t kTabWidth = 4;

std::size_t indent_of(std::string_view raw) {
  std::size_t columns = 0;
  for (char c : raw) {
    if (c != ' ' && c != '\t') break;
    columns += c == '\t' ? kTabWidth : 1;
  }
  return columns;
}

/// The number in `rehearse: 1`; nothing for any other line.
std::optional<int> version_in(std::string_view line) {
  constexpr std::string_view kKey = "rehearse";
  line = without_blanks(line);
  if (!starts_with(line, kKey)) return std::nullopt;
  line.remove_prefix(kKey.size());
  if (!markdown::take_colon(line)) return std::nullopt;
  int version = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), version);
  if (error != std::errc{} || end != line.data() + line.size()) return std::nullopt;
  return version;
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = starts_with(text, kByteOrderMark) ? kByteOrderMark.size() : 0;
       begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view raw = text.substr(begin, end - begin);
    while (!raw.empty() && raw.back() == '\r') raw.remove_suffix(1);
    lines.push_back({lines.size() + 1, begin, raw, without_blanks(raw), indent_of(raw)});
    begin = end + 1;
  }
  return lines;
}

bool is_comment(std::string_view line) {
  return line.size() >= 7 && starts_with(line, "<!--") && line.substr(line.size() - 3) == "-->";
}

Announcement read_announcement(const std::vector<Line>& lines) {
  Announcement result;
  if (lines.empty()) return result;
  const std::string_view first = lines[0].text;
  if (is_comment(first)) {
    result.version = version_in(first.substr(4, first.size() - 7));
    result.lines = result.version ? 1 : 0;
    return result;
  }
  if (first != kFence) return result;
  for (std::size_t i = 1; i < lines.size() && lines[i].text != kFence; ++i) {
    if (const auto version = version_in(lines[i].text)) result.version = version;
    if (starts_with(lines[i].text, "title:")) result.title = without_blanks(lines[i].text.substr(6));
    if (i + 1 < lines.size() && lines[i + 1].text == kFence) result.lines = i + 2;
  }
  return result.lines > 0 ? result : Announcement{};
}

Heading heading_in(std::string_view line) {
  const std::size_t depth = std::min(line.find_first_not_of('#'), line.size());
  if (depth == 0 || depth > 3) return {};
  const std::string_view rest = line.substr(depth);
  if (!rest.empty() && rest.front() != ' ' && rest.front() != '\t') return {};
  return {depth, without_blanks(rest)};
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && (line[0] == '-' || line[0] == '*' || line[0] == '_') &&
         line.find_first_not_of(line[0]) == std::string_view::npos;
}

std::optional<std::string_view> list_item_in(std::string_view line) {
  if (line.empty() || (line[0] != '-' && line[0] != '*' && line[0] != '+')) return std::nullopt;
  if (line.size() > 1 && line[1] != ' ' && line[1] != '\t') return std::nullopt;
  return without_blanks(line.substr(1));
}

std::optional<std::string_view> numbered_item_in(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits == 0 || digits + 1 >= line.size() || (line[digits] != '.' && line[digits] != ')'))
    return std::nullopt;
  return without_blanks(line.substr(digits + 1));
}

}  // namespace rehearse::markdown
