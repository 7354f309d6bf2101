#include "core/import/surroundings.h"

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestHeading = 45;  // code points

/// A number as questions have it, and no decimal.
bool counts(const Block& block) {
  return block.number && !block.number->may_be_decimal &&
         block.number->style != NumberMark::Style::kBracketed &&
         block.number->style != NumberMark::Style::kCircled;
}

}  // namespace

Next next_behind(const std::vector<Block>& blocks, std::size_t at) {
  for (std::size_t i = at + 1; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.label && block.label->part != Part::kStem && block.label->part != Part::kIgnored)
      return {Next::Mark::kPart, block.label->part};
    if (counts(block)) return {Next::Mark::kNumber};
    if (block.section && !block.section->is_bracketed) return {Next::Mark::kSection};
    if (block.heading > 0) return {Next::Mark::kSection};
  }
  return {};
}

std::size_t next_number_behind(const std::vector<Block>& blocks, std::size_t at) {
  for (std::size_t i = at + 1; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (counts(block)) return block.number->number;
    if (block.section && !block.section->is_bracketed) return 0;
  }
  return 0;
}

bool is_short(std::string_view text) {
  return text.size() <= 4 * kLongestHeading && length_in_code_points(text) <= kLongestHeading;
}

bool asks(std::string_view text) {
  if (contains_any(text, {"?", "？"})) return true;
  if (starts_with_any(text, {"请勿", "请不要", "请注意"})) return false;
  for (std::string_view word :
       {"describe ", "explain ", "tell ", "give an example", "talk about ", "walk me "})
    if (starts_with_english(text, word)) return true;
  return starts_with_any(
      text, {"請",   "談談", "說說", "簡述", "舉例", "為什麼", "請問", "请",   "如何", "谈谈",   "描述",
             "说说", "简述", "分享", "假设", "假如", "如果",   "举例", "阐述", "介绍", "为什么", "什么是"});
}

bool names_a_kind_of_questions(const Block& block) {
  constexpr std::size_t kLongestName = 8;  // code points
  if (!block.starts_line || !is_short(block.text) || !contains(block.text, "题")) return false;
  const SectionHead head = section_head(without_markup(block.text));
  const bool named = head.kind || head.declared_count || head.marks_each;
  const std::string_view name = head.title;
  return named && length_in_code_points(name) <= kLongestName && last_character(name) == U'题';
}

bool is_name_of_group(std::string_view text) {
  constexpr std::size_t kLongest = 36;  // bytes
  if (text.size() > kLongest || contains_any(text, {"，", "。", "：", ":", ",", "、", "？", "；"}))
    return false;
  if (ends_with_any(text, {"问题", "难题", "话题", "主题", "课题", "标题", "专题", "做题", "答题"}))
    return false;
  for (std::string_view word : {"类", "类题", "篇", "部分", "模块", "题"})
    if (text.size() > word.size() && text.substr(text.size() - word.size()) == word) return true;
  return false;
}

bool is_option_line(std::string_view text) {
  Scanner scanner(text.substr(bullet_length(text)));
  scanner.take_one_of(U"[(");
  return scanner.take_one_of(U"Aax ") && scanner.take_one_of(U".、:)] ");
}

}  // namespace rehearse
