#include "core/deck/markdown_text.h"

#include <algorithm>
#include <charconv>

#include "core/base/text.h"

namespace rehearse::markdown {
namespace {

constexpr std::string_view kWideColon = "：";
constexpr char32_t kLastCodePoint = 0x10FFFF;

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_punctuation(char c) { return c > ' ' && c < '\x7f' && !is_ascii_letter_or_digit(c); }

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Part of a word: a letter or digit, or any character beyond ASCII.
bool is_in_word(std::string_view text, std::size_t at) {
  return at < text.size() &&
         (is_ascii_letter_or_digit(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80);
}

bool needs_backslash(std::string_view text, std::size_t at) {
  const char c = text[at];
  switch (c) {
    case '\\':
    case '*':
    case '`':
    case '<': return true;
    // snake_case is left readable: an underscore inside a word is no emphasis.
    case '_': return at == 0 || !is_in_word(text, at - 1) || !is_in_word(text, at + 1);
    case '&': return at + 1 < text.size() && (text[at + 1] == '#' || is_ascii_letter_or_digit(text[at + 1]));
    case '#':
    case '-':
    case '+':
    case '>':
    case '=':
    case '|':
    case '~':
    case '[': return at == 0;
    default: return false;
  }
}

/// Reads &#10; at the front of `text`; its length, or 0 when it is something else.
std::size_t read_reference(std::string_view text, char32_t& code_point) {
  if (text.substr(0, 2) != "&#") return 0;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), value);
  if (error != std::errc{} || end == text.data() + text.size() || *end != ';') return 0;
  if (value > kLastCodePoint || (value >= 0xD800 && value < 0xE000)) return 0;
  code_point = value;
  return static_cast<std::size_t>(end - text.data()) + 1;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool at_an_end = i == 0 || i + 1 == text.size();
    if (c == '\n' || c == '\r' || (is_blank(c) && at_an_end)) {
      line += "&#" + std::to_string(static_cast<int>(c)) + ";";
      continue;
    }
    if (needs_backslash(text, i)) line += '\\';
    line += c;
  }
  return line;
}

std::string unescaped(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    char32_t code_point = 0;
    if (line[i] == '\\' && i + 1 == line.size()) break;
    if (line[i] == '\\' && is_ascii_punctuation(line[i + 1])) {
      text += line[++i];
    } else if (const std::size_t length = read_reference(line.substr(i), code_point)) {
      append_utf8(text, code_point);
      i += length - 1;
    } else {
      text += line[i];
    }
  }
  return text;
}

std::vector<std::string> escaped_lines(std::string_view text) {
  std::vector<std::string> lines;
  if (text.empty()) return lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = escaped(text.substr(begin, end - begin));
    lines.push_back(line.empty() ? "\\" : line);
    begin = end + 1;
  }
  return lines;
}

std::string_view without_blanks(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return line.substr(0, 0);  // still a place in the text
  return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

std::optional<Bold> leading_bold(std::string_view line) {
  if (line.substr(0, 2) != "**") return std::nullopt;
  for (std::size_t i = 2; i + 1 < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '*' && line[i + 1] == '*') {
      return Bold{line.substr(2, i - 2), line.substr(i + 2)};
    }
  }
  return std::nullopt;
}

bool take_colon(std::string_view& text) {
  const std::string_view rest = without_blanks(text);
  const std::size_t length = rest.substr(0, 1) == ":"                          ? 1
                             : rest.substr(0, kWideColon.size()) == kWideColon ? kWideColon.size()
                                                                               : 0;
  if (length == 0) return false;
  text = without_blanks(rest.substr(length));
  return true;
}

bool take_last_colon(std::string_view& text) {
  for (std::string_view colon : {std::string_view(":"), kWideColon}) {
    if (text.size() < colon.size() || text.substr(text.size() - colon.size()) != colon) continue;
    const std::size_t at = text.size() - colon.size();
    if (at > 0 && text[at - 1] == '\\') return false;
    text.remove_suffix(colon.size());
    return true;
  }
  return false;
}

}  // namespace rehearse::markdown
