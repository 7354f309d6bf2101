// The words that name a question's parts: label() and is_answer_heading() of marks.h.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/label_words.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

/// Nothing but markup and white space.
bool is_blank(std::string_view text) {
  constexpr std::size_t kMostMarkup = 100;  // bytes; a run-together text is not searched to its end
  return text.size() <= kMostMarkup && trimmed(without_markup(text)).empty();
}

/// "Sample answer:": an English word is a label only with its colon, or alone on its line.
std::optional<Label> english_label(std::string_view text) {
  for (const auto& [word, part] : english_label_words()) {
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
  static const CharacterSet signs(U"ABCDEFGHT,、 √×对错正确误");
  Scanner scanner(rest);
  while (!scanner.at_end() && signs.has(scanner.peek()) && scanner.offset() < kLongestKey) scanner.take();
  if (scanner.offset() == 0) return false;
  if (const auto number = number_mark(scanner.rest()); number && number->style == NumberMark::Style::kPlain)
    return true;
  // "答案 B  您选择 A": the learner's own choice stands behind it.
  return scanner.at_end() || starts_with_any(scanner.rest(), {"您", "你", "我的", "解析", "【", "试题解析"});
}

/// 答案（C）, 答案【√】: the key in a bracket of its own.
bool is_bracketed_key(std::string_view rest) {
  constexpr std::size_t kLongestKey = 24;  // bytes
  static const CharacterSet signs(U"ABCDEFGH,、 √×对错正确误TF");
  Scanner scanner(rest);
  if (!scanner.take_one_of(U"([【")) return false;
  const std::size_t begin = scanner.offset();
  while (!scanner.at_end() && signs.has(scanner.peek()) && scanner.offset() < kLongestKey) scanner.take();
  return scanner.offset() > begin && scanner.take_one_of(U")]】");
}

/// 答案是：B, 正确答案为B: the verb between the word and what follows. Stays where nothing says so.
void skip_verb(Scanner& scanner) {
  const std::size_t start = scanner.offset();
  if (!(scanner.take("应为") || scanner.take("是") || scanner.take("为") || scanner.take("选"))) return;
  if (scanner.peek() != ':' && !is_key_behind_blank(scanner.rest())) scanner.rewind(start);
}

char32_t first_character(std::string_view text) {
  std::size_t i = 0;
  return text.empty() ? 0 : next_code_point(text, i);
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
    CharacterSet characters = first_characters_of_labels();
    for (char32_t bracket : U"【[(〖") characters.add(bracket);
    return characters;
  }();
  return first.has(c);
}

namespace {

/// Interviewer and candidate, as a transcript names them.
bool take_speaker(Scanner& scanner, Part& part) {
  static const CharacterSet first(U"IiHh面考Cc应應候求我M");
  if (!first.has(scanner.peek())) return false;
  const std::string_view text = scanner.rest();
  const auto take_any = [&](std::initializer_list<std::string_view> words) {
    for (std::string_view word : words)
      if (starts_with(text, word) || (word[0] >= 'a' && word[0] <= 'z' && starts_with_english(text, word))) {
        scanner.rewind(scanner.offset() + word.size());
        return true;
      }
    return false;
  };
  if (take_any({"interviewer", "hiring manager", "HR", "面试官", "面試官", "考官"}))
    part = Part::kStem;
  else if (take_any({"candidate", "interviewee", "Me", "应聘者", "應聘者", "候选人", "求职者", "考生", "我"}))
    part = Part::kAnswer;
  else
    return false;
  if (scanner.peek() == ':' || scanner.peek() == '*') return true;
  scanner.rewind(0);
  return false;
}

}  // namespace

