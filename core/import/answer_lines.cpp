#include "core/import/answer_lines.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/formats/media.h"
#include "core/import/marks.h"
#include "core/import/sentence_roles.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestLabel = 24;  // code points of X in "X:detail"
constexpr std::size_t kMostWordsOfLabel = 4;
constexpr std::size_t kLongestHeadLine = 45;

/// f(x): the bracket stands right behind the name.
bool has_call(std::string_view code) {
  for (std::size_t at = code.find('('); at != std::string_view::npos; at = code.find('(', at + 1))
    if (at > 0 && code[at - 1] != ' ') return true;
  return false;
}

/// A statement or a command: nothing Chinese before its comment, and signs that no sentence has.
bool is_code(std::string_view line) {
  const std::string_view code = trimmed(line.substr(0, line.find("//")));
  if (code.empty()) return starts_with(line, "//");
  if (!is_english(code)) return false;
  const bool statement = code.back() == ';' && (has_call(code) || contains_any(code, {"=", "[", "++"}));
  return statement || code.back() == '{' || code.back() == '}' || code[0] == '$' ||
         contains_any(code, {"()", " = ", "=>", "::", " | ", "</", " --", " > /"});
}

/// a) b) c. — the length of the mark; 0 for none.
std::size_t letter_mark_length(std::string_view text) {
  if (text.size() < 3 || text[0] < 'a' || text[0] > 'h') return 0;
  return text[1] == ')' || (text[1] == '.' && text[2] == ' ') ? 2 : 0;
}

/// top -Hp 2481 beside a line that is code for certain.
void mark_commands_among_code(std::vector<AnswerLine>& lines) {
  const bool has_code = std::any_of(lines.begin(), lines.end(),
                                    [](const AnswerLine& line) { return line.family == LineFamily::kCode; });
  if (!has_code) return;
  for (AnswerLine& line : lines) {
    if (line.text.empty()) continue;
    const bool is_sentence = line.text[0] < 'a' || line.text[0] > 'z' || line.text.back() == '.';
    if (line.family == LineFamily::kProse && !is_sentence && is_english(line.text))
      line.family = LineFamily::kCode;
  }
}

LineFamily family_of(NumberMark::Style style) {
  switch (style) {
    case NumberMark::Style::kBracketed: return LineFamily::kBracket;
    case NumberMark::Style::kCircled: return LineFamily::kCircle;
    default: return LineFamily::kNumber;
  }
}

AnswerLine read_line(std::string_view text) {
  const std::string_view whole = text;
  if (text[0] == '|') return {text, LineFamily::kRow};
  if (const std::size_t bullet = bullet_length(text)) {
    text.remove_prefix(bullet);
    if (const auto number = number_mark(text)) text.remove_prefix(number->length);
    return {trimmed(text), LineFamily::kBullet};
  }
  while (!text.empty() && text[0] == '#') text.remove_prefix(1);
  text = trimmed(text);
  if (const auto number = number_mark(text); number && number->style != NumberMark::Style::kWorded)
    return {trimmed(text.substr(number->length)), family_of(number->style)};
  if (const auto section = section_mark(text))
    return {trimmed(text.substr(section->length)), LineFamily::kChinese};
  if (const std::size_t letter = letter_mark_length(text))
    return {trimmed(text.substr(letter)), LineFamily::kLetter};
  if (text.size() < whole.size()) return {text, LineFamily::kHeading};  // a Markdown heading
  if (is_code(text)) return {text, LineFamily::kCode};
  const std::string_view name = label_of(text);
  const bool is_label = is_label_of_a_point(name);
  if (last_character(text) == ':') {
    const std::string_view bare = without_closing(text);
    const bool short_enough = is_label || length_in_code_points(bare) <= kLongestHeadLine;
    if (short_enough && !contains_any(bare, {"如下", "以下"}) &&
        is_label_of_a_point(name.empty() ? bare : name) && split_sentences(text).size() == 1)
      return {text, LineFamily::kHeading};
  }
  if (ordinal_of(text) != Ordinal::kNone) return {text, LineFamily::kOrdinal};
  return {text, is_label ? LineFamily::kLabelled : LineFamily::kProse};
}

/// | :--- | --- |
bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|:- \t") == std::string_view::npos;
}

/// Finds the places where "(1)…;(2)…", "①…②…" or "(一)…(二)…" begin their items and where the text behind the
/// last item begins.
class InlineItems {
 public:
  explicit InlineItems(std::string_view paragraph) : paragraph_(paragraph) { find(); }

  /// Empty unless the items are most of the paragraph.
  const std::vector<std::size_t>& begins() const { return begins_; }

 private:
  void find() {
    if (!contains_any(paragraph_, {"2", "２", "②", "二"})) return;  // nothing is counted
    char32_t before = ';';
    for (Scanner scanner(paragraph_); !scanner.at_end();) {
      const std::size_t at = scanner.offset();
      const char32_t c = scanner.take();
      const auto mark = may_begin(c, before) ? item_mark(paragraph_.substr(at)) : std::nullopt;
      before = c;
      const bool goes_on = mark && items_ > 0 && mark->number == items_ + 1 && mark->style == style_;
      if (!goes_on && (!mark || mark->number != 1)) continue;
      if (!goes_on) close_list(at);
      style_ = mark->style;
      ++items_;
      begins_.push_back(at);
      scanner.rewind(at + std::max<std::size_t>(mark->length, 1));
      before = ' ';
    }
    close_list(paragraph_.size());
    if (covered_ * 2 <= paragraph_.size()) begins_.clear();
  }

