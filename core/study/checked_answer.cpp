#include "core/study/checked_answer.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"

namespace rehearse {
namespace {

std::vector<std::string> split_at_semicolons(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    if (c == U';' || c == U'；')
      parts.emplace_back();
    else
      parts.back() += text.substr(begin, i - begin);
  }
  return parts;
}

bool matches(const std::string& key, const std::string& typed) {
  const std::string given = case_folded(normalised(typed));
  const std::vector<std::string> alternatives = split_at_semicolons(key);
  return !given.empty() &&
         std::any_of(alternatives.begin(), alternatives.end(), [&](const std::string& alternative) {
           return case_folded(normalised(alternative)) == given;
         });
}

/// How an option is named in the key.
const std::string& name_in_key(const Question& question, const Option& option) {
  return question.kind == QuestionKind::kTrueFalse ? option.text : option.letter;
}

}  // namespace

bool is_answered_by_typing(const Question& question) {
  if (question.kind == QuestionKind::kTrueFalse) return false;
  return question.kind == QuestionKind::kFill || question.options.empty();
}

std::vector<Option> choices_of(const Question& question) {
  if (is_answered_by_typing(question)) return {};
  if (question.kind == QuestionKind::kTrueFalse) return {{"√", "正确"}, {"×", "错误"}};
  return question.options;
}

bool has_usable_key(const Question& question) {
  const std::vector<std::string>& key = question.answer_key;
  if (is_answered_by_typing(question)) return !key.empty();
  const std::vector<Option> options = choices_of(question);
  return !key.empty() && std::all_of(key.begin(), key.end(), [&](const std::string& part) {
    return std::any_of(options.begin(), options.end(),
                       [&](const Option& option) { return part == name_in_key(question, option); });
  });
}

bool is_right_choice(const Question& question, const std::vector<bool>& chosen) {
  const std::vector<Option> options = choices_of(question);
  std::set<std::string> given;
  for (std::size_t i = 0; i < std::min(options.size(), chosen.size()); ++i)
    if (chosen[i]) given.insert(name_in_key(question, options[i]));
  return !given.empty() &&
         given == std::set<std::string>(question.answer_key.begin(), question.answer_key.end());
}

bool is_right_text(const Question& question, std::string_view typed) {
  const std::vector<std::string>& key = question.answer_key;
  const auto blanks = key.size() <= 1 ? std::vector{std::string(typed)} : split_at_semicolons(typed);
  return std::equal(key.begin(), key.end(), blanks.begin(), blanks.end(), matches);
}

}  // namespace rehearse
