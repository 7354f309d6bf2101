// How telling a term is inside a deck: what every second point says tells little.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/deck/question.h"
#include "core/recall/synonyms.h"
#include "core/recall/units.h"

namespace rehearse {

/// A piece of a text that may be found again in another: a pair of ideographs, an ideograph, a word, a
/// number, or what a word is a synonym for.
struct Term {
  enum class Kind : std::uint8_t { kIdeograph, kPair, kWord, kSynonym };

  std::uint64_t code = 0;
  std::uint32_t first = 0;   // unit
  std::uint32_t length = 1;  // units
  Kind kind = Kind::kWord;
};

/// Made once per deck from the points of all its questions. A value; reading it from several threads is safe.
class DeckTerms {
 public:
  DeckTerms() : DeckTerms(std::span<const Question>{}) {}
  explicit DeckTerms(std::span<const Question> questions);

  /// The terms of a text, in the order of their first units.
  std::vector<Term> terms_of(std::span<const Unit> units) const;

  /// From 1 for a term that one point holds at most, down towards 0 for one in every point: log((N + 1)/n) ÷
  /// log(N + 1) where n of the deck's N points hold it (inverse document frequency, Spärck Jones 1972).
  double telling(std::uint64_t term) const;

 private:
  Synonyms synonyms_;
  std::unordered_map<std::uint64_t, std::uint32_t> points_with_;  // term → points that hold it
  std::size_t points_ = 0;
};

}  // namespace rehearse
