// The words that name a question's parts: label() and is_answer_heading() of marks.h.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

constexpr std::array<std::pair<std::string_view, Part>, 127> kLabels{{
    // Longer words first: 答案 begins 答案解析.
    {"参考答案及解析", Part::kAnswer},
    {"参考答案与解析", Part::kAnswer},
    {"参考答案和解析", Part::kAnswer},
    {"参考答案要点", Part::kAnswer},
    {"参考答案示例", Part::kAnswer},
    {"答案及解析", Part::kAnswer},
    {"答案与解析", Part::kAnswer},
    {"答案和解析", Part::kAnswer},
    {"参考答案", Part::kAnswer},
    {"标准答案", Part::kAnswer},
    {"正确答案", Part::kAnswer},
    {"正确选项", Part::kAnswer},
    {"示例答案", Part::kAnswer},
    {"范例答案", Part::kAnswer},
    {"满分答案", Part::kAnswer},
    {"优秀答案", Part::kAnswer},
    {"高分答案", Part::kAnswer},
    {"本题答案", Part::kAnswer},
    {"答案参考", Part::kAnswer},
    {"参考回答", Part::kAnswer},
    {"参考回复", Part::kAnswer},
    {"参考作答", Part::kAnswer},
    {"作答示例", Part::kAnswer},
    {"作答要点", Part::kAnswer},
    {"回答示例", Part::kAnswer},
    {"示例回答", Part::kAnswer},
    {"示范回答", Part::kAnswer},
    {"标准回答", Part::kAnswer},
    {"优秀回答", Part::kAnswer},
    {"高分回答", Part::kAnswer},
    {"推荐回答", Part::kAnswer},
    {"回答参考", Part::kAnswer},
    {"参考范文", Part::kAnswer},
    {"参考示例", Part::kAnswer},
    {"参考要点", Part::kAnswer},
    {"答题要点", Part::kAnswer},
    {"答题思路", Part::kAnswer},
    {"答题参考", Part::kAnswer},
    {"答题示范", Part::kAnswer},
    {"答题示例", Part::kAnswer},
    {"答题框架", Part::kAnswer},
    {"回答要点", Part::kAnswer},
    {"回答思路", Part::kAnswer},
    {"回答框架", Part::kAnswer},
    {"应答思路", Part::kAnswer},
    {"应答要点", Part::kAnswer},
    {"应答示例", Part::kAnswer},
    {"参考思路", Part::kAnswer},
    {"参考话术", Part::kAnswer},
    {"答案要点", Part::kAnswer},
    {"答案示例", Part::kAnswer},
    {"解题要点", Part::kAnswer},
    {"答案解析", Part::kAnalysis},
    {"答案分析", Part::kAnalysis},
    {"答案详解", Part::kAnalysis},
    {"官方解析", Part::kAnalysis},
    {"参考解析", Part::kAnalysis},
    {"思路解析", Part::kAnalysis},
    {"答题解析", Part::kAnalysis},
    {"试题解析", Part::kAnalysis},
    {"试题分析", Part::kAnalysis},
    {"题目解析", Part::kAnalysis},
    {"考点解析", Part::kAnalysis},
    {"详细解析", Part::kAnalysis},
    {"解题思路", Part::kAnalysis},
    {"题目分析", Part::kAnalysis},
    {"名师点评", Part::kAnalysis},
    {"专家点评", Part::kAnalysis},
    {"考官点评", Part::kAnalysis},
    {"思路点拨", Part::kAnalysis},
    {"评分标准", Part::kCriteria},
    {"评分要点", Part::kCriteria},
    {"评分细则", Part::kCriteria},
    {"评分参考", Part::kCriteria},
    {"评分依据", Part::kCriteria},
    {"评价标准", Part::kCriteria},
    {"得分要点", Part::kCriteria},
    {"考察要点", Part::kCriteria},
    {"考察能力", Part::kCriteria},
    {"考查要点", Part::kCriteria},
    {"考核要点", Part::kCriteria},
    {"测评要素", Part::kCriteria},
    {"我的答案", Part::kIgnored},
    {"你的答案", Part::kIgnored},
    {"您的答案", Part::kIgnored},
    {"学生答案", Part::kIgnored},
    {"考生答案", Part::kIgnored},
    {"你的选择", Part::kIgnored},
    {"您的选择", Part::kIgnored},
    {"您选择", Part::kIgnored},
    {"你选择", Part::kIgnored},
    {"难度系数", Part::kIgnored},
    {"面试官问", Part::kStem},
    {"评分点", Part::kCriteria},
    {"得分点", Part::kCriteria},
    {"采分点", Part::kCriteria},
    {"踩分点", Part::kCriteria},
    {"考察点", Part::kCriteria},
    {"考查点", Part::kCriteria},
    {"知识点", Part::kIgnored},
    {"难易度", Part::kIgnored},
    {"解答", Part::kAnswer},
    {"答案", Part::kAnswer},
    {"答 案", Part::kAnswer},
    {"回答", Part::kAnswer},
    {"解析", Part::kAnalysis},
    {"点评", Part::kAnalysis},
    {"评析", Part::kAnalysis},
    {"分析", Part::kAnalysis},
    {"难度", Part::kIgnored},
    {"得分", Part::kIgnored},
    {"批语", Part::kIgnored},
    {"评语", Part::kIgnored},
    {"案例材料", Part::kMaterial},
    {"案例背景", Part::kMaterial},
    {"案例描述", Part::kMaterial},
    {"背景材料", Part::kMaterial},
    {"背景资料", Part::kMaterial},
    {"给定材料", Part::kMaterial},
    {"给定资料", Part::kMaterial},
    {"材料", Part::kMaterial},
    {"题目", Part::kStem},
    {"题干", Part::kStem},
    {"问题", Part::kStem},
    {"答", Part::kAnswer},
    {"问", Part::kStem},
    {"题", Part::kStem},
}};

