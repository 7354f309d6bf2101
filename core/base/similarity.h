// How alike two texts are: for taking a corrected text for the one it corrects.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rehearse {

/// What a text is compared by: the pairs of neighbours in a run of ideographs, kana or hangul, and the
/// triples in a word of any other script, where each end counts as a neighbour. Width, case, blanks and
/// punctuation do not matter (+ and # do: C, C++ and C# are three languages). Pairs for the one and triples
/// for the other, because a letter says less than an ideograph: unrelated texts of one field stay below 0.3
/// in Chinese and in English alike.
class Shingles {
 public:
  Shingles() = default;
  explicit Shingles(std::string_view text);

  bool empty() const { return values_.empty(); }
  /// In ascending order; one that occurs twice stands twice.
  const std::vector<std::uint64_t>& values() const { return values_; }

 private:
  std::vector<std::uint64_t> values_;
};

/// Dice's coefficient 2·|a ∩ b| / (|a| + |b|) over the shingles, from 0 (nothing in common) to 1 (the same).
/// Two empty texts are the same.
double similarity(const Shingles& a, const Shingles& b);

}  // namespace rehearse
