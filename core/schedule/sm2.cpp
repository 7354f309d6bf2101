#include "core/schedule/sm2.h"

#include <algorithm>

namespace rehearse {
namespace {

/// EF' − EF in hundredths: 0.1 − (5 − q)·(0.08 + (5 − q)·0.02).
int easiness_change(Quality quality) {
  const int short_of_perfect = 5 - static_cast<int>(quality);
  return 10 - short_of_perfect * (8 + short_of_perfect * 2);
}

std::int64_t next_interval(const Sm2State& state) {
  if (state.repetitions == 0) return 1;
  if (state.repetitions == 1) return 6;
  return std::min((state.interval_days * state.easiness + 99) / 100, kLongestInterval);
}

}  // namespace

Sm2State sm2_step(Sm2State state, Quality quality) {
  if (!passed(quality)) return {0, state.easiness, 1};
  return {state.repetitions + 1, std::max(kLowestEasiness, state.easiness + easiness_change(quality)),
          next_interval(state)};
}

}  // namespace rehearse
