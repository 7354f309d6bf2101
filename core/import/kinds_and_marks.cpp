// The words that name a kind of question and what it is worth: kind_named_in() and marks_named_in() of
// marks.h.
#include <algorithm>
#include <initializer_list>
#include <optional>

#include "core/import/characters.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool contains_english(std::string_view text, std::string_view word) {
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i)
    if (starts_with_english(text.substr(i), word)) return true;
  return false;
}

}  // namespace

std::optional<QuestionKind> kind_named_in(std::string_view text) {
  if (contains_any(text, {"单选", "单项选择", "單選", "單項選擇"})) return QuestionKind::kSingle;
  if (contains_any(text, {"多选", "多项选择", "不定项", "不定向", "多選", "複選"}))
    return QuestionKind::kMultiple;
  if (contains_any(text, {"情境判断", "情景判断"})) return QuestionKind::kOpen;
  if (contains_any(text, {"判断题", "判断改错", "是非题", "是非題", "判斷題"}) || text == "判断")
    return QuestionKind::kTrueFalse;
  if (contains_any(text, {"填空"})) return QuestionKind::kFill;
  if (contains_any(text, {"案例分析题", "案例题", "材料分析题"}) || text == "案例分析")
    return QuestionKind::kCase;
  if (contains_any(text, {"问答", "简答", "论述", "問答", "簡答", "申論"})) return QuestionKind::kOpen;
  if (text.size() < 2 || !is_ascii_letter(text[0]) || !is_ascii_letter(text[1])) return std::nullopt;
  const auto says = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return contains_english(text, word); });
  };
  if (says({"true or false", "true/false", "true / false"})) return QuestionKind::kTrueFalse;
  if (says({"fill in", "fill-in", "fill the gap", "fill the blank"})) return QuestionKind::kFill;
  if (says({"multiple response", "multiple answer", "multi-select"})) return QuestionKind::kMultiple;
  // "Multiple choice" means many options: how many are right is told by the key.
  if (says({"choice", "pick one", "choose one"})) return QuestionKind::kSingle;
  if (says({"short answer", "open question"})) return QuestionKind::kOpen;
  return std::nullopt;
}

namespace {

/// 10 points, 2 marks each.
std::optional<double> english_marks(std::string_view text) {
  for (std::string_view unit : {" point", " mark", " pts", " pt"}) {
    const std::size_t at = find(text, unit);
    if (at == std::string_view::npos) continue;
    std::size_t begin = at;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
    Scanner scanner(text.substr(begin, at - begin));
    if (const auto digits = scanner.take_digits()) return static_cast<double>(*digits);
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> marks_named_in(std::string_view text) {
  std::optional<double> marks;
  for (std::size_t at = text.find("分"); at != std::string_view::npos; at = text.find("分", at + 1)) {
    const std::size_t end = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
    std::size_t begin = end;
    while (begin > 0 && ((text[begin - 1] >= '0' && text[begin - 1] <= '9') || text[begin - 1] == '.'))
      --begin;
    const std::string_view digits = text.substr(begin, end - begin);
    const std::string_view behind = text.substr(at + std::string_view("分").size());
    if (digits.empty() || digits.size() > 5 || starts_with_any(behind, {"钟", "之"})) continue;
    Scanner scanner(digits);
    if (const auto whole = scanner.take_digits()) {
      double value = static_cast<double>(*whole);
      if (scanner.take(".5")) value += 0.5;
      marks = value;
      break;
    }
  }
  return marks ? marks : english_marks(text);
}

}  // namespace rehearse