constexpr std::array<std::pair<std::string_view, Part>, 36> kEnglishLabels{{
    {"sample answer", Part::kAnswer},
    {"suggested answer", Part::kAnswer},
    {"model answer", Part::kAnswer},
    {"example answer", Part::kAnswer},
    {"reference answer", Part::kAnswer},
    {"correct answer", Part::kAnswer},
    {"possible answer", Part::kAnswer},
    {"strong answer", Part::kAnswer},
    {"good answer", Part::kAnswer},
    {"best answer", Part::kAnswer},
    {"sample response", Part::kAnswer},
    {"suggested response", Part::kAnswer},
    {"answer explanation", Part::kAnalysis},
    {"answer key", Part::kAnswer},
    {"answers", Part::kAnswer},
    {"answer", Part::kAnswer},
    {"ans", Part::kAnswer},
    {"explanation", Part::kAnalysis},
    {"rationale", Part::kAnalysis},
    {"reasoning", Part::kAnalysis},
    {"analysis", Part::kAnalysis},
    {"why they ask", Part::kAnalysis},
    {"why it works", Part::kAnalysis},
    {"scoring criteria", Part::kCriteria},
    {"evaluation criteria", Part::kCriteria},
    {"assessment criteria", Part::kCriteria},
    {"what to look for", Part::kCriteria},
    {"what we look for", Part::kCriteria},
    {"criteria", Part::kCriteria},
    {"rubric", Part::kCriteria},
    {"your answer", Part::kIgnored},
    {"difficulty", Part::kIgnored},
    {"question", Part::kStem},
    // 答案 and 解析 where a whole document was romanised.
    {"cankao da'an", Part::kAnswer},
    {"da'an", Part::kAnswer},
    {"jiexi", Part::kAnalysis},
}};

/// Nothing but markup and white space.
bool is_blank(std::string_view text) {
  constexpr std::size_t kMostMarkup = 100;  // bytes; a run-together text is not searched to its end
  return text.size() <= kMostMarkup && trimmed(without_markup(text)).empty();
}

/// "Sample answer:": an English word is a label only with its colon, or alone on its line.
std::optional<Label> english_label(std::string_view text) {
  for (const auto& [word, part] : kEnglishLabels) {
    if (!starts_with_english(text, word)) continue;
    Scanner scanner(text);
    scanner.rewind(word.size());
    scanner.take("**");
    scanner.skip_blanks();
    const bool alone = is_blank(scanner.rest());
    if (!scanner.take_one_of(U":") && !alone) return std::nullopt;
    scanner.take("**");
    scanner.skip_blanks();
    Label found;
    found.part = part;
    found.has_colon = !alone;
    found.length = scanner.offset();
    return found;
  }
  return std::nullopt;
}

