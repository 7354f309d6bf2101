#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "tests/score/compared_text.h"
#include "tests/score/fields.h"

namespace rehearse::scoring {
namespace {

using Texts = std::vector<std::string>;
using Options = std::map<std::string, std::string>;

constexpr std::array<std::string_view, 11> kRight{"正确", "对", "√",    "✓",   "✔",    "是",
                                                  "a",    "t",  "true", "yes", "right"};
constexpr std::array<std::string_view, 13> kWrong{"错误", "错", "不正确", "×", "✗",  "✘",    "否",
                                                  "b",    "f",  "false",  "x", "no", "wrong"};

bool is_option_letter(char32_t c) { return (c >= 'A' && c <= 'H') || (c >= 'a' && c <= 'h'); }

bool is_letter_separator(char32_t c) {
  return is_white_space(c) || std::u32string_view(U",，、;；/").find(c) != std::u32string_view::npos;
}

/// The letters of "ABD", "A、B" or "c"; nothing for any other text.
Texts letters_in(std::string_view text) {
  Texts letters;
  for (const char32_t c : to_utf32(text)) {
    if (is_option_letter(c))
      letters.push_back(std::string(1, static_cast<char>(c & ~0x20u)));
    else if (!is_letter_separator(c) || letters.empty())
      return {};
  }
  return letters;
}

std::string letter_of_option(const std::string& text, const Options& options) {
  for (const auto& [letter, option] : options)
    if (compared_form(option) == compared_form(text)) return letter;
  return text;
}

std::set<std::string> letters_of(const Texts& key, const Options& options) {
  std::set<std::string> letters;
  for (const std::string& item : key) {
    const std::string text(trimmed(item));
    const Texts in_text = letters_in(text);
    letters.insert(in_text.begin(), in_text.end());
    if (in_text.empty()) letters.insert(letter_of_option(text, options));
  }
  return letters;
}

std::string_view without_full_stop(std::string_view text) {
  for (const std::string_view stop : {".", "。"})
    if (text.size() > stop.size() && text.substr(text.size() - stop.size()) == stop)
      return text.substr(0, text.size() - stop.size());
  return text;
}

std::optional<bool> truth_of(const Texts& key) {
  if (key.size() != 1) return std::nullopt;
  const std::string word = case_folded(without_full_stop(trimmed(key.front())));
  if (std::find(kRight.begin(), kRight.end(), word) != kRight.end()) return true;
  if (std::find(kWrong.begin(), kWrong.end(), word) != kWrong.end()) return false;
  return std::nullopt;
}

Texts split_at(std::string_view text, std::string_view separators) {
  Texts parts(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    const std::string_view character = text.substr(begin, at - begin);
    if (separators.find(character) != std::string_view::npos)
      parts.emplace_back();
    else
      parts.back() += character;
  }
  return parts;
}

bool fills_blank(std::string_view expected, std::string_view read) {
  const std::u32string words = compared_form(read);
  if (words.empty()) return false;
  const Texts alternatives = split_at(expected, ";");
  return words == compared_form(expected) ||
         std::any_of(alternatives.begin(), alternatives.end(),
                     [&](const std::string& alternative) { return compared_form(alternative) == words; });
}

bool fills_blanks(const Texts& expected, const Question& question) {
  const Texts read = question.answer_key.empty() && !question.answer.empty()
                         ? split_at(question.answer, ";；\n")
                         : question.answer_key;
  if (expected.size() == 1 && read.size() > 1) {
    std::string joined;
    for (const std::string& blank : read) joined += blank;
    return compared_form(joined) == compared_form(expected.front());
  }
  return std::equal(expected.begin(), expected.end(), read.begin(), read.end(), fills_blank);
}

}  // namespace

bool key_is_right(const ExpectedQuestion& expected, const Question& read) {
  if (expected.answer_key.empty()) return read.answer_key.empty();
  if (expected.kind == QuestionKind::kTrueFalse) {
    const auto truth = truth_of(expected.answer_key);
    return truth && truth == truth_of(read.answer_key);
  }
  if (expected.kind == QuestionKind::kFill) return fills_blanks(expected.answer_key, read);
  Options options;
  for (const Option& option : read.options) options[option.letter] = option.text;
  return letters_of(expected.answer_key, expected.options) ==
         letters_of(read.answer_key, options.empty() ? expected.options : options);
}

}  // namespace rehearse::scoring
