#include "gui/commands/text_edit.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/deck/markdown_words.h"
#include "gui/commands/question_lines.h"

namespace rehearse {
namespace {

constexpr const char* kBetweenKeys = ",，;；";

/// The letters or texts of a key, written with commas between them.
std::vector<std::string> key_from_words(const std::string& words) {
  const std::u32string separators = to_utf32(kBetweenKeys);
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t begin = i;
    if (separators.find(next_code_point(words, i)) != std::u32string::npos)
      parts.emplace_back();
    else
      parts.back().append(words, begin, i - begin);
  }
  for (std::string& part : parts) part = std::string(trimmed(part));
  return parts;
}

Result<std::vector<Option>> options_from_words(const std::vector<std::string>& words) {
  std::vector<Option> options;
  for (const std::string& option : words) {
    const std::size_t sign = option.find('=');
    if (sign == std::string::npos || sign == 0)
      return Error{{"an option is written A=text", "选项要写成 A=内容"}, option, {}};
    options.push_back({option.substr(0, sign), option.substr(sign + 1)});
  }
  return options;
}

std::string letters_of(const std::vector<Option>& options) {
  std::string letters;
  for (const Option& option : options) letters += (letters.empty() ? "" : ", ") + option.letter;
  return letters;
}

std::optional<Error> reason_against(const Question& question, const ChangeText& change) {
  const QuestionKind kind = question.kind;
  const bool is_choice = kind == QuestionKind::kSingle || kind == QuestionKind::kMultiple;
  const Words name = kind_in_words(kind);
  if (change.options && !is_choice)
    return Error{{"only a choice question has options; this one is: " + name.english,
                  "只有选择题有选项，本题是" + name.chinese + "题"},
                 "--option",
                 {}};
  if (change.answer_key && is_recalled_aloud(kind))
    return Error{{"a question that is answered aloud has no key; this one is: " + name.english,
                  "本题是" + name.chinese + "题，没有正确选项"},
                 "--key",
                 {"--answer changes its answer, rehearse point its points",
                  "参考答案用 --answer 修改，要点用 rehearse point 修改"}};
  const std::vector<Option>& options = change.options ? *change.options : question.options;
  if (!change.answer_key || !is_choice || options.empty()) return std::nullopt;
  for (const std::string& letter : *change.answer_key)
    if (std::none_of(options.begin(), options.end(),
                     [&](const Option& option) { return option.letter == letter; }))
      return Error{{"no option has this letter: there are " + letters_of(options),
                    "没有这个选项，可选：" + letters_of(options)},
                   letter,
                   {}};
  return std::nullopt;
}

/// 正确 or 错误 for any word that says so.
void settle_truth(const Question& question, ChangeText& change) {
  if (!change.answer_key || question.kind != QuestionKind::kTrueFalse) return;
  for (std::string& key : *change.answer_key) key = markdown::truth_from_word(key).value_or(key);
}

}  // namespace

Result<ChangeText> text_change(const TextArguments& arguments, const Question& question) {
  ChangeText change{arguments.stem, arguments.section, arguments.answer, arguments.analysis, {}, {}, {}};
  if (arguments.key) change.answer_key = key_from_words(*arguments.key);
  if (!arguments.criteria.empty()) change.criteria = arguments.criteria;
  if (!arguments.options.empty()) {
    auto options = options_from_words(arguments.options);
    if (!options) return options.error();
    change.options = std::move(*options);
  }
  settle_truth(question, change);
  if (const auto reason = reason_against(question, change)) return *reason;
  return change;
}

}  // namespace rehearse
