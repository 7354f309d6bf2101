// FSRS-6 fitted to one learner's log.
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "core/base/result.h"
#include "core/schedule/answer_tree.h"
#include "core/schedule/fsrs6.h"

namespace rehearse {

/// With fewer reviews the parameters would follow chance.
inline constexpr std::size_t kFewestReviewsToFit = 400;

struct FsrsFit {
  Fsrs6Parameters parameters;   // rounded to 1e-6
  std::size_t reviews = 0;      // that were foretold: a day or more after another answer of the card
  double default_log_loss = 0;  // mean over the reviews, with the default parameters
  double log_loss = 0;          // with these
};

enum class FitStep { kGoOn, kStop };
/// Asked after each step; `done` grows from 0 to 1.
using FitProgress = std::function<FitStep(double done)>;

/// The parameters most likely after the log, when before it a learner is likely to be near the default ones:
/// least log-loss with a penalty for each parameter's distance. So a parameter that the log says nothing of
/// stays where it was, and the more reviews, the less the penalty means. Never worse on the log than the
/// default, and the same log gives the same parameters. Better grades of a first answer never mean less
/// stability. `log` is as for grouped().
/// Errors, in words: fewer than kFewestReviewsToFit reviews; `progress` said stop.
Result<FsrsFit> fit_fsrs6(std::span<const LoggedAnswer> log, SameDayAnswers same_day,
                          const FitProgress& progress = {});

}  // namespace rehearse
