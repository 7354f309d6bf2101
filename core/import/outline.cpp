#include "core/import/outline.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/keys.h"
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

/// asks() takes any request for a question; 请用黑色签字笔作答 asks nothing.
bool asks_something(std::string_view text) {
  return contains_any(text, {"?", "？", "怎么", "怎样", "如何", "什么", "哪", "为何", "谈谈", "说说", "描述",
                             "简述", "介绍", "说明", "阐述"});
}

/// Nothing of a question in it: no options, no answer, and it does not ask.
bool is_bare_statement(const DraftQuestion& draft) {
  return draft.answer.empty() && draft.analysis.empty() && draft.criteria.empty() && !draft.kind &&
         !draft.has_answer_label && !asks_something(draft.stem.text(LineEnds::kMeant)) &&
         !is_option_line(draft.stem.pieces().empty() ? std::string_view() : draft.stem.pieces().back().text);
}

class OutlineReader {
 public:
  explicit OutlineReader(const std::vector<Block>& blocks)
      : blocks_(blocks), rules_part_questions_(rules_part_questions(blocks)) {}

  Outline read();

 private:
  void read_block(std::size_t at);
  bool read_key_table(const Block& block);
  std::vector<std::string_view> keys_by_position(const Block& block) const;
  void add_key(std::size_t number, std::string_view key);
  bool begins_answer_part(std::size_t at) const;
  bool begins_later_answer(std::size_t at) const;
  bool begins_section(std::size_t at);
  bool begins_question(std::size_t at);
  bool begins_plain_question(std::size_t at);
  bool begins_heading_question(std::size_t at) const;
  void open_section(const Block& block, std::string_view title, std::size_t number);
  bool repeats_a_section(const DraftSection& section) const;
  void open_question(const Block& block, std::size_t number);
  void open_part(const Label& label, const Block& block);
  void open_material(const Block& block);
  void add_text(const Block& block, std::string_view text);
  Passage& passage(Part part);

  bool next_part_is_of_another_question(std::size_t at) const;
  void drop_leading_instructions();
  void drop_trailing_instructions();

  const std::vector<Block>& blocks_;
  Outline outline_;
  DraftQuestion* current_ = nullptr;
  Part part_ = Part::kStem;
  bool in_answer_part_ = false;
  bool in_material_ = false;
  std::size_t section_ = kNoSection;
  Passage material_;  // what the questions behind it are about
  std::size_t last_section_number_ = 0;
  bool sections_are_plain_ = false;  // numbered 一、 二、, as questions may be too
  std::size_t last_number_ = 0;      // of the last question or later answer
  std::size_t last_in_all_ = 0;      // of the last question before the section began
  std::size_t nested_next_ = 0;      // the number that goes on with a list inside an answer; 0: no list
  std::size_t nested_section_next_ = 0;
  std::set<std::size_t> asked_;        // numbers of questions
  std::size_t answered_in_place_ = 0;  // questions with a labelled answer below them
  bool rules_part_questions_ = false;  // a line is drawn between any two questions
};

Passage& OutlineReader::passage(Part part) {
  switch (part) {
    case Part::kAnswer: return current_->answer;
    case Part::kAnalysis: return current_->analysis;
    case Part::kCriteria: return current_->criteria;
    case Part::kMaterial: return material_;
    default: return current_->stem;
  }
}

/// The part that comes next has been read for the current question: it is the next question's.
bool OutlineReader::next_part_is_of_another_question(std::size_t at) const {
  const Next next = next_behind(blocks_, at);
  if (next.mark != Next::Mark::kPart) return false;
  if (next.part == Part::kAnswer) return part_ == Part::kAnalysis || !current_->answer.empty();
  if (next.part == Part::kAnalysis) return !current_->analysis.empty();
  return !current_->criteria.empty();
}

