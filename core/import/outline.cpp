#include "core/import/outline.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/instructions.h"
#include "core/import/keys.h"
#include "core/import/marks_note.h"
#include "core/import/outline_reader.h"
#include "core/import/section_contents.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

/// Something of the document's own begins here.
bool begins_something(const Block& block) {
  return block.number || block.label || block.section || block.heading > 0;
}

/// Most lines drawn across the page have a question or a heading below them.
bool rules_part_questions(const std::vector<Block>& blocks) {
  constexpr std::size_t kEnough = 3;
  std::size_t rules = 0;
  std::size_t parting = 0;
  for (const Block& block : blocks) {
    if (!block.behind_rule) continue;
    ++rules;
    if (begins_something(block)) ++parting;
  }
  return parting >= kEnough && parting * 3 >= rules * 2;
}

/// 答题思路: how to answer, not what.
bool names_an_outline(std::string_view label) { return contains_any(label, {"思路", "框架", "提示"}); }

}  // namespace

OutlineReader::OutlineReader(const std::vector<Block>& blocks)
    : blocks_(blocks), rules_part_questions_(rules_part_questions(blocks)) {}

Passage& OutlineReader::passage(Part part) {
  switch (part) {
    case Part::kAnswer: return current_->answer;
    case Part::kAnalysis: return current_->analysis;
    case Part::kCriteria: return current_->criteria;
    case Part::kMaterial: return material_;
    default: return current_->stem;
  }
}

/// The sections come a second time, no question has an answer so far, and what follows looks like answers.
bool OutlineReader::repeats_a_section(std::size_t at, const DraftSection& section) const {
  const auto known = first_of_name_.find({section.number, normalised(section.head.title)});
  if (known == first_of_name_.end() || outline_.questions.empty()) return false;
  const KnownStems stems = known_stems(std::span(outline_.questions).subspan(known->second));
  if (!SectionContents(blocks_, at, stems).are_answers()) return false;
  const auto unanswered = [](const DraftQuestion& draft) {
    return draft.answer.empty() && !draft.has_answer_label;
  };
  return std::all_of(outline_.questions.begin(), outline_.questions.end(), unanswered);
}

/// The section whose answers stand below a heading: 一、单选题答案 means the section of that name or, failing
/// that, of that number. Of several with one name, the next behind the one that was answered last.
std::size_t OutlineReader::section_answered_by(const DraftSection& heading) const {
  const std::vector<DraftSection>& sections = outline_.sections;
  const std::string wanted = normalised(heading.head.title);
  const auto is_named_exactly = [&](const DraftSection& known) {
    return !wanted.empty() && normalised(known.head.title) == wanted;
  };
  const auto is_named = [&](const DraftSection& known) {
    const std::string name = normalised(known.head.title);
    return !name.empty() && !wanted.empty() &&
           (wanted.find(name) != std::string::npos || name.find(wanted) != std::string::npos);
  };
  const auto is_numbered = [&](const DraftSection& known) {
    return heading.number > 0 && known.number == heading.number;
  };
  const auto first_that = [&](const auto& fits) {
    const std::size_t next = last_answered_section_ == kNoSection ? 0 : last_answered_section_ + 1;
    auto found = std::find_if(sections.begin() + static_cast<std::ptrdiff_t>(next), sections.end(), fits);
    if (found == sections.end()) found = std::find_if(sections.begin(), sections.end(), fits);
    return found == sections.end() ? kNoSection : static_cast<std::size_t>(found - sections.begin());
  };
  if (const std::size_t exact = first_that(is_named_exactly); exact != kNoSection) return exact;
  if (const std::size_t named = first_that(is_named); named != kNoSection) return named;
  return first_that(is_numbered);
}

