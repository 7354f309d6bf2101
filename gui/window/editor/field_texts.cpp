#include "gui/window/editor/field_texts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/base/text.h"
#include "core/deck/question_marks.h"
#include "gui/window/strings/editor_words.h"

namespace rehearse {
namespace {

constexpr std::size_t kMostOptions = 8;  // A to H
constexpr double kMostMarksOfOne = 10'000;
constexpr long kLongestTime = 24 * 60 * 60;

bool is_option_letter(char c) { return c >= 'A' && c <= 'H'; }

/// Behind `A.` `B、` `C：` `D)` and blanks; the whole where no letter stands.
std::string_view without_letter(std::string_view line) {
  constexpr std::array<std::string_view, 7> kSigns{".", "、", "．", ":", "：", ")", "）"};
  if (line.empty() || !is_option_letter(line.front())) return line;
  const std::string_view rest = line.substr(1);
  for (const std::string_view sign : kSigns)
    if (rest.starts_with(sign)) return trimmed(rest.substr(sign.size()));
  return line;
}

Error wrong(const Phrase& what, const std::string& text) { return {in_both(what), text, {}}; }

}  // namespace

std::string lines_text(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : "\n") + item;
  return text;
}

std::vector<std::string> lines_from(const std::string& text) {
  std::vector<std::string> items;
  for (const std::string_view line : split_lines(text))
    if (const std::string_view item = trimmed(line); !item.empty()) items.emplace_back(item);
  return items;
}

std::string options_text(const std::vector<Option>& options) {
  std::string text;
  for (const Option& option : options) {
    std::string words = option.text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    text += (text.empty() ? "" : "\n") + option.letter + ". " + words;
  }
  return text;
}

std::vector<Option> options_from(const std::string& text) {
  std::vector<Option> options;
  for (const std::string& line : lines_from(text)) {
    if (options.size() == kMostOptions) break;
    const std::string letter(1, static_cast<char>('A' + static_cast<char>(options.size())));
    options.push_back({letter, std::string(without_letter(line))});
  }
  return options;
}

std::string key_text(const Question& question) {
  if (question.kind != QuestionKind::kSingle && question.kind != QuestionKind::kMultiple)
    return lines_text(question.answer_key);
  std::string letters;
  for (const std::string& letter : question.answer_key) letters += letter;
  return letters;
}

std::vector<std::string> key_from(const std::string& text, QuestionKind kind) {
  if (kind == QuestionKind::kTrueFalse) {
    constexpr std::array<std::string_view, 7> kTrue{"正确", "对", "√", "是", "true", "t", "yes"};
    const std::string said = nfkc_case_folded(trimmed(text));
    if (said.empty()) return {};
    return {std::find(kTrue.begin(), kTrue.end(), said) != kTrue.end() ? "正确" : "错误"};
  }
  if (kind != QuestionKind::kSingle && kind != QuestionKind::kMultiple) return lines_from(text);
  std::string letters;
  for (const char c : nfkc(text)) {
    const char letter = c >= 'a' && c <= 'h' ? static_cast<char>(c - 'a' + 'A') : c;
    if (is_option_letter(letter) && letters.find(letter) == std::string::npos) letters += letter;
  }
  std::sort(letters.begin(), letters.end());
  std::vector<std::string> key;
  for (const char letter : letters) key.emplace_back(1, letter);
  return key;
}

std::string tags_text(const std::vector<std::string>& tags) {
  std::string text;
  for (const std::string& tag : tags) text += (text.empty() ? "" : ", ") + tag;
  return text;
}

std::vector<std::string> tags_from_text(const std::string& text) {
  std::vector<std::string> tags;
  std::string tag;
  const auto end_tag = [&] {
    if (auto name = tag_name(tag)) tags.push_back(*name);
    tag.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == U',' || c == U'，' || c == U'、')
      end_tag();
    else
      tag += text.substr(begin, at - begin);
  }
  end_tag();
  return tags;
}

std::string marks_text(const std::optional<double>& marks) {
  if (!marks) return "";
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%g", *marks);
  return digits.data();
}

Result<std::optional<double>> marks_from_text(const std::string& text) {
  const std::string digits = nfkc(trimmed(text));
  if (digits.empty()) return std::optional<double>();
  char* end = nullptr;
  const double marks = std::strtod(digits.c_str(), &end);
  if (*end != '\0' || !(marks >= 0) || marks > kMostMarksOfOne) return wrong(words::kEditorMarksWrong, text);
  return std::optional<double>(marks);
}

Result<std::optional<std::chrono::seconds>> time_from_text(const std::string& text) {
  const std::string digits = nfkc(trimmed(text));
  if (digits.empty()) return std::optional<std::chrono::seconds>();
  char* end = nullptr;
  const long seconds = std::strtol(digits.c_str(), &end, 10);
  if (*end != '\0' || seconds < 1 || seconds > kLongestTime) return wrong(words::kEditorTimeWrong, text);
  return std::optional<std::chrono::seconds>(seconds);
}

}  // namespace rehearse
