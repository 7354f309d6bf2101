#include "core/import/keys.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

constexpr std::u32string_view kOptionSeparators = U".、:)";
constexpr std::u32string_view kLetterJoins = U"、, ;/和";

constexpr std::array<std::pair<std::string_view, bool>, 20> kTruthWords{{
    {"正确", true},    {"对", true},    {"√", true},      {"✓", true},      {"✔", true},
    {"是", true},      {"True", true},  {"TRUE", true},   {"true", true},   {"T", true},
    {"不正确", false}, {"错误", false}, {"错", false},    {"×", false},     {"✗", false},
    {"✘", false},      {"否", false},   {"False", false}, {"FALSE", false}, {"F", false},
}};

}  // namespace

std::optional<KeyAndRest> take_choice_key(std::string_view text, const std::vector<Option>& options) {
  Scanner scanner(trimmed(text));
  scanner.take_one_of(U"([【");
  scanner.take("选项") || scanner.take("选");
  KeyAndRest found;
  const std::size_t last = options.empty() ? 7 : options.size() - 1;
  std::size_t end = scanner.offset();
  while (true) {
    char32_t c = scanner.peek();
    if (c >= 'a' && c <= 'h') c -= 'a' - 'A';
    if (c < 'A' || c > 'A' + last) break;
    scanner.take();
    const std::string letter(1, static_cast<char>(c));
    if (std::find(found.key.begin(), found.key.end(), letter) == found.key.end()) found.key.push_back(letter);
    end = scanner.offset();
    while (scanner.take_one_of(kLetterJoins)) {
    }
  }
  if (found.key.empty()) return std::nullopt;
  const bool joined_on = scanner.offset() > end;
  if (!joined_on) scanner.rewind(end);
  const char32_t behind = scanner.peek();
  if ((behind >= 'a' && behind <= 'z') || (behind >= 'A' && behind <= 'Z')) return std::nullopt;  // a word
  scanner.take_one_of(U")]】");
  scanner.take_one_of(U".。:,;、");
  std::string_view rest = trimmed(scanner.rest());
  // "B.耐心倾听" repeats the option: nothing new.
  for (const Option& option : options) {
    if (option.letter != found.key.front() || option.text.empty() ||
        rest.substr(0, option.text.size()) != option.text)
      continue;
    Scanner tail(rest.substr(option.text.size()));
    if (tail.at_end() || tail.take_one_of(U"。.;, \n")) rest = trimmed(tail.rest());
    break;
  }
  found.rest = std::string(rest);
  return found;
}

std::optional<KeyAndRest> take_truth_key(std::string_view text) {
  Scanner scanner(trimmed(text));
  scanner.take_one_of(U"([【");
  if (scanner.take_one_of(U"AB")) {  // A.正确 B.错误
    scanner.take_one_of(kOptionSeparators);
    const std::string_view rest = scanner.rest();
    if (rest.empty() || folded(to_utf32(rest.substr(0, 4)).front()) == ')')
      return KeyAndRest{{scanner.taken_since(0).find('A') != std::string_view::npos ? "正确" : "错误"}, ""};
  }
  for (const auto& [word, truth] : kTruthWords) {
    if (!scanner.take(word)) continue;
    scanner.take_one_of(U")]】");
    const bool separated = scanner.at_end() || scanner.take_one_of(U".。,;: \n");
    if (!separated && word.size() == 1) return std::nullopt;  // T and F begin words
    return KeyAndRest{{truth ? "正确" : "错误"}, std::string(trimmed(scanner.rest()))};
  }
  return std::nullopt;
}

std::optional<KeyInStem> take_key_from_stem(std::string_view stem, const std::vector<Option>& options) {
  for (Scanner scanner(stem); !scanner.at_end(); scanner.take()) {
    const std::size_t open = scanner.offset();
    if (!scanner.take_one_of(U"(")) continue;
    const std::size_t inside = scanner.offset();
    while (!scanner.at_end() && scanner.peek() != ')' && scanner.offset() - inside < 100) scanner.take();
    const std::string_view content = trimmed(scanner.taken_since(inside));
    const std::size_t close = scanner.offset();
    if (!scanner.take_one_of(U")") || content.empty()) {
      scanner.rewind(open);
      continue;
    }
    const auto key = options.empty() ? take_truth_key(content) : take_choice_key(content, options);
    if (!key || (options.empty() ? !key->rest.empty() || content == "是" : false)) {
      scanner.rewind(close);
      continue;
    }
    KeyInStem found;
    found.key = key->key;
    found.stem = std::string(stem.substr(0, inside)) + "  " + std::string(stem.substr(close));
    return found;
  }
  return std::nullopt;
}

