// An answer to an open question that was typed: which of its points it covers, and what that means for the
// ticks.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/library.h"
#include "core/recall/coverage.h"

namespace rehearse {

/// The tick that a verdict suggests: partly is worth a hint.
PointResult tick_of(PointVerdict verdict);

/// Where the points that `card` asks were found in the typed text: in order, none touching another.
std::vector<SourceSpan> all_matched(const Card& card, const std::vector<PointCoverage>& coverage);

/// How telling words are in each deck that typed answers are checked against. Reading a deck takes a moment,
/// so that it is done when one of its answers is first checked, and again when the question that is asked was
/// not in it or read otherwise then.
class TermsOfDecks {
 public:
  /// `library` must outlive it.
  explicit TermsOfDecks(const Library& library) : library_(library) {}

  const DeckTerms& of(const Card& card);

 private:
  struct Terms {
    DeckTerms terms;
    std::unordered_set<std::size_t> questions;  // hashes of what their points say
  };

  Terms read(DeckId deck) const;

  const Library& library_;
  std::map<DeckId, Terms> decks_;
};

}  // namespace rehearse