void OutlineReader::open_section(std::size_t at, std::string_view title, std::size_t number) {
  const Block& block = blocks_[at];
  DraftSection section;
  section.number = number;
  section.head = section_head(without_markup(title));
  section.begin = block.text.data();
  current_ = nullptr;
  material_ = Passage();
  in_material_ = false;
  nested_next_ = nested_section_next_ = 0;
  if (!in_answer_part_ && repeats_a_section(at, section)) in_answer_part_ = true;
  if (in_answer_part_) {
    const std::size_t found = section_answered_by(section);
    const auto first = std::find_if(outline_.questions.begin(), outline_.questions.end(),
                                    [&](const DraftQuestion& draft) { return draft.section == found; });
    const auto begin = static_cast<std::size_t>(first - outline_.questions.begin());
    const KnownStems stems = known_stems(std::span(outline_.questions).subspan(begin));
    // Another paper may begin behind the answers of the one before.
    if (found != kNoSection && !SectionContents(blocks_, at, stems).are_new_questions()) {
      section_ = last_answered_section_ = found;
      last_number_ = last_in_all_ = 0;
      if (begin < outline_.questions.size()) last_in_all_ = first->number - 1;
      last_section_number_ = number;
      return;
    }
    // The questions may stand below no heading.
    const bool are_answers = found == kNoSection && !outline_.questions.empty() &&
                             outline_.questions.front().section == kNoSection &&
                             !SectionContents(blocks_, at, stems).are_new_questions();
    if (are_answers) {
      section_ = kNoSection;
      last_number_ = last_in_all_ = 0;
      return;
    }
    in_answer_part_ = false;
  }
  last_in_all_ = std::max(last_in_all_, last_number_);
  if (block.section) sections_are_plain_ = block.section->is_plain;
  last_number_ = 0;
  last_section_number_ = number > 0 ? number : last_section_number_;
  section_ = outline_.sections.size();
  if (!section.head.title.empty())
    first_of_name_.try_emplace({number, normalised(section.head.title)}, outline_.questions.size());
  outline_.sections.push_back(std::move(section));
}

/// 第一题 综合分析（30分), and the question itself on the next line: what the bracket says, nothing for any
/// other question.
std::optional<MarksNote> OutlineReader::topic_above_question(std::size_t at) const {
  constexpr std::size_t kLongestTopic = 24;  // bytes
  const Block& block = blocks_[at];
  if (!block.number || block.number->style != NumberMark::Style::kWorded || at + 1 == blocks_.size())
    return std::nullopt;
  const Block& below = blocks_[at + 1];
  if (!below.starts_line || below.number || below.label || below.section || is_option_line(below.text) ||
      bullet_length(below.text) > 0)
    return std::nullopt;
  const std::string_view text = trimmed(block.content);
  const std::size_t bracket = std::min(text.find("（"), text.find('('));
  const std::string_view topic = trimmed(text.substr(0, bracket));
  if (topic.empty() || topic.size() > kLongestTopic || asks(topic) || ends_sentence(last_character(topic)))
    return std::nullopt;
  if (bracket != std::string_view::npos) {
    const auto note = marks_note(text.substr(bracket));
    return note && note->length == text.size() - bracket ? note : std::nullopt;
  }
  const bool leads = below.text.size() > 3 * topic.size() && contains_any(below.text, {"?", "？"});
  return leads ? std::optional<MarksNote>(MarksNote{}) : std::nullopt;
}

void OutlineReader::open_question(std::size_t at, std::size_t number) {
  const Block& block = blocks_[at];
  in_material_ = false;
  if (block.is_guessed)
    outline_.guesses.push_back({block.text,
                                confidence::kUnmarkedPairs,
                                "guessed-question",
                                {"neither a number nor a label says that this is a question; its place does",
                                 "没有题号和标记，按所在位置当作题目"}});
  std::vector<DraftQuestion>& questions = in_answer_part_ ? outline_.later_answers : outline_.questions;
  DraftQuestion& draft = questions.emplace_back();
  if (!in_answer_part_) asked_.insert(number);
  draft.section = section_;
  draft.number = number;
  if (block.number) {
    draft.kind = block.number->kind;
    draft.marks = block.number->marks;
  }
  current_ = &draft;
  question_heading_ = block.heading;
  opened_by_ = block.number    ? OpenedBy::kNumber
               : block.section ? OpenedBy::kNumeral
               : block.label   ? OpenedBy::kLabel
                               : OpenedBy::kNumber;
  part_ = Part::kStem;
  stem_label_ = block.label ? block.text.substr(0, block.label->length) : std::string_view();
  answer_is_outline_ = false;
  draft.material = material_;
  last_number_ = number;
  nested_next_ = nested_section_next_ = 0;
  if (const auto topic = topic_above_question(at)) {
    if (topic->marks) draft.marks = topic->marks;
    return;
  }
  const auto named = block.section ? label(block.content) : std::nullopt;  // 一、问题:
  add_text(block, block.content.substr(named && named->part == Part::kStem ? named->length : 0));
}

