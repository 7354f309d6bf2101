// Where a learner's FSRS-6 parameters are likely to be before anything is known of the learner.
#pragma once

#include "core/schedule/fsrs6.h"
#include "core/schedule/fsrs6_loss.h"

namespace rehearse {

/// Parameters as points z: each coordinate counts standard deviations from the default, 0 is the default
/// itself. The first stabilities are taken by their logarithms, Again's as it is and each better grade's by
/// how far it lies above the one before; so a learner who is better at one grade is expected to be at the
/// others, and a better grade never means less. The spreads are our own estimate: a quarter to a half of most
/// parameters, and a factor of e for the first stabilities.
class Fsrs6Prior {
 public:
  Fsrs6Prior();

  Fsrs6Parameters parameters(const Fsrs6Vector& point) const;
  /// ∂w/∂z where `parameters` are: row w, column z.
  Fsrs6Matrix slopes(const Fsrs6Parameters& parameters) const;

  /// `value` of coordinate `i` moved into its range.
  double bounded(std::size_t i, double value) const;
  /// True where a move of coordinate `i` down the `slope` would leave its range.
  bool is_held(std::size_t i, double value, double slope) const;

 private:
  Fsrs6Vector default_, lowest_, highest_;  // the default unscaled, the others in standard deviations from it
};

}  // namespace rehearse
