#include "core/import/unnumbered.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/import/bare_lines.h"
#include "core/import/characters.h"
#include "core/import/given_marks.h"
#include "core/import/odd_numbers.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

constexpr std::size_t kEnough = 3;  // of a kind before it is a habit

bool is_question_mark_line(std::string_view text) {
  const char32_t last = last_character(text);
  return last == '?' || last == U'？';
}

/// The text of an item "* …" or "- [ ] …"; empty when the block is none.
std::string_view bullet_content(const Block& block) {
  if (!block.starts_line || block.number || block.label || block.heading > 0) return {};
  const std::size_t bullet = bullet_length(block.text);
  if (bullet == 0) return {};
  std::string_view rest = block.text.substr(bullet);
  if (starts_with_any(rest, {"[ ] ", "[x] ", "[X] "})) rest.remove_prefix(4);
  return trimmed(rest);
}

/// A preview of how a document marks its questions otherwise.
struct Habits {
  std::size_t numbered_asking = 0;  // numbers, worded marks and headings that ask
  std::size_t answer_labels = 0;
  std::size_t bullets = 0;
  std::size_t bullets_asking = 0;
};

Habits habits_of(const std::vector<Block>& blocks) {
  Habits habits;
  for (const Block& block : blocks) {
    if (block.is_code) continue;
    if (block.label && block.label->part == Part::kAnswer) ++habits.answer_labels;
    if ((block.number || block.heading > 0) && asks(block.content)) ++habits.numbered_asking;
    const std::string_view item = bullet_content(block);
    if (item.empty() || is_option_line(block.text)) continue;
    ++habits.bullets;
    if (asks(item)) ++habits.bullets_asking;
  }
  return habits;
}

/// Lists of questions and nothing else: most items ask, and no answer is labelled.
void mark_bullets(std::vector<Block>& blocks, const Habits& habits) {
  const bool questions_only = habits.bullets_asking >= kEnough && habits.answer_labels == 0 &&
                              habits.numbered_asking == 0 && habits.bullets_asking * 3 >= habits.bullets * 2;
  // An article that asks in its own lines may answer with a list of what to ask oneself.
  if (!questions_only || asking_lines_above_prose(blocks) >= kEnough) return;
  std::size_t number = 0;
  for (Block& block : blocks) {
    const std::string_view item = bullet_content(block);
    if (item.empty()) {
      if (block.number) block.number.reset();  // what is numbered among them are instructions
      continue;
    }
    if (block.indent == 0) mark_question(block, ++number, item);
  }
}

/// Below a heading nothing but bullets that ask, in a document that answers its other questions.
void mark_open_lists(std::vector<Block>& blocks) {
  for (std::size_t begin = 1; begin < blocks.size(); ++begin) {
    if (blocks[begin - 1].heading == 0) continue;
    std::size_t end = begin;
    bool all_ask = true;
    for (; end < blocks.size() && !bullet_content(blocks[end]).empty(); ++end)
      all_ask = all_ask && asks(bullet_content(blocks[end]));
    const bool ends_there = end == blocks.size() || blocks[end].heading > 0;
    if (end - begin < kEnough || !all_ask || !ends_there) continue;
    blocks[begin - 1].is_topic = true;
    for (std::size_t i = begin; i < end; ++i)
      mark_question(blocks[i], i - begin + 1, bullet_content(blocks[i]));
  }
}

/// ## Topic, and the question is the line below it: how things stand below a heading that does not ask.
bool is_question_below_heading(const std::vector<Block>& blocks, std::size_t at) {
  const Block& block = blocks[at];
  const bool other_label = block.label && block.label->part != Part::kStem;
  if (block.is_code || block.is_table_row || block.number || other_label || block.section ||
      block.heading > 0 || !block.starts_line || bullet_length(block.text) > 0)
    return false;
  const Block& heading = blocks[at - 1];
  if (heading.heading == 0 || heading.number || asks(heading.text) || !is_short(heading.text)) return false;
  constexpr std::size_t kLongestStem = 200;  // code points
  if (length_in_code_points(block.text.substr(0, 4 * kLongestStem + 4)) > kLongestStem) return false;
  if (block.label) return true;  // 问: …
  const bool answered =
      at + 1 < blocks.size() &&
      (blocks[at + 1].is_code || (blocks[at + 1].label && blocks[at + 1].label->part == Part::kAnswer));
  return answered || is_question_mark_line(block.text);
}

void mark_below_headings(std::vector<Block>& blocks) {
  std::vector<std::size_t> found;
  for (std::size_t i = 1; i < blocks.size(); ++i)
    if (is_question_below_heading(blocks, i)) found.push_back(i);
  // Where other headings ask themselves, a single topic among them is understood the same way.
  const auto asking = std::count_if(blocks.begin(), blocks.end(),
                                    [](const Block& block) { return block.heading > 0 && asks(block.text); });
  if (found.size() + static_cast<std::size_t>(asking) < kEnough) return;
  std::size_t number = 0;
  for (std::size_t i : found) {
    mark_question(blocks[i], ++number, blocks[i].label ? blocks[i].content : blocks[i].text);
    blocks[i - 1].is_topic = true;
    if (i + 1 < blocks.size() && blocks[i + 1].is_code) blocks[i + 1].begins_answer = true;
  }
}

