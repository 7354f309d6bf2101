// Which key points does a typed answer cover? By the words they share, for no Debian package knows their
// meaning.
#pragma once

#include <string_view>
#include <vector>

#include "core/deck/document.h"
#include "core/deck/question.h"
#include "core/recall/deck_terms.h"

namespace rehearse {

enum class PointVerdict {
  kMissed,
  kPartly,    // worth a hint
  kRecalled,  // worth a tick
};

struct PointCoverage {
  double coverage = 0;  // 0 to 1: how much of the point was found, by how telling it is
  PointVerdict verdict = PointVerdict::kMissed;
  std::vector<SourceSpan> matched;  // bytes of the typed text, in order, none touching another
};

/// One for each of the question's points, in their order. `deck` is the question's own; one that does not
/// know the question is sound too, and every term is as telling as the next. The order of the points in the
/// text does not matter. What is said of a thing counts for no point that says the opposite (不打断, 打断).
std::vector<PointCoverage> covered_points(const Question& question, std::string_view typed,
                                          const DeckTerms& deck);

}  // namespace rehearse
