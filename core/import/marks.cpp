#include "core/import/marks.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks_note.h"

namespace rehearse {
namespace {

constexpr std::u32string_view kNumberSeparators = U".、)．。";

/// "(单选,4分)" or "(5分)" behind a number. Kept out of the stem only when it says nothing else.
void take_bracket(Scanner& scanner, NumberMark& mark) {
  const std::size_t start = scanner.offset();
  constexpr std::size_t kLongest = 40;  // bytes
  char32_t close = 0;
  if (scanner.take_one_of(U"("))
    close = ')';
  else if (scanner.take_one_of(U"["))
    close = ']';
  else if (scanner.take_one_of(U"【"))
    close = U'】';
  else
    return;
  const std::size_t inside = scanner.offset();
  while (!scanner.at_end() && scanner.peek() != close && scanner.offset() - inside < kLongest) scanner.take();
  const std::string_view content = scanner.taken_since(inside);
  if (!scanner.take_one_of(std::u32string_view(&close, 1))) return scanner.rewind(start);
  const auto kind = kind_named_in(content);
  const auto marks = marks_named_in(content);
  const bool says_nothing_else =
      length_in_code_points(content) <= 10 || marks_note(scanner.taken_since(start));
  if ((!kind && !marks) || !says_nothing_else) return scanner.rewind(start);
  if (kind) mark.kind = kind;
  if (marks) mark.marks = marks;
  mark.says_question = true;
}

/// 单选题, 判断: a kind as a word of its own.
bool take_kind_word(Scanner& scanner, NumberMark& mark) {
  for (std::string_view word : {"单选题", "多选题", "判断题", "填空题", "简答题", "问答题", "单选", "多选",
                                "判断", "填空", "简答", "问答", "不定项选择题", "不定项"}) {
    const std::size_t start = scanner.offset();
    if (!scanner.take(word)) continue;
    if (scanner.at_end() || scanner.peek() == ' ' || scanner.peek() == ':') {
      scanner.take_one_of(U":");
      const auto kind = kind_named_in(word);
      mark.kind = kind ? kind : QuestionKind::kOpen;
      return true;
    }
    scanner.rewind(start);
  }
  return false;
}

/// 题目: 题干: 题: 问题: behind a number.
void take_stem_label(Scanner& scanner, NumberMark& mark) {
  const std::size_t start = scanner.offset();
  scanner.take_one_of(U"【[");
  const bool worded = scanner.take("题目") || scanner.take("题干") || scanner.take("问题") ||
                      scanner.take("問題") || scanner.take("題目") || scanner.take("试题") ||
                      scanner.take("题");
  if (worded) take_bracket(scanner, mark);
  if (!worded || !scanner.take_one_of(U":】]")) return scanner.rewind(start);
  scanner.take_one_of(U":");
  mark.says_question = true;
}

std::optional<std::size_t> take_number(Scanner& scanner) {
  const auto digits = scanner.take_digits();
  return digits ? digits : scanner.take_chinese_number();
}

/// 第一题, 题目1, 问题1:, Q1:
bool take_worded_number(std::string_view text, Scanner& scanner, NumberMark& mark) {
  const std::size_t start = scanner.offset();
  const bool ordinal = scanner.take("第");
  const bool english = !ordinal && starts_with_english(text.substr(start), "question");
  if (english) scanner.rewind(start + std::string_view("question").size());
  const bool lettered = english || (!ordinal && (scanner.take("Q") || scanner.take("Ｑ")));
  const bool named = !ordinal && !lettered &&
                     (scanner.take("题目") || scanner.take("问题") || scanner.take("題目") ||
                      scanner.take("問題") || scanner.take("试题") || scanner.take("面试题"));
  if (!ordinal && !lettered && !named) return false;
  scanner.skip_blanks();
  const auto number = take_number(scanner);
  const bool closed = number && (!ordinal || scanner.take("题") || scanner.take("問") || scanner.take("題") ||
                                 scanner.take("问"));
  if (!closed) {
    scanner.rewind(start);
    return false;
  }
  take_bracket(scanner, mark);
  const bool enclosed = scanner.peek() == U'】' || scanner.peek() == ']';
  const bool separated = enclosed || scanner.take_one_of(U":.、．,) ") || scanner.at_end();
  const auto part = separated ? std::nullopt : label(scanner.rest());
  const bool answered = part && part->has_colon && part->part != Part::kStem;  // 题目1应答思路:
  if (!separated && !mark.marks && !ordinal && !answered) {
    scanner.rewind(start);
    return false;
  }
  mark.number = *number;
  mark.style = NumberMark::Style::kWorded;
  mark.says_question = true;
  return true;
}

/// 18/473单选题: a practice app's counter, behind the first number.
void take_counter(Scanner& scanner, NumberMark& mark) {
  const std::size_t start = scanner.offset();
  if (!scanner.take_one_of(U"/") || !scanner.take_digits()) return scanner.rewind(start);
  scanner.skip_blanks();
  if (!take_kind_word(scanner, mark)) return scanner.rewind(start);
  mark.says_question = true;
}

bool take_plain_number(Scanner& scanner, NumberMark& mark) {
  const std::size_t start = scanner.offset();
  const char32_t first = scanner.peek();
  if (first >= U'①' && first <= U'⑳') {
    mark.number = scanner.take() - U'①' + 1;
    mark.style = NumberMark::Style::kCircled;
    scanner.take_one_of(U".、");
    return true;
  }
  const bool bracketed = scanner.take_one_of(U"(");
  const auto number = scanner.take_digits();
  if (!number || (bracketed && !scanner.take_one_of(U")"))) {
    scanner.rewind(start);
    return false;
  }
  if (bracketed) {
    scanner.take_one_of(U".、");
  } else {
    take_bracket(scanner, mark);  // 1(单选)
    if (!mark.says_question) take_counter(scanner, mark);
    scanner.skip_blanks();
    const bool full_stop = starts_with(scanner.rest(), ".");  // nobody writes a decimal with ．
    const bool separated = scanner.take_one_of(kNumberSeparators);
    mark.may_be_decimal = full_stop && scanner.peek() >= '0' && scanner.peek() <= '9';
    if (!separated && !mark.says_question) {
      mark = NumberMark();
      scanner.rewind(start);
      return false;
    }
  }
  mark.number = *number;
  mark.style = bracketed ? NumberMark::Style::kBracketed : NumberMark::Style::kPlain;
  return true;
}

/// As may_begin_section_mark.
bool may_begin_number_mark(char32_t c) {
  static const CharacterSet first = [] {
    CharacterSet characters(U"【[(0123456789第Qq题问題問试面");
    for (char32_t circled = U'①'; circled <= U'⑳'; ++circled) characters.add(circled);
    return characters;
  }();
  return first.has(c);
}

/// I to XX in capitals, as parts are numbered; 0 for none.
std::size_t take_roman_number(Scanner& scanner) {
  constexpr std::array<std::string_view, 12> kNumerals{"VIII", "III", "VII", "XII", "II", "IV",
                                                       "VI",   "IX",  "XI",  "I",   "V",  "X"};
  constexpr std::array<std::size_t, 12> kValues{8, 3, 7, 12, 2, 4, 6, 9, 11, 1, 5, 10};
  if (const char32_t c = scanner.peek(); c != 'I' && c != 'V' && c != 'X') return 0;
  for (std::size_t i = 0; i < kNumerals.size(); ++i)
    if (scanner.take(kNumerals[i])) return kValues[i];
  return 0;
}

/// 案例一 材料2: 【案例(一)】, parted from what follows; 0 for none.
std::size_t take_case_number(Scanner& scanner) {
  const std::size_t start = scanner.offset();
  const bool enclosed = scanner.take_one_of(U"【[");
  const bool named = scanner.take("案例") || scanner.take("情景") || scanner.take("材料");
  if (named) scanner.take("分析") && scanner.take("题");
  const bool bracketed = named && scanner.take_one_of(U"(");
  const auto number = named ? take_number(scanner) : std::nullopt;
  const bool closed =
      number && (!bracketed || scanner.take_one_of(U")")) && (!enclosed || scanner.take_one_of(U"】]"));
  const bool parted = closed && (scanner.take_one_of(U":.、 ") || enclosed || bracketed || scanner.at_end());
  if (parted) return *number;
  scanner.rewind(start);
  return 0;
}

/// 壹、 to 拾、 as official papers number their parts; 0 for none.
std::size_t take_formal_number(Scanner& scanner) {
  constexpr std::u32string_view kSimplified = U"壹贰叁肆伍陆柒捌玖拾";
  constexpr std::u32string_view kTraditional = U"壹貳參肆伍陸柒捌玖拾";
  const std::size_t start = scanner.offset();
  const char32_t c = scanner.take();
  std::size_t at = kSimplified.find(c);
  if (at == std::u32string_view::npos) at = kTraditional.find(c);
  if (c != 0 && at != std::u32string_view::npos && scanner.take_one_of(U"、")) return at + 1;
  scanner.rewind(start);
  return 0;
}

/// "PART A", "Part two:", "Section 3", "II."
bool take_english_section(std::string_view text, Scanner& scanner, SectionMark& mark) {
  for (std::string_view word : {"part ", "section ", "chapter ", "round "}) {
    if (!starts_with_english(text, word)) continue;
    scanner.rewind(word.size());
    constexpr std::array<std::string_view, 8> kWords{"one",  "two", "three", "four",
                                                     "five", "six", "seven", "eight"};
    if (const auto digits = scanner.take_digits()) mark.number = *digits;
    for (std::size_t i = 0; i < kWords.size() && mark.number == 0; ++i)
      if (starts_with_english(scanner.rest(), kWords[i])) {
        mark.number = i + 1;
        scanner.rewind(scanner.offset() + kWords[i].size());
      }
    if (mark.number == 0) mark.number = take_roman_number(scanner);
    if (mark.number == 0 && scanner.peek() >= 'A' && scanner.peek() <= 'H')
      mark.number = scanner.take() - 'A' + 1;
    scanner.skip_blanks();
    const bool closed = scanner.at_end() || scanner.peek() == ':' || scanner.peek() == '.' ||
                        scanner.peek() == '-' || scanner.peek() == U'–' || scanner.peek() == U'—';
    if (mark.number > 0 && closed) return true;
    break;
  }
  scanner.rewind(0);
  mark.number = take_roman_number(scanner);
  if (mark.number > 0 && scanner.take(".") && scanner.peek() == ' ') return true;
  mark.number = 0;
  scanner.rewind(0);
  return false;
}

}  // namespace

std::optional<NumberMark> number_mark(std::string_view text) {
  const auto mark = possible_number_mark(text);
  return mark && !mark->may_be_decimal ? mark : std::nullopt;
}

std::optional<NumberMark> possible_number_mark(std::string_view text) {
  Scanner scanner(text);
  if (!may_begin_number_mark(scanner.peek())) return std::nullopt;
  NumberMark before;  // 【单选】1、
  take_bracket(scanner, before);
  if (before.kind)
    scanner.skip_blanks();
  else
    scanner.rewind(0);
  const std::size_t begin = scanner.offset();
  NumberMark mark;
  scanner.take_one_of(U"【[");
  if (!take_worded_number(text, scanner, mark)) {
    scanner.rewind(begin);
    if (!take_plain_number(scanner, mark)) return std::nullopt;
  }
  if (before.kind) {
    mark.kind = before.kind;
    mark.marks = before.marks;
    mark.says_question = true;
  }
  scanner.take_one_of(U"】]");
  scanner.skip_blanks();
  take_bracket(scanner, mark);
  scanner.skip_blanks();
  if (!mark.kind && mark.says_question && take_kind_word(scanner, mark)) scanner.skip_blanks();
  take_stem_label(scanner, mark);
  scanner.skip_blanks();
  mark.length = scanner.offset();
  return mark;
}

std::optional<SectionMark> section_mark(std::string_view text) {
  Scanner scanner(text);
  const char32_t first = scanner.peek();
  const bool lower_case = first == 's' || first == 'p' || first == 'c' || first == 'r';  // section, part
  if (!may_begin_section_mark(first) && !lower_case) return std::nullopt;
  SectionMark mark;
  if (scanner.take("第")) {
    const auto number = take_number(scanner);
    const bool part =
        number && (scanner.take("部分") || scanner.take("章") || scanner.take("节") || scanner.take("篇") ||
                   scanner.take("单元") || scanner.take("模块") || scanner.take("大题"));
    if (!part) return std::nullopt;
    mark.number = *number;
    scanner.take_one_of(U":.、．");
  } else if (const std::size_t in_case = take_case_number(scanner)) {
    mark.is_case = true;
    mark.number = in_case;
  } else if (const std::size_t formal = take_formal_number(scanner)) {
    mark.number = formal;
  } else if (take_english_section(text, scanner, mark)) {
    scanner.take_one_of(U":.-–—");
  } else {
    mark.is_bracketed = scanner.take_one_of(U"(");
    const auto number = scanner.take_chinese_number();
    if (!number) return std::nullopt;
    if (mark.is_bracketed ? !scanner.take_one_of(U")") : !scanner.take_one_of(U"、.．:")) {
      // 二 是非题: parted by a blank, where what follows names a kind.
      constexpr std::size_t kLongestKind = 60;  // bytes
      const bool names_kind = !mark.is_bracketed && scanner.peek() == ' ' && text.size() <= kLongestKind &&
                              kind_named_in(trimmed(scanner.rest()));
      const bool choice = starts_with(trimmed(scanner.rest()), "选择题");
      if (!names_kind && !(choice && scanner.peek() == ' ')) return std::nullopt;
    }
    if (mark.is_bracketed) scanner.take_one_of(U"、");
    mark.is_plain = !mark.is_bracketed;
    mark.number = *number;
  }
  scanner.skip_blanks();
  mark.length = scanner.offset();
  return mark;
}

bool may_begin_section_mark(char32_t c) {
  static const CharacterSet first(U"第(【[一二三四五六七八九十案情材壹贰貳叁參肆伍陆陸柒捌玖拾SPCRIVX");
  return first.has(c);
}

SectionHead section_head(std::string_view text) {
  SectionHead head;
  head.kind = kind_named_in(text);
  std::string_view title = trimmed(text);
  // The bracket that counts is the last one, and only when it speaks of questions or marks.
  const std::size_t half = title.rfind('(');
  const std::size_t full = title.rfind("（");
  std::size_t open = half == std::string_view::npos ? full : half;
  if (half != std::string_view::npos && full != std::string_view::npos) open = std::max(half, full);
  if (open != std::string_view::npos && contains_any(title.substr(open), {"题", "分"})) {
    std::string bracket(title.substr(open));
    std::erase(bracket, ' ');  // 共 8 小题，每小题 3 分
    for (Scanner scanner(bracket); !scanner.at_end();) {
      const auto number = scanner.take_digits();
      if (!number)
        scanner.take();
      else if (starts_with_any(scanner.rest(), {"题", "小题", "道", "个"}) && !head.declared_count)
        head.declared_count = number;
    }
    for (std::string_view word : {"每题", "每小题", "每道题", "各"}) {
      const std::size_t at = bracket.find(word);
      if (at != std::string_view::npos && !head.marks_each)
        head.marks_each = marks_named_in(std::string_view(bracket).substr(at));
    }
    const bool counts = head.declared_count || head.marks_each || marks_named_in(bracket);
    if (counts) title = trimmed(title.substr(0, open));
  }
  while (last_character(title) == ':') title.remove_suffix(title.back() == ':' ? 1 : 3);
  head.title = std::string(trimmed(title));
  if (!head.kind) head.kind = kind_named_in(head.title);  // 判断(每题1分)
  return head;
}

std::size_t bullet_length(std::string_view text) {
  Scanner scanner(text);
  // The private ones are what a PDF keeps of a word processor's symbol font.
  static const CharacterSet bullets(U"-*+•●○◆◇■□▪☆★➢►▶–—·\uF0B7\uF0A7\uF06C\uF06E\uF0D8\uF0FC");
  if (!bullets.has(scanner.peek())) return 0;
  scanner.take();
  if (scanner.peek() == '-' || scanner.peek() == '*' || scanner.peek() == U'—') return 0;  // a rule
  scanner.skip_blanks();
  return scanner.offset();
}

}  // namespace rehearse
