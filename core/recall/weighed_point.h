// A key point as what is looked for in a typed answer.
#pragma once

#include <vector>

#include "core/deck/question.h"
#include "core/recall/deck_terms.h"

namespace rehearse {

struct WeighedTerm {
  Term term;          // its units are the point's
  double credit = 0;  // 0 to 1: how far finding it means that its units were said
};

struct WeighedPoint {
  std::vector<Unit> units;         // of cue and detail
  std::vector<double> weights;     // of each unit: about 1 an ideograph, more a word, little a common one
  std::vector<WeighedTerm> terms;  // that may be found
  double length = 0;               // spoken_length of the units
};

/// One for each of the question's points. What the question's own stem says weighs less: any answer repeats
/// it. What several of its points say counts less for each.
std::vector<WeighedPoint> weighed_points(const Question& question, const DeckTerms& deck);

/// How much is said, in ideographs: a word of letters counts for more than one, a common one for less.
double spoken_length(const Unit& unit);

}  // namespace rehearse
