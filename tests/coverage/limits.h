// What the verdicts on typed answers must reach.
#pragma once

#include "tests/coverage/verdict_counts.h"

namespace rehearse::coverage {

struct Limits {
  double near_verbatim_precision;
  double near_verbatim_recall;
  double paraphrased_precision;
};

/// `./dev coverage` and the tests fail below.
inline constexpr Limits kGoal{0.9, 0.9, 0.8};

inline bool reaches(const HalfCounts& counts, const Limits& limits) {
  return counts.of(AnswerKind::kGood).precision().value_or(0) >= limits.near_verbatim_precision &&
         counts.of(AnswerKind::kGood).recall().value_or(0) >= limits.near_verbatim_recall &&
         counts.of(AnswerKind::kParaphrased).precision().value_or(0) >= limits.paraphrased_precision;
}

}  // namespace rehearse::coverage