void OutlineReader::open_part(const Label& found, const Block& block) {
  // 解析:考查点:… goes on with the analysis.
  if (found.part == Part::kCriteria && part_ == Part::kAnalysis && !block.starts_line)
    return add_text(block, block.text);
  // Behind the answer 考察点 says what the question was about; before it, what is looked for.
  if (found.part == Part::kCriteria && starts_with(block.text, "考") && !current_->answer.empty() &&
      current_->analysis.empty()) {
    part_ = Part::kAnalysis;
    return add_text(block, block.text);
  }
  // A second 问题: or 题目: inside a stem is part of it.
  if (found.part == Part::kStem) return add_text(block, part_ == Part::kStem ? block.content : block.text);
  // 答题思路: is the answer until a worded one stands behind it.
  if (found.part == Part::kAnswer && answer_is_outline_ && part_ == Part::kAnswer &&
      current_->analysis.empty())
    current_->analysis = std::exchange(current_->answer, {});
  const std::string_view word = block.text.substr(0, found.length);
  answer_is_outline_ = names_an_outline(word);
  // 要点: and 思路: behind an answer speak about it; alone they are all there is.
  const bool is_all = current_->answer.empty() && found.part != Part::kAnswer &&
                      starts_with_any(word, {"要点", "思路", "**要点", "**思路"});
  part_ = is_all ? Part::kAnswer : found.part;
  nested_next_ = nested_section_next_ = 0;
  if (part_ == Part::kAnswer) {
    current_->has_answer_label = true;
    if (!in_answer_part_) ++answered_in_place_;
  }
  if (part_ == Part::kCriteria && !current_->marks)
    current_->marks = marks_named_in(block.text.substr(0, found.length));
  add_text(block, block.content);
}

/// 案例材料: of the current question where its stem was announced so, else of those that follow.
void OutlineReader::open_material(const Block& block) {
  if (current_ && part_ == Part::kStem && current_->stem.empty()) return add_text(block, block.content);
  collect_material(block);
}

/// From the block's own text up to the next question.
void OutlineReader::collect_material(const Block& block) {
  current_ = nullptr;
  material_ = Passage();
  in_material_ = true;
  nested_next_ = nested_section_next_ = 0;
  last_number_ = 0;
  if (!block.content.empty()) material_.add({block.content, true});
}

void OutlineReader::add_text(const Block& block, std::string_view text) {
  if (in_material_) return material_.add({text, block.starts_line, block.is_code});
  if (current_ == nullptr) {
    if (!outline_.sections.empty() && section_ != kNoSection && !in_answer_part_) {
      std::string& description = outline_.sections[section_].description;
      if (!description.empty()) description += '\n';
      description += without_markup(text);
    }
    return;
  }
  if (part_ == Part::kIgnored) return;
  passage(part_).add({text, block.starts_line, block.is_code});
}

void OutlineReader::add_key(std::size_t number, std::string_view key) {
  DraftQuestion& draft = outline_.later_answers.emplace_back();
  draft.section = section_;
  draft.number = number;
  draft.answer.add({key});
  last_number_ = number;
}

/// The keys of the next questions by position: "B", "A B C", or in a fill-in section any line. "A C D" where
/// several letters are right is one key.
std::vector<std::string_view> OutlineReader::keys_by_position(const Block& block) const {
  const auto section_is = [&](QuestionKind kind) {
    return section_ != kNoSection && outline_.sections[section_].head.kind == kind;
  };
  std::vector<std::string_view> keys = bare_keys(block.text);
  if (section_is(QuestionKind::kMultiple) && keys.size() > 1 && std::is_sorted(keys.begin(), keys.end()))
    return {block.text};
  const bool plain = !block.number && !block.label && !block.section && !names_a_kind_of_questions(block);
  if (keys.empty() && section_is(QuestionKind::kFill) && plain) return {block.text};
  return keys;
}

