#include "core/import/section_contents.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/fill_keys.h"
#include "core/import/keys.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

bool is_heading(const Block& block) {
  return block.heading > 0 || block.is_topic || (block.section && !block.section->is_bracketed) ||
         (block.starts_line && !block.number && is_name_of_group(block.text)) ||
         names_a_kind_of_questions(block);
}

/// It asks, and nothing stands behind the question.
bool only_asks(std::string_view text) {
  constexpr std::size_t kLongest = 300;                                          // bytes
  const std::size_t mark = std::max(text.rfind("？") + 1, text.rfind('?') + 1);  // 0 for none
  if (mark == 0) return text.size() <= kLongest && asks(text);
  constexpr std::size_t kBehind = 24;  // bytes: (10分)
  return text.size() - mark <= kBehind;
}

bool is_item(const Block& block) {
  return block.number && block.number->style != NumberMark::Style::kBracketed &&
         block.number->style != NumberMark::Style::kCircled;
}

}  // namespace

KnownStems known_stems(std::span<const DraftQuestion> questions) {
  constexpr std::size_t kEnough = 100;
  KnownStems known;
  for (const DraftQuestion& draft : questions.first(std::min(kEnough, questions.size()))) {
    if (draft.section != questions.front().section || draft.stem.empty()) break;
    const std::string_view line = draft.stem.pieces().front().text;
    known.first_lines[draft.number] = normalised(line);
    known.bytes += line.size();
    if (asks(line)) ++known.asking;
  }
  return known;
}

SectionContents::SectionContents(const std::vector<Block>& blocks, std::size_t heading,
                                 const KnownStems& known)
    : known_(known) {
  constexpr std::size_t kMostHeadings = 4;  // right below each other
  std::size_t headings = 0;
  for (std::size_t i = heading + 1; i < blocks.size() && !has_keys_; ++i) {
    const Block& block = blocks[i];
    if (is_heading(block) && items_ == 0 && ++headings <= kMostHeadings) continue;
    if (is_heading(block)) break;
    if (is_option_line(block.text)) ++with_options_;
    has_keys_ = !key_table(block.text).empty() || !bare_keys(block.text).empty();
    if (is_item(block))
      read_item(blocks, i);
    else
      ++other_lines_;
  }
}

void SectionContents::read_item(const std::vector<Block>& blocks, std::size_t at) {
  const Block& block = blocks[at];
  const bool labelled = block.content.empty() && at + 1 < blocks.size() && blocks[at + 1].label &&
                        blocks[at + 1].label->part == Part::kAnswer;
  if (labelled || take_truth_key(block.content)) ++verdicts_;
  if (asks(block.content)) ++asking_;
  if (only_asks(block.content)) ++only_asking_;
  if (count_blanks(block.content) > 0) ++with_blanks_;
  const auto stem = known_.first_lines.find(block.number->number);
  if (stem != known_.first_lines.end() && starts_with(normalised(block.content), stem->second)) ++repeated_;
  bytes_ += block.content.size();
  ++items_;
}

bool SectionContents::are_answers() const {
  if (with_options_ * 2 > items_) return false;
  if (has_keys_) return true;
  const std::size_t known = known_.first_lines.size();
  if (items_ == 0 || known == 0) return false;
  const bool say_more = other_lines_ > 0 || bytes_ > known_.bytes;
  if (verdicts_ * 2 > items_ || (repeated_ * 2 > items_ && say_more)) return true;
  if (known_.asking * 2 > known) return asking_ * 2 < items_;
  return bytes_ * known * 2 < known_.bytes * items_;
}

bool SectionContents::are_new_questions() const {
  if (has_keys_ || items_ == 0 || verdicts_ * 2 > items_ || repeated_ * 2 > items_) return false;
  const bool only_ask = only_asking_ * 2 > items_ && other_lines_ * 4 <= items_;
  return with_options_ * 2 > items_ || with_blanks_ * 2 > items_ || only_ask;
}

}  // namespace rehearse
