// How likely a card is to be recalled on a given day.
#pragma once

#include "core/base/time.h"
#include "core/schedule/memory_state.h"

namespace rehearse {

/// Probability in [0, 1] that the card is recalled on `day`; 0 for a card never met.
/// The FSRS-6 forgetting curve, R(t) = (1 + f·t/S)^−d with f = 0.9^(−1/d) − 1 so that R(S) = 0.9
/// (open-spaced-repetition, FSRS-6, default decay w20 = 0.1542), over a stability S read off the SM-2
/// state: a table by repetitions and lapses, found by simulation against learners with known memories.
double retrievability(const MemoryState& state, StudyDay day);

/// The stability in days that an SM-2 state stands for. Precondition: state.met.
double stability_of(const MemoryState& state);

}  // namespace rehearse
