#include "core/base/similarity.h"

#include <algorithm>

#include "core/base/sign.h"
#include "core/base/text.h"

namespace rehearse {
namespace {

// A code point takes 21 bits, so three fit a shingle exactly and no two shingles are ever confused.
constexpr unsigned kCodePointBits = 21;
// Stands in front of a pair where a triple has its first letter: no code point is so large.
constexpr char32_t kPair = 0x1FFFFF;
constexpr char32_t kEnd = 0;

std::uint64_t shingle(char32_t first, char32_t second, char32_t third) {
  return (std::uint64_t{first} << (2 * kCodePointBits)) | (std::uint64_t{second} << kCodePointBits) | third;
}

}  // namespace

Shingles::Shingles(std::string_view text) {
  const std::u32string signs = to_utf32(case_folded(normalised(text)));
  for (std::size_t begin = 0, end = 0; begin < signs.size(); begin = end) {
    const Sign kind = sign_of(signs[begin]);
    for (end = begin + 1; end < signs.size() && sign_of(signs[end]) == kind;) ++end;
    if (kind == Sign::kSeparator) continue;
    const bool pairs = kind == Sign::kIdeograph;
    char32_t before_last = pairs ? kPair : kEnd;
    char32_t last = kEnd;
    for (std::size_t i = begin; i <= end; ++i) {
      const char32_t next = i < end ? signs[i] : kEnd;
      values_.push_back(shingle(before_last, last, next));
      if (!pairs) before_last = last;
      last = next;
    }
  }
  std::sort(values_.begin(), values_.end());
}

double similarity(const Shingles& a, const Shingles& b) {
  const std::size_t both = a.values().size() + b.values().size();
  if (both == 0) return 1;
  std::size_t common = 0;
  for (auto x = a.values().begin(), y = b.values().begin(); x != a.values().end() && y != b.values().end();) {
    if (*x == *y) ++common;
    const bool step_x = *x <= *y, step_y = *y <= *x;
    x += step_x ? 1 : 0;
    y += step_y ? 1 : 0;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(both);
}

}  // namespace rehearse
