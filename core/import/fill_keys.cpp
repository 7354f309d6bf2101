#include "core/import/fill_keys.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

std::string_view without_stop(std::string_view text) {
  text = trimmed(text);
  while (last_character(text) == U'。' || last_character(text) == ';')
    text = trimmed(text.substr(0, text.size() - (text.back() == ';' ? 1 : 3)));
  return text;
}

std::vector<std::string> parts_between(std::string_view answer, std::u32string_view separators) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view part = without_stop(answer.substr(begin, end - begin));
    if (!part.empty()) parts.emplace_back(part);
  };
  for (Scanner scanner(answer); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    if (separators.find(scanner.take()) == std::u32string_view::npos) continue;
    add(at);
    begin = scanner.offset();
  }
  add(answer.size());
  return parts;
}

/// The number of a blank: "(1)" "①" "2." "第二空:".
struct BlankMark {
  std::size_t number = 0;
  std::size_t length = 0;
  bool needs_a_gap = false;  // 2. could as well be an amount
};

std::optional<BlankMark> blank_mark(std::string_view text) {
  Scanner scanner(text);
  if (scanner.take("第")) {
    const auto digits = scanner.take_digits();
    const auto number = digits ? digits : scanner.take_chinese_number();
    if (!number || !(scanner.take("空") || scanner.take("个空"))) return std::nullopt;
    scanner.take_one_of(U":、");
    return BlankMark{*number, scanner.offset(), false};
  }
  const auto mark = number_mark(text);
  if (!mark) return std::nullopt;
  return BlankMark{mark->number, mark->length, mark->style == NumberMark::Style::kPlain};
}

/// "(1) 甲 (2) 乙" and "①甲②乙": none when the answer does not begin with the first number.
std::vector<std::string> numbered_parts(std::string_view answer) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  char32_t before = '\n';
  for (Scanner scanner(answer); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    const auto mark = blank_mark(scanner.rest());
    const bool behind_gap = before == '\n' || before == ' ' || before == ';' || before == U'。';
    const bool may_begin = mark && (behind_gap || !mark->needs_a_gap);
    if (may_begin && mark->number == parts.size() + 1) {
      if (!parts.empty()) parts.back() = without_stop(answer.substr(begin, at - begin));
      parts.emplace_back();
      begin = at + mark->length;
      scanner.rewind(begin);
      before = '.';
      continue;
    }
    if (parts.empty()) return {};
    before = scanner.take();
  }
  if (!parts.empty()) parts.back() = without_stop(answer.substr(begin));
  const bool all_say_something =
      std::none_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); });
  return all_say_something ? parts : std::vector<std::string>();
}

/// 2/两/二
bool is_numeral(char32_t c) {
  constexpr std::u32string_view kNumerals = U"0123456789一二两三四五六七八九十百";
  return kNumerals.find(c) != std::u32string_view::npos;
}

/// 甲/乙 or 甲或乙: any one is right. TCP/IP is one word, and so is 或许.
std::string with_alternatives_marked(std::string_view key) {
  std::string marked;
  char32_t before = 0;
  for (Scanner scanner(key); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    const char32_t c = scanner.take();
    const char32_t next = scanner.peek();
    const bool parts =
        (c == '/' && is_han(before) && is_han(next)) || c == ';' || c == '\n' ||
        (c == '/' && is_numeral(before) && is_numeral(next) && (is_han(before) || is_han(next)));
    if (parts)
      marked += ';';
    else
      marked += key.substr(at, scanner.offset() - at);
    before = c;
  }
  return marked;
}

/// 基本职能是和。 The page lost its blanks and left what joined them: 是____和____。
std::string with_blanks_around_joints(std::string_view stem) {
  constexpr std::string_view kBlank = "____";
  static const CharacterSet joints(U"和与及、");
  static const CharacterSet leads(U"是为有括含即指成由、,");  // what stands before a first blank
  static const CharacterSet signs(U"。,;、");
  std::string shown;
  char32_t before = 0;
  bool behind_blank = false;
  for (Scanner scanner(stem); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    const char32_t c = scanner.take();
    const char32_t next = scanner.peek();
    // 和 also ends words; a 、 joins nothing to a sign.
    const bool joins = joints.has(c) && (signs.has(next) || joints.has(next) || scanner.at_end()) &&
                       (c == U'、' || leads.has(before) || behind_blank);
    if (joins && leads.has(before) && !behind_blank) shown += kBlank;
    shown += scanner.taken_since(at);
    if (joins) shown += kBlank;
    behind_blank = joins;
    before = c;
  }
  return shown;
}

}  // namespace

std::size_t count_blanks(std::string_view stem) {
  std::size_t blanks = 0;
  for (Scanner scanner(stem); !scanner.at_end();) {
    if (scanner.take_one_of(U"([【")) {
      while (scanner.take_one_of(U" _\t")) {
      }
      if (scanner.take_one_of(U")]】")) ++blanks;
    } else if (scanner.take("__")) {
      while (scanner.take_one_of(U"_")) {
      }
      ++blanks;
    } else {
      scanner.take();
    }
  }
  return blanks;
}

std::string with_visible_blanks(std::string_view stem) {
  if (count_blanks(stem) > 0) return std::string(stem);
  constexpr std::u32string_view kClosings = U"、。，；";
  std::string shown;
  char32_t before = '\n';
  for (Scanner scanner(stem); !scanner.at_end();) {
    const std::size_t begin = scanner.offset();
    std::size_t blanks = 0;
    while (scanner.take_one_of(U" \t")) ++blanks;
    // Nobody writes a single blank before 、 or between 、 and 和.
    std::size_t next = scanner.offset();
    const char32_t sign = scanner.at_end() ? 0 : next_code_point(stem, next);
    const bool odd = blanks == 1 && (kClosings.find(sign) != std::u32string_view::npos ||
                                     (before == U'、' && (sign == U'和' || sign == U'与' || sign == U'及')));
    const bool inside = before != '\n' && !scanner.at_end() && sign != '\n';
    if (inside && (blanks > 1 || odd))
      shown += "____";
    else
      shown += scanner.taken_since(begin);
    const std::size_t at = scanner.offset();
    before = scanner.take();
    shown += scanner.taken_since(at);
  }
  return count_blanks(shown) > 0 ? shown : with_blanks_around_joints(shown);
}

std::vector<std::string> fill_key(std::string_view answer, std::size_t blanks) {
  answer = without_stop(answer);
  if (answer.empty()) return {};
  std::vector<std::string> numbered = numbered_parts(answer);
  if (blanks == 1) return {with_alternatives_marked(numbered.size() == 1 ? numbered.front() : answer)};
  if (!numbered.empty() && (blanks == 0 || numbered.size() == blanks)) return numbered;
  if (blanks == 0) return parts_between(answer, U";|\n");
  for (std::u32string_view separators :
       {std::u32string_view(U";\n"), std::u32string_view(U"|"), std::u32string_view(U"、"),
        std::u32string_view(U","), std::u32string_view(U",、;|\n"), std::u32string_view(U" \t"),
        std::u32string_view(U"/")}) {
    std::vector<std::string> parts = parts_between(answer, separators);
    if (parts.size() == blanks) return parts;
  }
  return {std::string(answer)};
}

}  // namespace rehearse
