// Algorithm SM-2, exactly. Pure: state × quality → state.
// Source: P. A. Wozniak, Optimization of learning, Master's thesis, University of Technology in Poznań,
// 1990, ch. 3.2 (adapted 1998, super-memory.com/english/ol/sm2.htm). Where the text is ambiguous:
// an interval is rounded up; it is computed with the easiness before the repetition's own change; a
// quality below 3 leaves the easiness alone.
#pragma once

#include <cstdint>

#include "core/schedule/quality.h"

namespace rehearse {

struct Sm2State {
  int repetitions = 0;
  /// Hundredths. In plain doubles 2.36 becomes 2.3600000000000003 and a whole product rounds one too high.
  int easiness = 250;
  std::int64_t interval_days = 0;

  friend bool operator==(const Sm2State&, const Sm2State&) = default;
};

inline constexpr int kLowestEasiness = 130;  // hundredths
/// The text has no longest interval; this one only keeps the arithmetic inside 64 bits.
inline constexpr std::int64_t kLongestInterval = 1'000'000'000;

/// The state after answering on the due day.
Sm2State sm2_step(Sm2State state, Quality quality);

}  // namespace rehearse
