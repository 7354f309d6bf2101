// Which marks are meant: the questions that OutlineReader asks of every block.
#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/keys.h"
#include "core/import/outline_reader.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

/// 属于负债。(√): the statement is complete.
bool ends_with_bracketed_key(std::string_view text) {
  constexpr std::size_t kLongest = 24;  // bytes
  text = trimmed(text);
  if (last_character(text) != ')') return false;
  const std::string_view end = text.substr(text.size() - std::min(kLongest, text.size()));
  const std::size_t half = end.rfind('(');
  const std::size_t full = end.rfind("（");
  const std::size_t open = half != std::string_view::npos ? half : full;
  if (open == std::string_view::npos) return false;
  const std::string_view bracket = end.substr(open);
  const auto truth = take_truth_key(bracket);
  const auto letters = take_choice_key(bracket, {});
  return (truth && truth->rest.empty()) || (letters && letters->rest.empty());
}

}  // namespace

/// The part that comes next has been read for the current question: it is the next question's.
bool OutlineReader::next_part_is_of_another_question(std::size_t at) const {
  const Next next = next_behind(blocks_, at);
  if (next.mark != Next::Mark::kPart) return false;
  if (next.part == Part::kAnswer) return part_ == Part::kAnalysis || !current_->answer.empty();
  if (next.part == Part::kAnalysis) return !current_->analysis.empty();
  return !current_->criteria.empty();
}

/// The numbers behind a block go from 1 to `last`; those of lists between them do not count.
bool OutlineReader::counts_to(std::size_t at, std::size_t last) const {
  constexpr std::size_t kLongestAnswer = 40;  // blocks
  const std::size_t end = std::min(blocks_.size(), at + (last + 1) * kLongestAnswer);
  std::size_t reached = 0;
  for (std::size_t i = at + 1; i < end && reached < last; ++i)
    if (blocks_[i].number && blocks_[i].number->number == reached + 1) ++reached;
  return reached == last;
}

/// "答案与解析" on its own, with questions before it and answers of several questions behind it.
bool OutlineReader::begins_answer_part(std::size_t at) const {
  const Block& block = blocks_[at];
  if (outline_.questions.empty() || !is_short(without_note(block.text))) return false;
  const bool says_answers = is_answer_heading(block.text);
  // 答题要点 over a list as long as the questions that wait for their answers.
  const bool may_say = !says_answers && block.label && block.label->part == Part::kAnswer &&
                       block.label->length == block.text.size() && answered_in_place_ == 0 &&
                       !in_answer_part_ && outline_.questions.size() > 2;
  if (!says_answers && !(may_say && counts_to(at, outline_.questions.back().number))) return false;
  if (at + 1 == blocks_.size()) return false;
  // "4.参考答案:" with a list below it is an answer, not all of them.
  if (current_ && (current_->stem.empty() || (in_answer_part_ && current_->answer.empty()))) return false;
  const Block& behind = blocks_[at + 1];
  const bool tabulated = key_table(behind.text).size() > 1;
  const bool names_group = (behind.starts_line || behind.is_topic) && is_name_of_group(behind.text);
  if (!behind.starts_line && !behind.section && !behind.number && !tabulated && !names_group)
    return false;  // its own text follows
  // A list as long as the questions that wait for their answers is of all of them.
  const bool all_wait = answered_in_place_ == 0 && !in_answer_part_ && outline_.questions.size() > 2 &&
                        counts_to(at, outline_.questions.size());
  const bool is_list_item =
      block.label && block.label->has_colon && last_character(behind.text) == ';' && !all_wait;
  const bool first_of_many =
      behind.number && behind.number->number == 1 && last_number_ != 1 && !is_list_item;
  // Where each question before had its answer below it, so has this one.
  const bool needs_this_answer =
      current_ && current_->answer.empty() && !in_answer_part_ && answered_in_place_ > 0;
  if (needs_this_answer || outline_.questions.size() < 2) return false;
  if (behind.section && !behind.section->is_bracketed) return true;
  if (tabulated || names_a_kind_of_questions(behind)) return true;
  if (names_group) return true;
  if (first_of_many ||
      (behind.number && (behind.number->says_question || (behind.number->number == 1 && !block.label))))
    return true;
  return !key_table(behind.text).empty() || (!block.label && !bare_keys(behind.text).empty());
}

