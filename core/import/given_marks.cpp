#include "core/import/given_marks.h"

namespace rehearse {

void mark_question(Block& block, std::size_t number, std::string_view content) {
  if (number > kMostMarked) return;
  NumberMark mark;
  mark.number = number;
  mark.style = NumberMark::Style::kWorded;
  mark.says_question = true;
  block.number = mark;
  block.label.reset();
  block.section.reset();
  block.heading = 0;
  block.content = content;
}

void mark_answer(Block& block) {
  Label label;
  label.part = Part::kAnswer;
  label.has_colon = true;
  block.label = label;
  block.number.reset();
  block.section.reset();
  block.content = block.text;
}

void drop_number(Block& block) {
  block.number.reset();
  block.content = block.text;
}

}  // namespace rehearse
