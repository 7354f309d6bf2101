#include "core/deck/markdown_items.h"

#include <algorithm>

#include "core/deck/markdown_lines.h"
#include "core/deck/markdown_text.h"

namespace rehearse::markdown {
namespace {

/// Takes what stands between an option's letter and its text.
bool take_letter_end(std::string_view& text) {
  for (std::string_view end : {".", ")", "、", "．", "）", ":", "："}) {
    if (!starts_with(text, end)) continue;
    text = without_blanks(text.substr(end.size()));
    return true;
  }
  return false;
}

/// Bytes of the separator at the front of `text`; 0 when there is none.
std::size_t separator_size(std::string_view text) {
  for (std::string_view separator : {"·", "•", ",", "，", "、", "|", ";", "；"})
    if (starts_with(text, separator)) return separator.size();
  return 0;
}

}  // namespace

PointLine point_in(std::string_view item) {
  if (const auto bold = leading_bold(item)) {
    std::string_view cue = bold->inside;
    std::string_view detail = without_blanks(bold->rest);
    if (!take_colon(detail)) take_last_colon(cue);
    return {unescaped(cue), detail};
  }
  const std::size_t cue_end = std::min({item.find(": "), item.find("："), item.size()});
  std::string_view cue = without_blanks(item.substr(0, cue_end));
  std::string_view detail = item.substr(cue_end);
  if (!take_colon(detail)) take_last_colon(cue);
  return {unescaped(cue), detail};
}

std::optional<OptionLine> option_in(std::string_view item) {
  if (!starts_with(item, "[ ]") && !starts_with(item, "[x]") && !starts_with(item, "[X]"))
    return std::nullopt;
  OptionLine option{item[1] == ' ' ? Tick::kEmpty : Tick::kTicked, {}, without_blanks(item.substr(3))};
  if (const auto bold = leading_bold(option.text)) {
    option.letter = unescaped(bold->inside);
    option.text = without_blanks(bold->rest);
    take_letter_end(option.text);
  } else if (!option.text.empty() && option.text[0] >= 'A' && option.text[0] <= 'Z') {
    std::string_view rest = option.text.substr(1);
    if (take_letter_end(rest)) {
      option.letter = option.text.substr(0, 1);
      option.text = rest;
    }
  }
  return option;
}

std::vector<std::string_view> note_parts(std::string_view line) {
  std::vector<std::string_view> parts;
  if (line.size() < 3 || line.front() != '*' || line[1] == '*' || line[1] == ' ' || line.back() != '*')
    return parts;
  const std::string_view text = line.substr(1, line.size() - 2);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t separator = separator_size(text.substr(i));
    if (separator > 0) {
      parts.push_back(without_blanks(text.substr(begin, i - begin)));
      begin = i + separator;
    }
    i += std::max<std::size_t>(separator, 1);
  }
  parts.push_back(without_blanks(text.substr(begin)));
  return parts;
}

}  // namespace rehearse::markdown
