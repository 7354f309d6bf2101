// The words that name a question's parts: label() and is_answer_heading() of marks.h.
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

constexpr std::array<std::pair<std::string_view, Part>, 68> kLabels{{
    // Longer words first: 答案 begins 答案解析.
    {"参考答案及解析", Part::kAnswer},
    {"参考答案与解析", Part::kAnswer},
    {"参考答案和解析", Part::kAnswer},
    {"答案及解析", Part::kAnswer},
    {"答案与解析", Part::kAnswer},
    {"答案和解析", Part::kAnswer},
    {"参考答案要点", Part::kAnswer},
    {"参考答案示例", Part::kAnswer},
    {"参考答案", Part::kAnswer},
    {"标准答案", Part::kAnswer},
    {"正确答案", Part::kAnswer},
    {"示例答案", Part::kAnswer},
    {"范例答案", Part::kAnswer},
    {"参考回答", Part::kAnswer},
    {"回答示例", Part::kAnswer},
    {"示例回答", Part::kAnswer},
    {"优秀回答", Part::kAnswer},
    {"推荐回答", Part::kAnswer},
    {"参考要点", Part::kAnswer},
    {"答题要点", Part::kAnswer},
    {"答题思路", Part::kAnswer},
    {"答题参考", Part::kAnswer},
    {"回答要点", Part::kAnswer},
    {"回答思路", Part::kAnswer},
    {"应答思路", Part::kAnswer},
    {"应答要点", Part::kAnswer},
    {"应答示例", Part::kAnswer},
    {"参考思路", Part::kAnswer},
    {"参考话术", Part::kAnswer},
    {"答案要点", Part::kAnswer},
    {"答案示例", Part::kAnswer},
    {"答案解析", Part::kAnalysis},
    {"答案分析", Part::kAnalysis},
    {"试题解析", Part::kAnalysis},
    {"题目解析", Part::kAnalysis},
    {"考点解析", Part::kAnalysis},
    {"详细解析", Part::kAnalysis},
    {"解析", Part::kAnalysis},
    {"解答", Part::kAnswer},
    {"答案详解", Part::kAnalysis},
    {"解题思路", Part::kAnalysis},
    {"题目分析", Part::kAnalysis},
    {"名师点评", Part::kAnalysis},
    {"思路点拨", Part::kAnalysis},
    {"点评", Part::kAnalysis},
    {"分析", Part::kAnalysis},
    {"评分标准", Part::kCriteria},
    {"评分要点", Part::kCriteria},
    {"评分细则", Part::kCriteria},
    {"评分点", Part::kCriteria},
    {"得分点", Part::kCriteria},
    {"采分点", Part::kCriteria},
    {"我的答案", Part::kIgnored},
    {"你的答案", Part::kIgnored},
    {"学生答案", Part::kIgnored},
    {"知识点", Part::kIgnored},
    {"难易度", Part::kIgnored},
    {"难度", Part::kIgnored},
    {"得分", Part::kIgnored},
    {"答案", Part::kAnswer},
    {"回答", Part::kAnswer},
    {"题目", Part::kStem},
    {"题干", Part::kStem},
    {"问题", Part::kStem},
    {"Answer", Part::kAnswer},
    {"答", Part::kAnswer},
    {"问", Part::kStem},
    {"题", Part::kStem},
}};

/// Nothing but markup and white space.
bool is_blank(std::string_view text) {
  constexpr std::size_t kMostMarkup = 100;  // bytes; a run-together text is not searched to its end
  return text.size() <= kMostMarkup && trimmed(without_markup(text)).empty();
}

/// (10分) behind 评分标准.
void skip_marks(Scanner& scanner) {
  constexpr std::size_t kLongest = 40;  // bytes
  const std::size_t start = scanner.offset();
  if (!scanner.take_one_of(U"(")) return;
  while (!scanner.at_end() && scanner.peek() != ')' && scanner.offset() - start < kLongest) scanner.take();
  if (!marks_named_in(scanner.taken_since(start)) || !scanner.take_one_of(U")")) scanner.rewind(start);
}

}  // namespace

bool may_begin_label(char32_t c) {
  static const CharacterSet first = [] {
    CharacterSet characters(U"【[(〖");
    for (const auto& [word, part] : kLabels) {
      std::size_t i = 0;
      characters.add(next_code_point(word, i));
    }
    return characters;
  }();
  return first.has(c);
}

std::optional<Label> label(std::string_view text) {
  Scanner scanner(text);
  if (!may_begin_label(scanner.peek())) return std::nullopt;
  const bool bracketed = scanner.take_one_of(U"【[(〖");
  for (const auto& [word, part] : kLabels) {
    if (!scanner.take(word)) continue;
    Label found;
    found.part = part;
    found.holds_all = part == Part::kAnswer && contains_any(word, {"解析"});
    if (bracketed) {
      if (!scanner.take_one_of(U"】])〗")) return std::nullopt;
      scanner.take_one_of(U":");
      found.has_colon = true;
    } else {
      scanner.take("**");
      scanner.skip_blanks();
      skip_marks(scanner);
      found.has_colon = scanner.take_one_of(U":");
      scanner.take("**");
      const bool one_character = word.size() == std::string_view("答").size();
      if (!found.has_colon && (one_character || !is_blank(scanner.rest()))) return std::nullopt;
    }
    scanner.skip_blanks();
    found.length = scanner.offset();
    return found;
  }
  return std::nullopt;
}

bool is_answer_heading(std::string_view text) {
  std::string_view rest = trimmed(text);
  while (!rest.empty() && rest[0] == '#') rest.remove_prefix(1);
  rest = trimmed(rest);
  if (const auto section = section_mark(rest)) rest.remove_prefix(section->length);
  Scanner scanner(rest);
  scanner.take_one_of(U"【");
  for (std::string_view word : {"面试题", "试题", "题目", "附", "附录", "各题"})
    if (scanner.take(word)) scanner.take_one_of(U":");
  scanner.take("参考") || scanner.take("标准") || scanner.take("试题") || scanner.take("正确");
  if (!scanner.take("答案")) return false;
  if (scanner.take("与") || scanner.take("及") || scanner.take("和") || scanner.take("、")) {
    scanner.take("试题") || scanner.take("详细") || scanner.take("参考");
    const bool worded = scanner.take("解析") || scanner.take("详解") || scanner.take("评分标准") ||
                        scanner.take("解答") || scanner.take("分析") || scanner.take("评分要点");
    if (!worded) return false;
  } else {
    scanner.take("解析") || scanner.take("详解") || scanner.take("要点");
  }
  scanner.take("部分") || scanner.take("汇总") || scanner.take("如下");
  scanner.take_one_of(U"】");
  scanner.take_one_of(U":");
  return trimmed(scanner.rest()).empty();
}

}  // namespace rehearse