/// "题目1 应答思路:" behind the last question: the answers begin, and no heading has said so.
bool OutlineReader::begins_later_answer(std::size_t at) const {
  const Block& block = blocks_[at];
  const bool is_answer_of_number = !in_answer_part_ && block.number && block.number->number == 1 &&
                                   block.content.empty() && at + 1 < blocks_.size() &&
                                   blocks_[at + 1].label && blocks_[at + 1].label->part == Part::kAnswer;
  if (!is_answer_of_number || outline_.questions.size() < 2 || last_number_ < 2) return false;
  return std::all_of(outline_.questions.begin(), outline_.questions.end(),
                     [](const DraftQuestion& draft) { return draft.answer.empty(); });
}

bool OutlineReader::begins_section(std::size_t at) {
  const Block& block = blocks_[at];
  if (block.is_topic) return true;
  const std::string_view title = block.section ? block.content : block.text;
  // 第二部分 9.× 10.√: above answers the numeral alone may name the section.
  if (title.empty() && block.section && in_answer_part_ && !block.section->is_bracketed)
    return std::any_of(outline_.sections.begin(), outline_.sections.end(),
                       [&](const DraftSection& known) { return known.number == block.section->number; });
  // English says the same in twice the letters: Multiple choice (2 points each). Choose ONE answer.
  constexpr std::size_t kLongestEnglish = 100;  // bytes
  const bool english_kind =
      block.section && title.size() <= kLongestEnglish && is_english(title) && kind_named_in(title);
  if (title.empty() || !(is_short(title) || english_kind)) return false;
  const bool sentence = ends_sentence(last_character(title));
  if (!block.section) {
    if (block.number || block.label || sentence) return false;
    if (names_a_kind_of_questions(block)) return true;
    const auto& below = at + 1 < blocks_.size() ? blocks_[at + 1].number : std::nullopt;
    const bool leads_on = below && (below->number == 1 || below->number == last_number_ + 1);
    if (block.starts_line && leads_on && is_name_of_group(without_markup(block.text))) return true;
    // A Markdown heading without a numeral: a section when questions follow.
    if (block.heading == 0) return false;
    // ## References: above the level of the questions nothing belongs to the last one.
    if (current_ && block.heading < question_heading_) return true;
    if (at + 1 < blocks_.size() && blocks_[at + 1].label && blocks_[at + 1].label->opens_question)
      return true;
    const Next next = next_behind(blocks_, at);
    return next.mark == Next::Mark::kNumber ||
           (next.mark == Next::Mark::kSection && at + 1 < blocks_.size() &&
            blocks_[at + 1].heading > block.heading);
  }
  if (sentence || block.section->is_bracketed) return false;
  const std::size_t number = block.section->number;
  const SectionHead head = section_head(title);
  const bool says_section = head.declared_count || head.marks_each || head.kind;
  const bool inside_answer = current_ && part_ != Part::kStem;
  if (inside_answer && !says_section && passage(part_).empty()) {
    nested_section_next_ = number + 1;  // an answer that begins with 一、 is a list of them
    return false;
  }
  if (inside_answer && !says_section) {
    // An answer may be a list of 一、 二、 三、 itself.
    if (number == nested_section_next_) {
      ++nested_section_next_;
      return false;
    }
  }
  const std::size_t next = next_number_behind(blocks_, at);
  const bool leads_to_dialogue =
      at + 1 < blocks_.size() && blocks_[at + 1].label && blocks_[at + 1].label->opens_question;
  const bool leads_to_questions = leads_to_dialogue || next == 1 || next == last_number_ + 1 ||
                                  (at + 1 < blocks_.size() && blocks_[at + 1].heading > 0);
  // 二、 may be the first heading that was read: the part before it had none.
  const bool is_first_read = last_section_number_ == 0 && last_number_ > 0 && next == 1;
  const bool goes_on = number == last_section_number_ + 1 || number == 1 || is_first_read;
  // 第二章 above 一、单选题.
  const bool above_section =
      !block.section->is_plain && at + 1 < blocks_.size() && names_a_kind_of_questions(blocks_[at + 1]);
  // 贰、 and 第二部分 number nothing else than sections.
  const bool only_sections = !block.section->is_plain && number == last_section_number_ + 1 && number > 1;
  if (says_section || only_sections || above_section || (goes_on && leads_to_questions)) return true;
  if (inside_answer && number == 1) nested_section_next_ = 2;
  return false;
}