  static bool may_begin(char32_t c, char32_t before) {
    if (c >= U'①' && c <= U'⑳') return true;
    static const CharacterSet numerals(U"(0123456789一二三四五六七八九十");
    if (!numerals.has(c)) return false;
    return ends_sentence(before) || before == ';' || before == ':' || before == ',' || before == ' ';
  }

  /// (二) and 二、 count as numbers of a style of their own.
  static std::optional<NumberMark> item_mark(std::string_view text) {
    if (auto number = number_mark(text)) return number;
    const auto section = section_mark(text);
    if (!section || !(section->is_bracketed || section->is_plain)) return std::nullopt;
    NumberMark mark;
    mark.number = section->number;
    mark.length = section->length;
    mark.style = section->is_bracketed ? NumberMark::Style::kBracketed : NumberMark::Style::kWorded;
    return mark;
  }

  /// The last item of a list ends with its first sentence, or with as many as the shortest before it has; one
  /// item is no list. Nothing from `limit` on, where the next list begins, is its own.
  void close_list(std::size_t limit) {
    if (items_ == 1) begins_.pop_back();
    if (items_ >= 2) {
      const std::size_t first = begins_.size() - items_;
      const std::size_t last_begin = begins_.back();
      std::size_t sentences = paragraph_.size();
      for (std::size_t i = first; i + 1 < begins_.size(); ++i)
        sentences = std::min(
            sentences, split_sentences(paragraph_.substr(begins_[i], begins_[i + 1] - begins_[i])).size());
      std::size_t end = limit;
      std::size_t taken = 0;
      for (std::string_view sentence : split_sentences(paragraph_.substr(last_begin, limit - last_begin))) {
        if (taken > 0 && (taken >= sentences || is_closing(sentence))) break;
        end = static_cast<std::size_t>(sentence.data() - paragraph_.data()) + sentence.size();
        ++taken;
      }
      covered_ += end - begins_[first];
      if (end < limit) begins_.push_back(end);
    }
    items_ = 0;
  }

  std::string_view paragraph_;
  std::vector<std::size_t> begins_;
  NumberMark::Style style_ = NumberMark::Style::kPlain;
  std::size_t items_ = 0;  // of the list that is open
  std::size_t covered_ = 0;
};

}  // namespace

std::string_view label_of(std::string_view text) {
  Scanner scanner(text);
  std::size_t blanks = 0;
  for (std::size_t length = 0; length <= kLongestLabel && !scanner.at_end(); ++length) {
    const std::size_t at = scanner.offset();
    const char32_t c = scanner.take();
    if (c == ':') return length >= 2 && scanner.peek() != '/' ? text.substr(0, at) : std::string_view();
    if (c == ' ' && ++blanks == kMostWordsOfLabel) break;
    if (ends_sentence(c) || c == ';' || c == U'“' || c == U'”' || c == '"' || c == '|' || c == '[') break;
  }
  return {};
}

bool is_label_of_a_point(std::string_view name) {
  return !name.empty() &&
         !contains_any(
             name, {"例如", "比如", "我会说", "话术", "如下", "以下", "预期目标", "注意", "备注", "举例"}) &&
         !starts_with_any(name, {"我", "答"}) &&
         !begins_with_word(name, {"i", "for example", "note", "answer"});
}

bool says_nothing_alone(std::string_view label) {
  if (begins_with_word(label, {"situation", "task", "action", "result", "step", "point", "reason"}))
    return true;
  for (std::string_view word : {"情境", "情景", "背景", "任务", "行动", "结果"})
    if (label == word) return true;
  const char32_t last = last_character(label);
  return (last >= '0' && last <= '9') ||
         std::u32string_view(U"一二三四五六七八九十").find(last) != std::u32string_view::npos;
}

bool names_a_group(std::string_view name) {
  constexpr std::size_t kLongestTime = 6;  // code points of 活动前
  if (contains_any(name, {",", "，", "、"})) return false;
  if (ends_with_any(name, {"之前", "之中", "之后", "方面", "层面", "阶段", "环节", "步骤", "场景", "情形",
                           "情况", "原因", "期间", "对策", "意义", "类型"}))
    return true;
  return length_in_code_points(name) <= kLongestTime && ends_with_any(name, {"前", "中", "后"});
}

std::vector<AnswerLine> lines_of_answer(std::string_view answer) {
  std::vector<AnswerLine> lines;
  for (std::string_view line : split_lines(answer)) {
    line = trimmed(line);
    if (line.empty() || is_only_medium(line)) continue;
    if (line[0] == '|' && is_table_rule(line)) {
      if (!lines.empty() && lines.back().family == LineFamily::kRow) lines.pop_back();
      continue;
    }
    const InlineItems items(line);
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
      const std::string_view item = trimmed(line.substr(begin, end - begin));
      if (!item.empty()) lines.push_back(read_line(item));
      begin = end;
    };
    for (std::size_t at : items.begins()) add(at);
    add(line.size());
  }
  mark_commands_among_code(lines);
  return lines;
}

}  // namespace rehearse
