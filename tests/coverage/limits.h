// What the verdicts on typed answers must reach.
#pragma once

#include <cstddef>

#include "tests/coverage/verdict_counts.h"

namespace rehearse::coverage {

struct Limits {
  double near_verbatim_precision;
  double near_verbatim_recall;
  double paraphrased_precision;
  double paraphrased_recall;
  std::size_t off_topic_ticks;  // points called recalled that a person calls missed, in each half
};

/// What is good enough: `./dev coverage` fails below. Recall of paraphrases is reported and has no goal:
/// words alone cannot tell all of them.
inline constexpr Limits kGoal{0.9, 0.9, 0.8, 0, 6};

/// What was reached once, on both halves, and is never given up again: the tests fail below.
inline constexpr Limits kReached{0.98, 0.98, 0.95, 0.55, 3};

inline bool reaches(const HalfCounts& counts, const Limits& limits) {
  const VerdictCounts& good = counts.of(AnswerKind::kGood);
  const VerdictCounts& paraphrased = counts.of(AnswerKind::kParaphrased);
  return good.precision().value_or(0) >= limits.near_verbatim_precision &&
         good.recall().value_or(0) >= limits.near_verbatim_recall &&
         paraphrased.precision().value_or(0) >= limits.paraphrased_precision &&
         paraphrased.recall().value_or(0) >= limits.paraphrased_recall &&
         counts.of(AnswerKind::kOffTopic).false_ticks() <= limits.off_topic_ticks;
}

}  // namespace rehearse::coverage
