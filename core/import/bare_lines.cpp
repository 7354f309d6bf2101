#include "core/import/bare_lines.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/given_marks.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

constexpr std::size_t kEnough = 3;  // of a kind before it is a habit

/// A line of words that begins with no mark.
bool is_bare(const Block& block) {
  return block.starts_line && !block.number && !block.label && !block.section && !block.is_code &&
         !block.is_table_row && !block.is_quote && block.heading == 0 && bullet_length(block.text) == 0;
}

/// "B. text", "(B) text": any option, not only the first.
bool is_any_option(const Block& block) {
  if (block.number || block.label) return false;
  Scanner scanner(block.text.substr(bullet_length(block.text)));
  scanner.take_one_of(U"[(");
  return scanner.take_one_of(U"ABCDEFGHabcdefghx ") && scanner.take_one_of(U".、:)] ");
}

bool begins_list_item(const Block& block) {
  return block.starts_line && !is_any_option(block) &&
         ((block.number && !block.number->says_question) || bullet_length(block.text) > 0 ||
          (block.section && block.section->is_bracketed));
}

bool is_answer_label(const Block& block) {
  return block.starts_line && block.label && block.label->has_colon && block.label->part == Part::kAnswer;
}

/// The line above the label at `at` that its answer belongs to, not above `begin`; `at` for none. Numbers in
/// between must be a list of the answer before: they begin with 1.
std::size_t question_above(const std::vector<Block>& blocks, std::size_t begin, std::size_t at) {
  std::size_t end = at;
  for (std::size_t i = begin; i < at; ++i) {
    const auto& number = blocks[i].number;
    if (!number || number->may_be_decimal) continue;
    if (number->says_question || number->number != 1) return at;
    break;
  }
  while (end > begin && (is_any_option(blocks[end - 1]) ||
                         (blocks[end - 1].label && blocks[end - 1].label->part == Part::kCriteria)))
    --end;
  if (end == begin || !is_bare(blocks[end - 1])) return at;
  // Several lines behind one gap are one question, unless a line of its own closes above.
  std::size_t first = end - 1;
  while (first > begin && !blocks[first].behind_gap && is_bare(blocks[first - 1]) &&
         !ends_sentence(last_character(blocks[first - 1].text)))
    --first;
  if (!blocks[first].behind_gap) first = end - 1;
  const bool below_heading = first > 0 && blocks[first - 1].heading > 0;  // a topic: unnumbered.cpp
  return below_heading ? at : first;
}

/// 自我管理类, Working with others: above the questions of a group, between empty lines or questions.
bool names_group(const std::vector<Block>& blocks, std::size_t at) {
  constexpr std::size_t kLongest = 16;  // code points
  constexpr std::size_t kLongestEnglish = 40;
  const Block& block = blocks[at];
  if (at == 0 || !is_bare(block) || !block.behind_gap) return false;
  const char32_t last = last_character(block.text);
  const std::size_t longest = is_english(block.text) ? kLongestEnglish : kLongest;
  return length_in_code_points(block.text.substr(0, 4 * longest + 4)) <= longest && !ends_sentence(last) &&
         last != ':' && last != ',' && last != ';' && last != '.';
}

/// Text that can only be the answer to the line above it.
bool answers_in_prose(const Block& question, const Block& below) {
  const char32_t last = last_character(below.text);
  const bool closes =
      last == U'。' || last == '.' || last == '!' || last == U'…' || last == U'”' || last == ':';
  return is_bare(below) && (closes || below.text.size() > 2 * question.text.size());
}

/// The heading of an article's last words: behind the last answer, with its own paragraph below.
void mark_closing_heading(std::vector<Block>& blocks, std::size_t last_question) {
  for (std::size_t i = last_question + 2; i + 1 < blocks.size(); ++i) {
    if (!names_group(blocks, i) || !is_bare(blocks[i + 1])) continue;
    blocks[i].is_topic = true;
    return;
  }
}

/// The question mark may stand inside quotation marks or emphasis.
bool is_asking_line(const Block& block) {
  constexpr std::size_t kLongest = 100;  // code points
  if (!is_bare(block)) return false;
  std::string_view text = block.text;
  for (std::string_view closing : {"*", "_", "\"", "”", "」", "’"})
    while (text.size() > closing.size() && ends_with_any(text, {closing})) text.remove_suffix(closing.size());
  return last_character(text) == '?' &&
         length_in_code_points(block.text.substr(0, 4 * kLongest + 4)) <= kLongest;
}