/// 答案C5.…: letters, and then something else than a word in Latin letters.
bool is_glued_key(std::string_view rest) {
  constexpr std::size_t kMostLetters = 5;
  std::size_t letters = 0;
  while (letters < rest.size() && rest[letters] >= 'A' && rest[letters] <= 'H') ++letters;
  if (letters == 0 || letters > kMostLetters) return false;
  const char behind = letters < rest.size() ? rest[letters] : ' ';
  return !((behind >= 'A' && behind <= 'Z') || (behind >= 'a' && behind <= 'z'));
}

/// "正确答案 B": what follows the word and a blank is nothing but a key.
bool is_key_behind_blank(std::string_view rest) {
  constexpr std::size_t kLongestKey = 40;  // bytes
  if (rest.empty() || rest.size() > kLongestKey) return false;
  static const CharacterSet signs(U"ABCDEFGH,、 √×对错");
  Scanner scanner(rest);
  while (!scanner.at_end() && signs.has(scanner.peek())) scanner.take();
  // "答案 B  您选择 A": the learner's own choice stands behind it.
  return scanner.at_end() || (scanner.offset() > 0 && starts_with_any(scanner.rest(), {"您", "你", "我的"}));
}

/// The word as it is written in Traditional characters; the same bytes long.
std::string traditional(std::string_view word) {
  constexpr std::u32string_view kSimplified = U"题问标准评参优应试详点难细则范复习览话术识选断简";
  constexpr std::u32string_view kTraditional = U"題問標準評參優應試詳點難細則範復習覽話術識選斷簡";
  std::string result;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    const std::size_t at = kSimplified.find(c);
    append_utf8(result, at == std::u32string_view::npos ? c : kTraditional[at]);
  }
  return result;
}

using Labels = std::vector<std::pair<std::string, Part>>;

char32_t first_character(std::string_view text) {
  std::size_t i = 0;
  return text.empty() ? 0 : next_code_point(text, i);
}

/// kLabels and how they are written in Traditional characters, by their first character; longer words first.
const std::unordered_map<char32_t, Labels>& chinese_labels() {
  static const std::unordered_map<char32_t, Labels> labels = [] {
    std::unordered_map<char32_t, Labels> by_first;
    for (const auto& [word, part] : kLabels) {
      by_first[first_character(word)].emplace_back(word, part);
      const std::string other = traditional(word);
      if (other != word) by_first[first_character(other)].emplace_back(other, part);
    }
    return by_first;
  }();
  return labels;
}

const Labels& labels_that_begin_with(char32_t c) {
  static const Labels none;
  const auto found = chinese_labels().find(c);
  return found == chinese_labels().end() ? none : found->second;
}

/// 参考回答方向: what kind of answer it is, between the word and its colon.
void skip_manner(Scanner& scanner) {
  const std::size_t start = scanner.offset();
  for (std::string_view word :
       {"方向", "要点", "要點", "思路", "示例", "范例", "範例", "范文", "内容", "內容", "提示", "如下"})
    if (scanner.take(word)) break;
  if (scanner.peek() != ':' && scanner.peek() != '(' && !scanner.at_end()) scanner.rewind(start);
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
    for (const auto& [begin, labels] : chinese_labels()) characters.add(begin);
    for (const auto& [word, part] : kEnglishLabels) {
      characters.add(static_cast<unsigned char>(word[0]));
      characters.add(static_cast<unsigned char>(word[0] - 'a' + 'A'));
    }
    return characters;
  }();
  return first.has(c);
}

std::optional<Label> letter_label(std::string_view text) {
  Scanner scanner(text);
  Label found;
  if (scanner.take_one_of(U"Qq"))
    found.part = Part::kStem;
  else if (scanner.take_one_of(U"Aa"))
    found.part = Part::kAnswer;
  else
    return std::nullopt;
  scanner.take("**");
  if (!scanner.take_one_of(U":")) return std::nullopt;
  scanner.take("**");
  scanner.skip_blanks();
  found.length = scanner.offset();
  found.has_colon = true;
  found.opens_question = found.part == Part::kStem;
  return found;
}