/// A short line between empty lines, and below it, parted by an empty line, what is said to it.
bool is_stem_of_pair(const std::vector<Block>& blocks, std::size_t at) {
  const Block& block = blocks[at];
  if (!block.behind_gap || !block.starts_line || !is_short(block.text)) return false;
  if (block.number || block.label || block.section || block.is_code || block.is_table_row ||
      block.heading > 0 || bullet_length(block.text) > 0)
    return false;
  const char32_t last = last_character(block.text);
  if (last == U'。' || last == ';' || last == ':' || last == ',') return false;
  if (at + 1 == blocks.size()) return false;
  const Block& behind = blocks[at + 1];
  return behind.behind_gap && !behind.heading && !behind.section;
}

/// Texts that answer: a full stop, a list, or longer than their question.
bool answers(const Block& stem, const Block& block) {
  return block.number || bullet_length(block.text) > 0 || block.text.size() > stem.text.size() ||
         last_character(block.text) == U'。';
}

void mark_pairs(std::vector<Block>& blocks) {
  std::vector<std::size_t> stems;
  std::size_t groups = 0;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    if (blocks[i].behind_gap) ++groups;
    const bool below_stem = !stems.empty() && stems.back() + 1 == i;
    if (below_stem && answers(blocks[i - 1], blocks[i])) continue;  // it answers
    if (!is_stem_of_pair(blocks, i)) continue;
    if (answers(blocks[i], blocks[i + 1]) || is_stem_of_pair(blocks, i + 1)) stems.push_back(i);
  }
  // Nearly everything must be pairs: prose with a few short lines is none.
  if (stems.size() < kEnough || stems.size() * 3 < groups) return;
  std::size_t number = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (std::binary_search(stems.begin(), stems.end(), i)) {
      mark_question(blocks[i], ++number, blocks[i].text);
      blocks[i].is_guessed = true;
      if (std::binary_search(stems.begin(), stems.end(), i + 1)) continue;
      mark_answer(blocks[i + 1]);
      ++i;
    } else if (blocks[i].number) {
      drop_number(blocks[i]);  // items of an answer
    }
  }
}

/// Where most headings of one depth ask or have their answer below them, the others of that depth are
/// questions too: ### 信号量和互斥量的区别.
void mark_headings(std::vector<Block>& blocks) {
  constexpr std::size_t kDepths = 7;
  std::array<std::size_t, kDepths> all{}, asking{};
  for (const Block& block : blocks) {
    if (block.heading == 0 || block.heading >= kDepths || block.is_topic || block.label) continue;
    ++all[block.heading];
    if (asks(block.text)) ++asking[block.heading];
  }
  for (Block& block : blocks) {
    const std::size_t depth = block.heading;
    if (depth == 0 || depth >= kDepths || block.is_topic || block.number || block.label || block.section)
      continue;
    if (asking[depth] >= kEnough && asking[depth] * 5 >= all[depth] * 3) block.is_question = true;
  }
}

/// 要点: and 思路: are labels of parts where they stand behind most answers; elsewhere they are words.
void mark_parts_behind_answers(std::vector<Block>& blocks, const Habits& habits) {
  struct Word {
    std::string_view word;
    Part part;
  };
  for (const auto& [word, part] : {Word{"要点", Part::kCriteria}, Word{"思路", Part::kAnalysis}}) {
    std::vector<Block*> found;
    for (Block& block : blocks) {
      if (block.label || block.is_code || !block.starts_line) continue;
      Scanner scanner(block.text);
      scanner.take("**");
      if (!scanner.take(word) || !(scanner.peek() == '*' || scanner.peek() == ':')) continue;
      found.push_back(&block);
    }
    if (found.size() < 2 || found.size() * 2 < habits.answer_labels) continue;
    for (Block* block : found) {
      Scanner scanner(block->text);
      scanner.take("**");
      scanner.take(word);
      while (scanner.take_one_of(U":* ")) {
      }
      Label label;
      label.part = part;
      label.has_colon = true;
      label.length = scanner.offset();
      block->label = label;
      block->number.reset();
      block->content = scanner.rest();
    }
  }
}

}  // namespace

void mark_unnumbered_questions(std::vector<Block>& blocks) {
  const Habits habits = habits_of(blocks);
  mark_parts_behind_answers(blocks, habits);
  if (mark_odd_numbers(blocks) || mark_lines_above_answers(blocks)) return;
  mark_bullets(blocks, habits);
  mark_open_lists(blocks);
  mark_below_headings(blocks);
  mark_headings(blocks);
  if (habits.answer_labels > 0 || habits.numbered_asking > 0) return;
  if (!mark_asking_lines(blocks)) mark_pairs(blocks);
}

}  // namespace rehearse