/// "1-5 ABCBB" or keys by position in the answer part: one later answer for each key.
bool OutlineReader::read_key_table(std::size_t at) {
  const Block& block = blocks_[at];
  const auto table = key_table(block.text);
  // 三、1-5 ×√√×√ says whose keys they are.
  const bool names_section =
      table.size() > 1 && block.section &&
      std::any_of(outline_.sections.begin(), outline_.sections.end(),
                  [&](const DraftSection& known) { return known.number == block.section->number; });
  if (names_section) open_section(at, {}, block.section->number);
  // A single "3.C" may go on with an analysis on the next line: it is read as any other answer.
  for (const auto& [number, key] : table)
    if (table.size() > 1) add_key(number, key);
  const std::vector<std::string_view> bare =
      table.empty() && !current_ ? keys_by_position(block) : std::vector<std::string_view>();
  for (std::string_view key : bare) add_key(std::max(last_number_, last_in_all_) + 1, key);
  const bool read = table.size() > 1 || !bare.empty();
  if (read) current_ = nullptr;
  return read;
}

void OutlineReader::read_block(std::size_t at) {
  const Block& block = blocks_[at];
  if (block.begins_answer && current_) {
    part_ = Part::kAnswer;
    current_->has_answer_label = true;
    ++answered_in_place_;
  }
  if (block.behind_rule && rules_part_questions_ && current_ && part_ != Part::kStem &&
      !begins_something(block))
    part_ = Part::kIgnored;
  // **Q1: …** and its answer as a quotation below.
  if (block.is_quote && current_ && part_ == Part::kStem && !current_->stem.empty() &&
      !begins_something(block)) {
    part_ = Part::kAnswer;
    current_->has_answer_label = true;
    ++answered_in_place_;
  }
  if (block.is_code || block.is_table_row) return add_text(block, block.text);
  if (begins_answer_part(at)) {
    in_answer_part_ = true;
    current_ = nullptr;
    last_number_ = last_in_all_ = 0;
    nested_next_ = nested_section_next_ = 0;
    return;
  }
  if (begins_later_answer(at)) {
    in_answer_part_ = true;
    current_ = nullptr;
  }
  if (in_answer_part_ && read_key_table(at)) return;
  if (begins_case(at)) return collect_material(block);
  if (begins_question(at)) {
    const std::size_t number = block.number    ? block.number->number
                               : block.section ? block.section->number
                                               : last_number_ + 1;
    open_question(at, number);
    // Below a heading that asks, text is the answer, unless a label says where the answer begins.
    const bool more =
        at + 1 < blocks_.size() && !blocks_[at + 1].is_code && !is_option_line(blocks_[at + 1].text);
    if (block.heading > 0 && more && !in_answer_part_ && next_behind(blocks_, at).mark != Next::Mark::kPart)
      part_ = Part::kAnswer;
    return;
  }
  if (begins_section(at))
    return open_section(at, block.section ? block.content : block.text,
                        block.section ? block.section->number : 0);
  if (block.label && block.label->part == Part::kMaterial && block.starts_line && block.label->has_colon &&
      !in_answer_part_)
    return open_material(block);
  if (block.label && current_) return open_part(*block.label, block);
  add_text(block, block.text);
}

Outline OutlineReader::read() {
  bool title_found = false;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const std::size_t known = outline_.sections.size() + outline_.questions.size();
    const Block& block = blocks_[i];
    const bool may_be_title = !title_found && known == 0 && !block.is_code && !block.number && !block.section;
    if (may_be_title && length_in_code_points(block.text.substr(0, 400)) <= 80 && !block.label &&
        !begins_heading_question(i)) {
      outline_.title = without_markup(block.text);
      title_found = true;
      continue;
    }
    read_block(i);
  }
  drop_instructions(outline_);
  return std::move(outline_);
}

Outline read_outline(const std::vector<Block>& blocks) { return OutlineReader(blocks).read(); }

}  // namespace rehearse
