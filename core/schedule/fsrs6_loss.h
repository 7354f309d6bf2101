// How well parameters foretell a log, and in which direction better ones lie.
#pragma once

#include <array>

#include "core/schedule/answer_tree.h"
#include "core/schedule/fsrs6.h"

namespace rehearse {

using Fsrs6Vector = std::array<double, kFsrs6ParameterCount>;
using Fsrs6Matrix = std::array<Fsrs6Vector, kFsrs6ParameterCount>;

/// Sums over AnswerTree::reviews; derivatives are by the parameters w0 … w20.
struct Fsrs6Loss {
  double log_loss = 0;        // −ln R where it was recalled, −ln (1 − R) where it was not
  Fsrs6Vector gradient{};     // of log_loss
  Fsrs6Matrix information{};  // Fisher's: expected second derivatives, ∇R·∇Rᵀ / (R·(1 − R))
};

/// Precondition: parameters within their ranges. States are not rounded here as they are in Fsrs6.
Fsrs6Loss fsrs6_loss(const AnswerTree& tree, const Fsrs6Parameters& parameters, Fsrs6Terms terms);

}  // namespace rehearse