std::vector<std::pair<std::size_t, std::string_view>> key_table(std::string_view line) {
  constexpr std::u32string_view gaps = U" \t,;、|。";
  constexpr std::u32string_view signs = U"ABCDEFGHT√×✓✗对错";
  constexpr std::size_t kLongestRange = 100;
  std::vector<std::pair<std::size_t, std::string_view>> table;
  Scanner scanner(line);
  const auto skip_all = [&](std::u32string_view characters) {
    while (scanner.take_one_of(characters)) {
    }
  };
  for (skip_all(gaps); !scanner.at_end(); skip_all(gaps)) {
    const auto first = scanner.take_digits();
    if (!first) return {};
    std::size_t last = 0;
    scanner.skip_blanks();
    if (scanner.take_one_of(U"-~—–至")) {
      scanner.skip_blanks();
      last = scanner.take_digits().value_or(0);
      if (last <= *first || last - *first > kLongestRange) return {};
    }
    skip_all(U".、:)． ");
    const std::size_t begin = scanner.offset();
    if (last == 0) {
      skip_all(signs);
      const std::string_view key = scanner.taken_since(begin);
      if (key.empty()) return {};
      table.emplace_back(*first, key);
    } else {
      for (std::size_t number = *first; number <= last; ++number) {
        skip_all(U" ,、");
        const std::size_t at = scanner.offset();
        if (!scanner.take_one_of(signs)) return {};
        table.emplace_back(number, scanner.taken_since(at));
      }
    }
    const char32_t behind = scanner.peek();
    const bool goes_on =
        behind == 0 || (behind >= '0' && behind <= '9') || gaps.find(behind) != std::u32string_view::npos;
    if (!goes_on) return {};
  }
  return table;
}

std::vector<std::string_view> bare_keys(std::string_view line) {
  std::vector<std::string_view> keys;
  for (Scanner scanner(trimmed(line)); !scanner.at_end();) {
    const std::size_t begin = scanner.offset();
    while (scanner.take_one_of(U"ABCDEFGH√×✓✗对错")) {
    }
    if (scanner.offset() == begin) return {};
    keys.push_back(scanner.taken_since(begin));
    const std::size_t end = scanner.offset();
    while (scanner.take_one_of(U" \t,;、|")) {
    }
    if (scanner.offset() == end && !scanner.at_end()) return {};
  }
  return keys;
}

std::size_t count_blanks(std::string_view stem) {
  std::size_t blanks = 0;
  for (Scanner scanner(stem); !scanner.at_end();) {
    if (scanner.take_one_of(U"(")) {
      scanner.skip_blanks();
      if (scanner.take_one_of(U")")) ++blanks;
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

std::vector<std::string> fill_key(std::string_view answer, std::size_t blanks) {
  answer = trimmed(answer);
  if (last_character(answer) == U'。') answer.remove_suffix(std::string_view("。").size());
  if (blanks <= 1)
    return answer.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::string(answer)};
  for (std::u32string_view separators : {std::u32string_view(U";"), std::u32string_view(U"、"),
                                         std::u32string_view(U","), std::u32string_view(U" \n|")}) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < answer.size();) {
      const std::size_t start = i;
      const char32_t c = folded(next_code_point(answer, i));
      if (separators.find(c) == std::u32string_view::npos)
        parts.back() += answer.substr(start, i - start);
      else if (!parts.back().empty())
        parts.emplace_back();
    }
    if (parts.back().empty()) parts.pop_back();
    for (std::string& part : parts) part = std::string(trimmed(part));
    if (parts.size() == blanks) return parts;
  }
  return {std::string(answer)};
}

}  // namespace rehearse