std::optional<Label> label(std::string_view text) {
  Scanner scanner(text);
  if (!may_begin_label(scanner.peek())) return std::nullopt;
  if (scanner.peek() < 0x80 && scanner.peek() != '(' && scanner.peek() != '[') return english_label(text);
  const bool bracketed = scanner.take_one_of(U"【[(〖");
  for (const auto& [word, part] : labels_that_begin_with(first_character(scanner.rest()))) {
    if (!scanner.take(word)) continue;
    Label found;
    found.part = part;
    found.holds_all = part == Part::kAnswer && contains_any(word, {"解析"});
    if (bracketed) {
      // 【答案】B, and 【答案:B】.
      if (!scanner.take_one_of(U"】])〗") && scanner.peek() != ':') return std::nullopt;
      scanner.take_one_of(U":");
      found.has_colon = true;
    } else {
      scanner.take("**");
      scanner.skip_blanks();
      if (part == Part::kAnswer) skip_manner(scanner);
      skip_marks(scanner);
      found.has_colon = scanner.take_one_of(U":");
      scanner.take("**");
      const bool one_character = word.size() == std::string_view("答").size();
      if (word == "答" && !found.has_colon && !starts_with(scanner.rest(), "案"))  // 答  案 is a heading
        found.has_colon = scanner.rest() != text.substr(word.size());
      if (part == Part::kAnswer && !one_character && is_key_behind_blank(scanner.rest()))
        found.has_colon = true;
      if (word == "解析" && !scanner.at_end() && scanner.rest().size() < text.size() - word.size())
        found.has_colon = true;
      if (word == "答案" && is_glued_key(scanner.rest())) found.has_colon = true;
      if (part == Part::kIgnored && scanner.rest().size() < text.size() - word.size()) found.has_colon = true;
      if (!found.has_colon && (one_character || !is_blank(scanner.rest()))) return std::nullopt;
    }
    scanner.skip_blanks();
    found.length = scanner.offset();
    return found;
  }
  return std::nullopt;
}

namespace {

/// "Answer key", "PART TWO: SUGGESTED ANSWERS", behind its section mark.
bool is_english_answer_heading(std::string_view text) {
  for (std::string_view word : {"suggested ", "sample ", "model ", "correct "})
    if (starts_with_english(text, word)) text.remove_prefix(word.size());
  for (std::string_view word :
       {"answer key", "answers and explanations", "answers & explanations", "answers"})
    if (starts_with_english(text, word)) {
      const std::string_view rest = trimmed(text.substr(word.size()));
      return rest.empty() || rest == ":" || starts_with_english(rest, "and ") ||
             starts_with_english(rest, "& ");
    }
  return false;
}

}  // namespace

bool is_answer_heading(std::string_view text) {
  std::string_view rest = trimmed(text);
  while (!rest.empty() && rest[0] == '#') rest.remove_prefix(1);
  rest = trimmed(rest);
  if (const auto section = section_mark(rest)) rest.remove_prefix(section->length);
  if (is_english_answer_heading(rest)) return true;
  // 第二部分 参考答题思路: with a numeral before it, any word for an answer heads all of them.
  if (rest.size() < trimmed(text).size()) {
    std::string_view word = rest;
    if (starts_with(word, "参考")) word.remove_prefix(std::string_view("参考").size());
    for (const auto& whole : {rest, word})
      if (const auto found = label(whole);
          found && found->part == Part::kAnswer && found->length == whole.size())
        return true;
  }
  Scanner scanner(rest);
  scanner.take_one_of(U"【");
  for (std::string_view word : {"面试题", "试题", "题目", "附", "附录", "各题"})
    if (scanner.take(word)) scanner.take_one_of(U":");
  scanner.take("参考") || scanner.take("标准") || scanner.take("试题") || scanner.take("正确");
  if (!scanner.take("答案") && !scanner.take("答  案") && !scanner.take("答 案")) return false;
  if (scanner.take("与") || scanner.take("及") || scanner.take("和") || scanner.take("、")) {
    scanner.take("试题") || scanner.take("详细") || scanner.take("参考");
    const bool worded = scanner.take("解析") || scanner.take("详解") || scanner.take("评分标准") ||
                        scanner.take("解答") || scanner.take("分析") || scanner.take("评析") ||
                        scanner.take("点评") || scanner.take("评分要点");
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
