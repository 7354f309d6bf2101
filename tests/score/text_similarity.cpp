#include "tests/score/text_similarity.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace rehearse::scoring {
namespace {

struct Block {
  std::size_t in_a = 0;
  std::size_t in_b = 0;
  std::size_t length = 0;
};

Block longest_common_block(std::u32string_view a, std::u32string_view b) {
  Block best;
  // common[j]: how many characters before and at b[j - 1] equal those before and at the current one of a.
  std::vector<std::size_t> common(b.size() + 1, 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t length = a[i] == b[j] ? diagonal + 1 : 0;
      diagonal = std::exchange(common[j + 1], length);
      if (length > best.length) best = {i + 1 - length, j + 1 - length, length};
    }
  }
  return best;
}

std::size_t matched_characters(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return 0;
  const Block block = longest_common_block(a, b);
  if (block.length == 0) return 0;
  return block.length + matched_characters(a.substr(0, block.in_a), b.substr(0, block.in_b)) +
         matched_characters(a.substr(block.in_a + block.length), b.substr(block.in_b + block.length));
}

double ratio(std::size_t matched, std::u32string_view a, std::u32string_view b) {
  return 2.0 * static_cast<double>(matched) / static_cast<double>(a.size() + b.size());
}

std::size_t letters_in_common(std::u32string a, std::u32string b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::u32string common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size();
}

}  // namespace

double similarity(std::u32string_view a, std::u32string_view b) {
  if (a == b) return 1;
  return ratio(matched_characters(a, b), a, b);
}

double similarity_from(double least, std::u32string_view a, std::u32string_view b) {
  if (a == b) return 1;
  if (ratio(std::min(a.size(), b.size()), a, b) < least) return 0;
  if (ratio(letters_in_common(std::u32string(a), std::u32string(b)), a, b) < least) return 0;
  const double found = similarity(a, b);
  return found < least ? 0 : found;
}

}  // namespace rehearse::scoring