/// Of a line that is a quotation as a whole.
std::string_view without_quotes(std::string_view text) {
  using Quotes = std::pair<std::string_view, std::string_view>;
  for (const auto& [open, close] : {Quotes{"“", "”"}, Quotes{"\"", "\""}, Quotes{"「", "」"}})
    if (text.size() > open.size() + close.size() && starts_with(text, open) && ends_with_any(text, {close}))
      return text.substr(open.size(), text.size() - open.size() - close.size());
  return text;
}

/// Tell me about …, 请谈谈…: alone on its line, with its answer in the next paragraph.
bool requests_with_prose_below(const std::vector<Block>& blocks, std::size_t at) {
  const Block& block = blocks[at];
  if (!is_bare(block) || !block.behind_gap || !is_short(block.text) || at + 1 >= blocks.size()) return false;
  const bool is_request =
      is_english(block.text)
          ? asks(block.text)
          : starts_with_any(block.text, {"请你", "请您", "请谈", "请说", "请介绍", "请描述", "请举", "请简",
                                         "请用", "谈谈", "说说", "请分享"});
  return is_request && blocks[at + 1].behind_gap && answers_in_prose(block, blocks[at + 1]) &&
         !is_asking_line(blocks[at + 1]);
}

/// 请介绍… with a list below: asks without the sign.
bool requests_with_list_below(const std::vector<Block>& blocks, std::size_t at) {
  return is_bare(blocks[at]) && is_short(blocks[at].text) && asks(blocks[at].text) &&
         last_character(blocks[at].text) != ':' && at + 1 < blocks.size() && begins_list_item(blocks[at + 1]);
}

}  // namespace

bool mark_lines_above_answers(std::vector<Block>& blocks) {
  std::vector<std::size_t> questions;
  std::size_t answers = 0;
  std::size_t begin = 0;  // behind the last label
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.label && block.label->opens_question) return false;
    if (is_answer_label(block)) {
      ++answers;
      const std::size_t question = question_above(blocks, begin, i);
      if (question < i) questions.push_back(question);
    }
    if (block.label && block.label->part != Part::kCriteria) begin = i + 1;
  }
  if (questions.size() < 2 || questions.size() * 4 < answers * 3) return false;
  std::size_t number = 0;
  for (Block& block : blocks)
    if (block.number) drop_number(block);
  for (std::size_t at : questions) mark_question(blocks[at], ++number, blocks[at].text);
  return true;
}

std::size_t asking_lines_above_prose(const std::vector<Block>& blocks) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i)
    if (is_asking_line(blocks[i]) && blocks[i].behind_gap && answers_in_prose(blocks[i], blocks[i + 1]))
      ++count;
  return count;
}

bool mark_asking_lines(std::vector<Block>& blocks) {
  std::vector<std::size_t> questions;
  std::size_t above_lists = 0;
  std::size_t above_answers = 0;
  std::size_t bare = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    // Where something says by itself that it is a question, these lines are parts of an answer.
    if ((block.number && (block.number->says_question || asks(block.content))) || block.heading > 0)
      return false;
    if (is_bare(block)) ++bare;
    const bool above_list = i + 1 < blocks.size() && begins_list_item(blocks[i + 1]);
    if (!is_asking_line(block) && !requests_with_list_below(blocks, i)) continue;
    questions.push_back(i);
    if (above_list) ++above_lists;
    // Prose asks in passing too, but not at the head of its paragraphs.
    const bool above_prose =
        block.behind_gap && i + 1 < blocks.size() && answers_in_prose(block, blocks[i + 1]);
    if (above_list || above_prose) ++above_answers;
  }
  const bool have_lists = above_lists * 3 >= questions.size() * 2;
  const bool are_the_text = questions.size() * 3 >= bare * 2;
  const bool have_answers = above_answers * 5 >= questions.size() * 4;
  if (questions.size() < kEnough || !(have_lists || are_the_text || have_answers)) return false;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (requests_with_prose_below(blocks, i)) questions.push_back(i);
  std::sort(questions.begin(), questions.end());
  questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
  for (Block& block : blocks)
    if (block.number) drop_number(block);
  std::size_t number = 0;
  for (std::size_t at : questions) {
    mark_question(blocks[at], ++number, without_quotes(blocks[at].text));
    if (at + 1 < blocks.size() && !blocks[at + 1].number && answers_in_prose(blocks[at], blocks[at + 1]))
      mark_answer(blocks[at + 1]);
    if (at > 0 && names_group(blocks, at - 1)) blocks[at - 1].is_topic = true;
  }
  mark_closing_heading(blocks, questions.back());
  return true;
}

}  // namespace rehearse
