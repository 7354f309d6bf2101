// Words that answers use for one another, in Chinese and English: a modest list of everyday ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>

#include "core/recall/units.h"

namespace rehearse {

/// A word that stands for the same thing as others do.
struct Synonym {
  std::uint64_t code = 0;  // of what they all stand for
  std::size_t length = 0;  // units
};

class Synonyms {
 public:
  Synonyms();

  /// The longest word of the list that begins at the first of `units` and lies in one clause.
  std::optional<Synonym> at(std::span<const Unit> units) const;

 private:
  /// By the sequence of a word's units what it stands for, and 0 by each sequence that only begins a word.
  std::unordered_map<std::uint64_t, std::uint64_t> codes_;
};

}  // namespace rehearse