std::optional<Label> letter_label(std::string_view text, LetterSigns signs) {
  Scanner scanner(text);
  Label found;
  const bool speaks = take_speaker(scanner, found.part);
  if (!speaks && scanner.take_one_of(U"Qq"))
    found.part = Part::kStem;
  else if (!speaks && scanner.take_one_of(U"Aa"))
    found.part = Part::kAnswer;
  else if (!speaks)
    return std::nullopt;
  const bool answers = found.part == Part::kAnswer;
  const bool numbered = answers && scanner.take_digits().has_value();  // A1:
  scanner.take("**");
  const bool colon = scanner.take_one_of(U":");
  const bool stops = answers && signs == LetterSigns::kColonsAndStops;
  if (!colon && !(stops && scanner.take_one_of(numbered ? U".、)" : U"."))) return std::nullopt;
  scanner.take("**");
  // "A. text" is one, "a.m." is not.
  if (!colon && !scanner.at_end() && scanner.peek() != ' ' && scanner.peek() < 0x80) return std::nullopt;
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
  const std::string_view rest = scanner.rest();
  for (const auto& [word, part] : label_words_that_begin_with(first_character(rest))) {
    constexpr std::size_t kTelling = 5;  // the last byte of the second character; the first is the same
    if (word.size() > kTelling && (rest.size() <= kTelling || rest[kTelling] != word[kTelling])) continue;
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
      const bool one_character = word.size() == std::string_view("答").size();
      if (part == Part::kAnswer) skip_manner(scanner);
      if (part == Part::kAnswer && !one_character) skip_verb(scanner);
      skip_marks(scanner);
      found.has_colon = scanner.take_one_of(U":");
      scanner.take("**");
      if (word == "答" && !found.has_colon && !starts_with(scanner.rest(), "案"))  // 答  案 is a heading
        found.has_colon = scanner.rest() != text.substr(word.size());
      if (part == Part::kAnswer && !one_character &&
          (is_key_behind_blank(scanner.rest()) || is_bracketed_key(scanner.rest())))
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
             starts_with_english(rest, "& ") || starts_with_any(rest, {"- ", "– ", "— "});
    }
  return false;
}

}  // namespace

std::string_view without_note(std::string_view heading) {
  constexpr std::size_t kShortestNote = 4;  // code points; less is a key
  constexpr std::string_view kOrnaments = "*=-~ ";
  std::string_view text = trimmed(heading);
  text.remove_prefix(std::min(text.find_first_not_of(kOrnaments), text.size()));
  text = text.substr(0, text.find_last_not_of(kOrnaments) + 1);
  if (last_character(text) != ')') return text;
  const std::size_t half = text.rfind('(');
  const std::size_t full = text.rfind("（");
  std::size_t open = half == std::string_view::npos ? full : half;
  if (half != std::string_view::npos && full != std::string_view::npos) open = std::max(half, full);
  if (open == std::string_view::npos || open == 0) return text;
  const std::string_view note = text.substr(open);
  const bool says_more = length_in_code_points(note) < kShortestNote + 2 || marks_named_in(note) ||
                         contains_any(note, {"题", "√", "×", "正确", "错误"});
  return says_more ? text : trimmed(text.substr(0, open));
}

bool is_answer_heading(std::string_view text) {
  std::string_view rest = without_note(text);
  while (!rest.empty() && rest[0] == '#') rest.remove_prefix(1);
  rest = trimmed(rest);
  if (const auto section = section_mark(rest)) rest.remove_prefix(section->length);
  if (is_english_answer_heading(rest)) return true;
  // 第二部分 参考答题思路: with a numeral before it, any word for an answer heads all of them.
  if (rest.size() < without_note(text).size()) {
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
                        scanner.take("点评") || scanner.take("评分要点") || scanner.take("思路");
    if (!worded) return false;
  } else {
    scanner.take("解析") || scanner.take("详解") || scanner.take("要点") || scanner.take("速查表") ||
        scanner.take("速查");
  }
  scanner.take("部分") || scanner.take("汇总") || scanner.take("如下");
  scanner.take_one_of(U"】");
  scanner.take_one_of(U":");
  return trimmed(scanner.rest()).empty();
}

}  // namespace rehearse
