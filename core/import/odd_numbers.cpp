#include "core/import/odd_numbers.h"

#include <cstddef>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/given_marks.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

/// A question that was found.
struct Found {
  std::size_t block = 0;
  std::size_t number = 0;
  std::size_t length = 0;  // bytes of the number
};

bool is_bracketed(const Block& block) {
  return block.number && block.number->style == NumberMark::Style::kBracketed;
}

enum class Way { kBrackets, kBlank };

/// Bytes up to the text behind `number`, written in an odd way; 0 where it does not stand there.
std::size_t odd_number_length(const Block& block, std::size_t number, Way way) {
  if (!block.starts_line || block.label || block.section || block.is_code || block.is_table_row) return 0;
  if (way == Way::kBrackets)
    return is_bracketed(block) && block.number->number == number ? block.number->length : 0;
  if (block.number || block.text.empty() || block.text[0] < '0' || block.text[0] > '9') return 0;
  Scanner scanner(block.text);
  if (scanner.take_digits() != number || scanner.peek() != ' ') return 0;
  scanner.skip_blanks();
  if (scanner.take_one_of(U"-–—")) scanner.skip_blanks();
  return is_han(scanner.peek()) || scanner.peek() >= 'A' ? scanner.offset() : 0;
}

bool is_answered_below(const std::vector<Block>& blocks, std::size_t at) {
  return at + 1 < blocks.size() && blocks[at + 1].starts_line && blocks[at + 1].label &&
         blocks[at + 1].label->part == Part::kAnswer;
}

bool mark_numbers(std::vector<Block>& blocks, Way way) {
  constexpr std::size_t kEnough = 3;
  std::vector<Found> found;
  std::size_t asking = 0;
  std::size_t number = 1;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.section && !block.section->is_bracketed) number = 1;
    const bool usual = block.number && !is_bracketed(block);
    if (usual && (block.number->says_question || asks(block.content))) return false;
    const std::size_t length = odd_number_length(block, number, way);
    if (length == 0) continue;
    found.push_back({i, number++, length});
    if (asks(block.text.substr(length)) || is_answered_below(blocks, i)) ++asking;
  }
  // Items of a list ask now and then; questions nearly all do.
  if (found.size() < kEnough || asking * 4 < found.size() * 3) return false;
  for (const Found& question : found) {
    Block& block = blocks[question.block];
    mark_question(block, question.number, block.text.substr(question.length));
  }
  return true;
}

}  // namespace

bool mark_odd_numbers(std::vector<Block>& blocks) {
  return mark_numbers(blocks, Way::kBlank) || mark_numbers(blocks, Way::kBrackets);
}

}  // namespace rehearse