/// 案例一 with what happened below it, and then its numbered questions.
bool OutlineReader::begins_case(std::size_t at) const {
  constexpr std::size_t kFar = 40;               // blocks
  constexpr std::size_t kShortestMaterial = 60;  // bytes; less is a title
  const Block& block = blocks_[at];
  if (!block.section || !block.section->is_case || in_answer_part_) return false;
  // 材料一 below 第一题 is what that question is about.
  if (current_ && part_ == Part::kStem && starts_with(block.text, "材料")) return false;
  std::size_t material = block.content.size();
  for (std::size_t i = at + 1; i < std::min(blocks_.size(), at + kFar); ++i) {
    const Block& next = blocks_[i];
    const bool counts =
        next.number && !next.number->may_be_decimal && next.number->style != NumberMark::Style::kCircled;
    if (counts || (next.label && next.label->part == Part::kStem))
      return material >= kShortestMaterial && (!counts || next.number->number == 1);
    if (next.label || next.section || next.heading > 0) return false;
    material += next.text.size();
  }
  return false;
}

bool OutlineReader::begins_heading_question(std::size_t at) const {
  const Block& block = blocks_[at];
  if (block.heading == 0 || block.number || block.label || block.section) return false;
  if (block.is_question || contains_any(block.text, {"?", "？"})) return true;
  return next_behind(blocks_, at).mark == Next::Mark::kPart && at + 1 < blocks_.size();
}

/// 问: below 问: is the next question; 问题: below 题目: is a part of it.
bool OutlineReader::is_labelled_as_current(const Block& block) const {
  return !stem_label_.empty() && block.text.substr(0, block.label->length) == stem_label_;
}

bool OutlineReader::begins_question(std::size_t at) {
  const Block& block = blocks_[at];
  if (block.label && block.label->opens_question) return !in_answer_part_;
  if (block.label && block.label->part == Part::kStem)
    return block.starts_line && !in_answer_part_ &&
           (!current_ || part_ != Part::kStem || is_labelled_as_current(block)) && block.label->has_colon;
  if (block.section && !block.section->is_bracketed && !in_answer_part_) {
    // 一、 before a question itself.
    const bool goes_on =
        block.section->number == last_number_ + 1 && (outline_.sections.empty() || last_number_ > 0);
    const bool names_question = block.content.empty() && at + 1 < blocks_.size() && blocks_[at + 1].label &&
                                blocks_[at + 1].label->part == Part::kStem;
    if (goes_on && names_question) return true;
    if (!goes_on) return false;
    // 二、 behind the answer to 一、, where that answer has no such list itself.
    if (current_ && opened_by_ == OpenedBy::kNumeral && block.starts_line && block.behind_gap &&
        nested_section_next_ == 0 && is_short(block.content))
      return true;
    if (!current_) return asks(block.content) || next_behind(blocks_, at).mark == Next::Mark::kPart;
    const bool may_ask = asks(block.content) || next_part_is_of_another_question(at);
    return may_ask && (outline_.sections.empty() || !sections_are_plain_);
  }
  if (!block.number) return begins_heading_question(at);
  if (block.number->style == NumberMark::Style::kBracketed ||
      block.number->style == NumberMark::Style::kCircled)
    return false;
  return begins_plain_question(at);
}

