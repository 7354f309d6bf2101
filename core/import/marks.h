// The marks a question bank is structured by, read at the start of a piece of text. Grammar only:
// whether a mark is meant is decided by its surroundings (outline.h). Every line of a document is kept with
// the mark it may begin with, so that they are small: lengths and numbers have 32 bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/deck/question.h"

namespace rehearse {

/// The parts a question is written in.
enum class Part : std::uint8_t { kStem, kAnswer, kAnalysis, kCriteria, kMaterial, kIgnored };

/// 1. 1、 1) (1) ① 第一题 题目1(5分) 问题1: Q1: — a number that may begin a question.
struct NumberMark {
  enum class Style : std::uint8_t { kPlain, kBracketed, kCircled, kWorded };
  std::uint32_t number = 0;
  std::uint32_t length = 0;  // bytes up to the text behind it
  Style style = Style::kPlain;
  bool says_question = false;   // 第1题, 题目:, (单选): nothing but a question is marked so
  bool may_be_decimal = false;  // 2.5万元 may be a number, or question 2 and 5万元: the sequence says
  std::optional<QuestionKind> kind;
  std::optional<double> marks;
};
std::optional<NumberMark> number_mark(std::string_view text);
/// number_mark, and 3.2.5万元 or 1.5倍 with may_be_decimal set.
std::optional<NumberMark> possible_number_mark(std::string_view text);

/// 一、 第一部分 (一) — a numeral that may begin a section.
struct SectionMark {
  std::uint32_t number = 0;
  std::uint32_t length = 0;  // bytes up to the title
  bool is_bracketed = false;
  bool is_plain = false;  // 一、: what may number questions too
  bool is_case = false;   // 案例一: its material may stand below
};
std::optional<SectionMark> section_mark(std::string_view text);
/// False for most characters (folded): a quick answer for those who ask at every one.
bool may_begin_section_mark(char32_t c);

/// What a heading says besides its title: 单选题(共10题,每题2分,总计20分).
struct SectionHead {
  std::string title;
  std::optional<std::size_t> declared_count;
  std::optional<double> marks_each;
  std::optional<QuestionKind> kind;
};
SectionHead section_head(std::string_view text);

/// 答案: 【解析】 参考答案 — the word and its colon or brackets.
struct Label {
  Part part = Part::kAnswer;
  std::uint32_t length = 0;     // bytes up to the text behind it
  bool has_colon = false;       // or stands in brackets: says that the text follows
  bool holds_all = false;       // 答案与解析
  bool opens_question = false;  // Q: nothing but the next question begins so
};
std::optional<Label> label(std::string_view text);
/// What stands behind the letters of a dialogue: "A:", or also "A." where nothing else is lettered so.
enum class LetterSigns { kColons, kColonsAndStops };
/// "Q:", "A:", "A1:", "Interviewer:" and 应聘者: in documents that are written as a dialogue.
std::optional<Label> letter_label(std::string_view text, LetterSigns signs);
/// As may_begin_section_mark.
bool may_begin_label(char32_t c);

/// - * + • ☆ before an item; bytes up to its text, 0 for none.
std::size_t bullet_length(std::string_view text);

/// The kind a heading or a bracket after a number names: 单选题, (判断题), 多选.
std::optional<QuestionKind> kind_named_in(std::string_view text);

/// "5分" or "5 points" anywhere in `text`: 5.
std::optional<double> marks_named_in(std::string_view text);

/// A heading without the bracket at its end that speaks to the reader: ANSWER KEY (for assessors only). One
/// that counts or holds a key stays.
std::string_view without_note(std::string_view heading);

/// A line that says "answers from here on": 答案与解析, 参考答案, 三、答案部分.
bool is_answer_heading(std::string_view text);

}  // namespace rehearse
