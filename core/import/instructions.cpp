#include "core/import/instructions.h"

#include <string>
#include <vector>

#include "core/import/characters.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

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

bool speaks_to_the_reader(std::string_view title) {
  return contains_any(title, {"说明", "须知", "注意", "使用", "要求", "规则", "贡献", "贴士", "nstruction",
                              "uideline", "ow to", "ontribut"});
}

/// Instructions to the reader stand above the questions as a numbered list of their own.
void drop_leading_instructions(Outline& outline) {
  std::vector<DraftQuestion>& questions = outline.questions;
  const std::size_t section = questions.empty() ? kNoSection : questions.front().section;
  if (section != kNoSection && !speaks_to_the_reader(outline.sections[section].head.title)) return;
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
void drop_trailing_instructions(Outline& outline) {
  std::vector<DraftQuestion>& questions = outline.questions;
  while (!questions.empty() && questions.back().section != kNoSection &&
         speaks_to_the_reader(outline.sections[questions.back().section].head.title) &&
         is_bare_statement(questions.back()))
    questions.pop_back();
}

}  // namespace

void drop_instructions(Outline& outline) {
  drop_trailing_instructions(outline);
  drop_leading_instructions(outline);
}

}  // namespace rehearse
