// A typed answer, ready to be searched for the terms of many points.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/recall/deck_terms.h"
#include "core/recall/units.h"
#include "core/recall/weighed_point.h"

namespace rehearse {

/// A term of a point, found in the answer.
struct Match {
  Term in_point;
  Term in_answer;
  std::uint32_t clause = 0;
  double credit = 0;  // 0 to 1
};

struct Clause {
  std::uint32_t sentence = 0;
  double length = 0;  // spoken_length of its units
};

class AnswerText {
 public:
  AnswerText(std::string_view typed, const DeckTerms& deck);

  const std::vector<Unit>& units() const { return units_; }
  const std::vector<Clause>& clauses() const { return clauses_; }

  /// Where the point's terms stand, by clause. A term that is denied on one side and not on the other is not
  /// found.
  std::vector<Match> matches_of(const WeighedPoint& point) const;

 private:
  std::vector<Unit> units_;
  std::vector<Clause> clauses_;
  std::vector<Term> terms_;  // by code
};

}  // namespace rehearse
