#include "core/deck/markdown_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/deck/markdown_text.h"

namespace rehearse::markdown {
namespace {

using Words = std::pair<std::string_view, std::string_view>;  // Chinese, English

// The first entry of a meaning is the one that is written.
constexpr std::array<std::pair<DeckLabel, Words>, 10> kLabels{{
    {DeckLabel::kPoints, {"要点", "points"}},
    {DeckLabel::kPoints, {"答题要点", "key points"}},
    {DeckLabel::kKey, {"答案", "answer"}},
    {DeckLabel::kKey, {"正确答案", "answer key"}},
    {DeckLabel::kCriteria, {"评分标准", "criteria"}},
    {DeckLabel::kCriteria, {"评分要点", "scoring criteria"}},
    {DeckLabel::kCriteria, {"评分", "scoring"}},
    {DeckLabel::kAnalysis, {"解析", "analysis"}},
    {DeckLabel::kAnalysis, {"点评", "explanation"}},
    {DeckLabel::kAnalysis, {"分析", "why"}},
}};

constexpr std::array<std::pair<QuestionKind, Words>, 6> kKinds{{
    {QuestionKind::kOpen, {"开放题", "open"}},
    {QuestionKind::kSingle, {"单选题", "single choice"}},
    {QuestionKind::kMultiple, {"多选题", "multiple choice"}},
    {QuestionKind::kTrueFalse, {"判断题", "true or false"}},
    {QuestionKind::kFill, {"填空题", "fill in"}},
    {QuestionKind::kCase, {"案例题", "case"}},
}};

constexpr std::string_view kTrue = "正确";
constexpr std::string_view kFalse = "错误";
constexpr std::array<std::string_view, 6> kTrueWords{kTrue, "对", "√", "true", "right", "correct"};
constexpr std::array<std::string_view, 6> kFalseWords{kFalse, "错", "×", "false", "wrong", "incorrect"};

constexpr std::array<std::string_view, 4> kMarkUnits{"marks", "mark", "points", "分"};
constexpr std::array<std::string_view, 5> kMinuteUnits{"min", "mins", "minute", "minutes", "分钟"};
constexpr std::array<std::string_view, 5> kSecondUnits{"s", "sec", "second", "seconds", "秒"};
constexpr double kLongestTime = 1e9;  // seconds

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

template <class List>
bool contains(const List& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view pick(const Words& words, Language language) {
  return language == Language::kChinese ? words.first : words.second;
}

std::optional<QuestionKind> kind_from_word(std::string_view word) {
  for (const auto& [kind, words] : kKinds)
    if (words.first == word || words.second == word) return kind;
  return question_kind_from_word(word);
}

bool read_kind(std::string_view word, Note& note) {
  const auto kind = kind_from_word(word);
  if (kind) note.kind = kind;
  return kind.has_value();
}

/// "10 marks", "3 min", "90 秒"; a number alone has the unit `assumed`.
bool read_quantity(std::string_view text, std::string_view assumed, Note& note) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || !std::isfinite(value) || std::signbit(value)) return false;
  std::string_view unit = without_blanks(text.substr(static_cast<std::size_t>(end - text.data())));
  if (unit.empty()) unit = assumed;
  if (contains(kMarkUnits, unit)) {
    note.marks = value;
    return true;
  }
  const double seconds = contains(kMinuteUnits, unit)   ? value * 60
                         : contains(kSecondUnits, unit) ? value
                                                        : -1;
  if (seconds < 0 || seconds > kLongestTime) return false;
  note.time_limit = std::chrono::seconds{std::llround(seconds)};
  return true;
}

std::string shortest(double value) {
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} ? std::string(digits.data(), end) : "0";
}

}  // namespace

std::optional<DeckLabel> label_from_word(std::string_view word) {
  word = without_blanks(word);
  take_last_colon(word);
  const std::string lower = lower_case(without_blanks(word));
  for (const auto& [label, words] : kLabels)
    if (words.first == lower || words.second == lower) return label;
  return std::nullopt;
}

std::string label_line(DeckLabel label, Language language) {
  for (const auto& [value, words] : kLabels) {
    if (value != label) continue;
    std::string word(pick(words, language));
    if (language == Language::kChinese) return "**" + word + "**：";
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return "**" + word + "**:";
  }
  return "";
}

std::optional<std::string> truth_from_word(std::string_view word) {
  const std::string lower = lower_case(word);
  if (contains(kTrueWords, lower)) return std::string(kTrue);
  if (contains(kFalseWords, lower)) return std::string(kFalse);
  return std::nullopt;
}

std::string truth_word(std::string_view key, Language language) {
  if (language == Language::kEnglish && key == kTrue) return "True";
  if (language == Language::kEnglish && key == kFalse) return "False";
  return std::string(key);
}

bool read_note_part(std::string_view part, Note& note) {
  const std::string lower = lower_case(without_blanks(part));
  std::string_view value = lower;
  const auto takes = [&value](std::string_view key) {
    if (value.substr(0, key.size()) != key) return false;
    std::string_view rest = value.substr(key.size());
    if (!take_colon(rest)) return false;
    value = rest;
    return true;
  };
  if (takes("kind") || takes("题型")) return read_kind(value, note);
  if (takes("marks") || takes("分值")) return read_quantity(value, "marks", note);
  if (takes("time") || takes("时间")) return read_quantity(value, "min", note);
  return read_kind(value, note) || read_quantity(value, "", note);
}

std::string note_line(const Note& note, Language language) {
  std::string line;
  const auto add = [&line](std::string_view part) {
    if (!line.empty()) line += " · ";
    line += part;
  };
  const bool chinese = language == Language::kChinese;
  if (note.kind)
    for (const auto& [kind, words] : kKinds)
      if (kind == *note.kind) add(pick(words, language));
  if (note.marks && std::isfinite(*note.marks) && !std::signbit(*note.marks))
    add(shortest(*note.marks) + (chinese ? " 分" : *note.marks == 1 ? " mark" : " marks"));
  if (note.time_limit && note.time_limit->count() >= 0 &&
      static_cast<double>(note.time_limit->count()) <= kLongestTime) {
    const auto seconds = note.time_limit->count();
    if (seconds > 0 && seconds % 60 == 0)
      add(std::to_string(seconds / 60) + (chinese ? " 分钟" : " min"));
    else
      add(std::to_string(seconds) + (chinese ? " 秒" : " s"));
  }
  return line;
}

QuestionKind inferred_kind(const Question& question) {
  const auto& key = question.answer_key;
  if (!question.options.empty()) return key.size() > 1 ? QuestionKind::kMultiple : QuestionKind::kSingle;
  if (key.empty()) return QuestionKind::kOpen;
  return key.size() == 1 && truth_from_word(key.front()) ? QuestionKind::kTrueFalse : QuestionKind::kFill;
}

}  // namespace rehearse::markdown