/// "答案与解析" on its own, with questions before it and answers of several questions behind it.
bool OutlineReader::begins_answer_part(std::size_t at) const {
  const Block& block = blocks_[at];
  if (outline_.questions.empty() || !is_short(block.text) || !is_answer_heading(block.text)) return false;
  if (at + 1 == blocks_.size()) return false;
  // "4.参考答案:" with a list below it is an answer, not all of them.
  if (current_ && (current_->stem.empty() || (in_answer_part_ && current_->answer.empty()))) return false;
  const Block& behind = blocks_[at + 1];
  const bool tabulated = key_table(behind.text).size() > 1;
  if (!behind.starts_line && !behind.section && !behind.number && !tabulated)
    return false;  // its own text follows
  const bool is_list_item = block.label && block.label->has_colon && last_character(behind.text) == ';';
  const bool first_of_many =
      behind.number && behind.number->number == 1 && last_number_ != 1 && !is_list_item;
  // Where each question before had its answer below it, so has this one.
  const bool needs_this_answer =
      current_ && current_->answer.empty() && !in_answer_part_ && answered_in_place_ > 0;
  if (needs_this_answer || outline_.questions.size() < 2) return false;
  if (behind.section && !behind.section->is_bracketed) return true;
  if (names_a_kind_of_questions(behind)) return true;
  if (tabulated || names_a_kind_of_questions(behind)) return true;
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
  if (!is_short(title) || title.empty()) return false;
  const bool sentence = ends_sentence(last_character(title));
  if (!block.section) {
    if (block.number || block.label || sentence) return false;
    if (names_a_kind_of_questions(block)) return true;
    // A Markdown heading without a numeral: a section when questions follow.
    if (block.heading == 0) return false;
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
  const bool goes_on = number == last_section_number_ + 1 || number == 1;
  // 贰、 and 第二部分 number nothing else than sections.
  const bool only_sections = !block.section->is_plain && number == last_section_number_ + 1 && number > 1;
  if (says_section || only_sections || (goes_on && leads_to_questions)) return true;
  if (inside_answer && number == 1) nested_section_next_ = 2;
  return false;
}

bool OutlineReader::begins_heading_question(std::size_t at) const {
  const Block& block = blocks_[at];
  if (block.heading == 0 || block.number || block.label || block.section) return false;
  if (block.is_question || contains_any(block.text, {"?", "？"})) return true;
  return next_behind(blocks_, at).mark == Next::Mark::kPart && at + 1 < blocks_.size();
}

bool OutlineReader::begins_question(std::size_t at) {
  const Block& block = blocks_[at];
  if (block.label && block.label->opens_question) return !in_answer_part_;
  if (block.label && block.label->part == Part::kStem)
    return block.starts_line && !in_answer_part_ && (!current_ || part_ != Part::kStem) &&
           block.label->has_colon;
  if (block.section && !block.section->is_bracketed && !in_answer_part_) {
    // 一、 before a question itself.
    const bool goes_on =
        block.section->number == last_number_ + 1 && (outline_.sections.empty() || last_number_ > 0);
    const bool names_question = block.content.empty() && at + 1 < blocks_.size() && blocks_[at + 1].label &&
                                blocks_[at + 1].label->part == Part::kStem;
    if (goes_on && names_question) return true;
    return goes_on && !current_
               ? asks(block.content) || next_behind(blocks_, at).mark == Next::Mark::kPart
               : goes_on && asks(block.content) && (outline_.sections.empty() || !sections_are_plain_);
  }
  if (!block.number) return begins_heading_question(at);
  if (block.number->style == NumberMark::Style::kBracketed ||
      block.number->style == NumberMark::Style::kCircled)
    return false;
  return begins_plain_question(at);
}

bool OutlineReader::begins_plain_question(std::size_t at) {
  const Block& block = blocks_[at];
  const NumberMark& mark = *block.number;
  if (mark.says_question) return true;
  const std::size_t number = mark.number;
  if (mark.may_be_decimal) {
    // 3.2.5万元: nothing but the next number, in the place of the next question or with the next but one
    // below.
    const bool leads = block.starts_line && next_number_behind(blocks_, at) == number + 1;
    if (current_ == nullptr) return leads && last_number_ == 0;
    return number == last_number_ + 1 && (leads || next_part_is_of_another_question(at));
  }
  const bool goes_on =
      number == last_number_ + 1 || (last_number_ == 0 && last_in_all_ > 0 && number == last_in_all_ + 1);
  const bool has_text = !block.content.empty() || (at + 1 < blocks_.size() && blocks_[at + 1].label);
  const bool inside_text = current_ != nullptr;
  if (inside_text && number == nested_next_) {
    // 4. may be the fourth item of a list or the question behind the third.
    const bool looks_like_question =
        goes_on && has_text &&
        (next_part_is_of_another_question(at) || block.heading > 0 || asks(block.content)) &&
        (part_ != Part::kStem || asks(block.content));
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

bool speaks_to_the_reader(std::string_view title) {
  return contains_any(title, {"说明", "须知", "注意", "使用", "要求", "规则", "贡献", "nstruction",
                              "uideline", "ow to", "ontribut"});
}

/// Instructions to the reader stand above the questions as a numbered list of their own.
void OutlineReader::drop_leading_instructions() {
  std::vector<DraftQuestion>& questions = outline_.questions;
  const std::size_t section = questions.empty() ? kNoSection : questions.front().section;
  if (section != kNoSection && !speaks_to_the_reader(outline_.sections[section].head.title)) return;
  std::size_t count = 0;
  while (count < questions.size() && questions[count].section == section &&
         is_bare_statement(questions[count]))
    ++count;
  if (count == 0 || count >= questions.size()) return;
  // Their numbering ends where that of the questions begins.
  const bool begins_anew = questions[count].number <= questions[count - 1].number;
  if (!begins_anew || questions.size() < count + 2) return;
  questions.erase(questions.begin(), questions.begin() + static_cast<std::ptrdiff_t>(count));
}

/// 贡献指南 below the questions: a list of statements in a section that speaks to the reader.
void OutlineReader::drop_trailing_instructions() {
  std::vector<DraftQuestion>& questions = outline_.questions;
  while (!questions.empty() && questions.back().section != kNoSection &&
         speaks_to_the_reader(outline_.sections[questions.back().section].head.title) &&
         is_bare_statement(questions.back()))
    questions.pop_back();
}

/// The sections come a second time, and no question has an answer so far: now the answers follow.
bool OutlineReader::repeats_a_section(const DraftSection& section) const {
  const auto same = [&](const DraftSection& known) {
    return known.number == section.number && !section.head.title.empty() &&
           normalised(known.head.title) == normalised(section.head.title);
  };
  const auto unanswered = [](const DraftQuestion& draft) {
    return draft.answer.empty() && !draft.has_answer_label;
  };
  return std::any_of(outline_.sections.begin(), outline_.sections.end(), same) &&
         std::all_of(outline_.questions.begin(), outline_.questions.end(), unanswered) &&
         !outline_.questions.empty();
}

void OutlineReader::open_section(const Block& block, std::string_view title, std::size_t number) {
  DraftSection section;
  section.number = number;
  section.head = section_head(without_markup(title));
  section.begin = block.text.data();
  current_ = nullptr;
  material_ = Passage();
  in_material_ = false;
  nested_next_ = nested_section_next_ = 0;
  if (!in_answer_part_ && repeats_a_section(section)) in_answer_part_ = true;
  if (in_answer_part_) {
    // 一、单选题答案 means the section of that name or, failing that, of that number.
    const std::string wanted = normalised(section.head.title);
    const auto named =
        std::find_if(outline_.sections.begin(), outline_.sections.end(), [&](const DraftSection& known) {
          const std::string name = normalised(known.head.title);
          return !name.empty() && !wanted.empty() &&
                 (wanted.find(name) != std::string::npos || name.find(wanted) != std::string::npos);
        });
    const auto numbered =
        std::find_if(outline_.sections.begin(), outline_.sections.end(),
                     [&](const DraftSection& known) { return number > 0 && known.number == number; });
    const auto found = named != outline_.sections.end() ? named : numbered;
    if (found != outline_.sections.end()) {
      section_ = static_cast<std::size_t>(found - outline_.sections.begin());
      last_number_ = last_in_all_ = 0;
      const std::size_t first = std::find_if(outline_.questions.begin(), outline_.questions.end(),
                                             [&](const DraftQuestion& q) { return q.section == section_; }) -
                                outline_.questions.begin();
      if (first < outline_.questions.size()) last_in_all_ = outline_.questions[first].number - 1;
      last_section_number_ = number;
      return;
    }
    in_answer_part_ = false;
  }
  last_in_all_ = std::max(last_in_all_, last_number_);
  if (block.section) sections_are_plain_ = block.section->is_plain;
  last_number_ = 0;
  last_section_number_ = number > 0 ? number : last_section_number_;
  section_ = outline_.sections.size();
  outline_.sections.push_back(std::move(section));
}

void OutlineReader::open_question(const Block& block, std::size_t number) {
  in_material_ = false;
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
  part_ = Part::kStem;
  draft.material = material_;
  last_number_ = number;
  nested_next_ = nested_section_next_ = 0;
  const auto named = block.section ? label(block.content) : std::nullopt;  // 一、问题:
  add_text(block, block.content.substr(named && named->part == Part::kStem ? named->length : 0));
}

void OutlineReader::open_part(const Label& found, const Block& block) {
  // 解析:考查点:… goes on with the analysis.
  if (found.part == Part::kCriteria && part_ == Part::kAnalysis && !block.starts_line)
    return add_text(block, block.text);
  // A second 问题: or 题目: inside a stem is part of it.
  if (found.part == Part::kStem) return add_text(block, part_ == Part::kStem ? block.content : block.text);
  part_ = found.part;
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
bool OutlineReader::read_key_table(const Block& block) {
  const auto table = key_table(block.text);
  // 三、1-5 ×√√×√ says whose keys they are.
  const bool names_section =
      table.size() > 1 && block.section &&
      std::any_of(outline_.sections.begin(), outline_.sections.end(),
                  [&](const DraftSection& known) { return known.number == block.section->number; });
  if (names_section) open_section(block, {}, block.section->number);
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
  if (in_answer_part_ && read_key_table(block)) return;
  if (begins_question(at)) {
    const std::size_t number = block.number    ? block.number->number
                               : block.section ? block.section->number
                                               : last_number_ + 1;
    open_question(block, number);
    // Below a heading that asks, text is the answer, unless a label says where the answer begins.
    const bool more =
        at + 1 < blocks_.size() && !blocks_[at + 1].is_code && !is_option_line(blocks_[at + 1].text);
    if (block.heading > 0 && more && !in_answer_part_ && next_behind(blocks_, at).mark != Next::Mark::kPart)
      part_ = Part::kAnswer;
    return;
  }
  if (begins_section(at))
    return open_section(block, block.section ? block.content : block.text,
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
  drop_trailing_instructions();
  drop_leading_instructions();
  return std::move(outline_);
}

}  // namespace

Outline read_outline(const std::vector<Block>& blocks) { return OutlineReader(blocks).read(); }

}  // namespace rehearse