/// 2.团队矛盾 in the answer part: a few words without any sign, and no item of the same list behind them.
bool OutlineReader::is_answer_title(std::size_t at) const {
  constexpr std::size_t kLongest = 36;  // bytes
  const Block& block = blocks_[at];
  if (!block.starts_line || block.content.empty() || block.content.size() > kLongest ||
      at + 1 == blocks_.size() || contains_any(block.content, {"，", "。", "：", "；", "、", ",", ":", ";"}))
    return false;
  const Block& below = blocks_[at + 1];
  return below.starts_line && !(below.number && below.number->number == block.number->number + 1);
}

bool OutlineReader::begins_plain_question(std::size_t at) {
  const Block& block = blocks_[at];
  const NumberMark& mark = *block.number;
  if (mark.says_question) return true;
  // Below Q: and A: a number counts the items of a list.
  if (current_ && opened_by_ == OpenedBy::kLabel && part_ != Part::kStem && !in_answer_part_) return false;
  const std::size_t number = mark.number;
  if (mark.may_be_decimal) {
    // 3.2.5万元: nothing but the next number, in the place of the next question or with the next but one
    // below.
    const std::string_view above = at > 0 ? blocks_[at - 1].text : std::string_view();
    const bool behind_sentence = block.starts_line || ends_sentence(last_character(above));
    const bool leads = behind_sentence && next_number_behind(blocks_, at) == number + 1;
    if (current_ == nullptr) return leads && last_number_ == 0;
    return number == last_number_ + 1 &&
           (leads || ends_with_bracketed_key(above) || next_part_is_of_another_question(at));
  }
  const bool goes_on =
      number == last_number_ + 1 || (last_number_ == 0 && last_in_all_ > 0 && number == last_in_all_ + 1);
  const bool has_text = !block.content.empty() || (at + 1 < blocks_.size() && blocks_[at + 1].label);
  const bool inside_text = current_ != nullptr;
  if (inside_text && number == nested_next_) {
    // 4. may be the fourth item of a list or the question behind the third.
    const bool looks_like_question =
        goes_on && has_text &&
        ((in_answer_part_ && is_answer_title(at)) ||
         ((next_part_is_of_another_question(at) || block.heading > 0 || asks(block.content)) &&
          (part_ != Part::kStem || asks(block.content))));
    if (!looks_like_question) {
      ++nested_next_;
      return false;
    }
    return true;
  }
  if (goes_on && has_text) return true;
  // One or two numbers may be lost, where everything else says that the next question begins.
  constexpr std::size_t kMostLost = 3;
  const bool skips = inside_text && number > last_number_ && number <= last_number_ + kMostLost && has_text &&
                     block.starts_line && part_ != Part::kStem && nested_next_ == 0 &&
                     next_part_is_of_another_question(at) && asks(block.content);
  // An answer may be missing among the later ones.
  const bool skips_answer = in_answer_part_ && inside_text && number > last_number_ &&
                            number <= last_number_ + kMostLost && has_text && block.starts_line &&
                            nested_next_ == 0;
  if (skips || skips_answer) {
    outline_.guesses.push_back(
        {block.text,
         confidence::kSkippedNumber,
         "skipped-number",
         {"number " + std::to_string(last_number_ + 1) + " was expected before this one",
          "这里之前应有第 " + std::to_string(last_number_ + 1) + " 题"}});
    return true;
  }
  // Later answers may leave out whole parts of the numbering.
  if (!inside_text && in_answer_part_ && has_text && number > last_number_ && asked_.count(number) > 0)
    return true;
  if (!inside_text) {
    // A preview or a part of a bigger bank may begin anywhere: take its first number when the next one
    // follows.
    const bool begins = outline_.questions.empty() || (last_number_ == 0 && !in_answer_part_);
    return begins && has_text && next_number_behind(blocks_, at) == number + 1;
  }
  if (number == 1) {
    // Numbering may begin again without a section head.
    const bool begins_again = last_number_ > 1 && block.starts_line && part_ != Part::kStem &&
                              next_behind(blocks_, at).mark == Next::Mark::kPart && asks(block.content);
    if (begins_again) return true;
    nested_next_ = 2;
  }
  return false;
}

}  // namespace rehearse
