// What a careful reader would mark with a pencil: decisions that the text does not settle.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/words.h"

namespace rehearse {

/// Decisions and how sure each is. Measured: kPointsInProse (of the points found so on the 114 documents of
/// tests/data/documents 95 % are right, and 94 % of the right ones are found). The others are estimates.
namespace confidence {
inline constexpr double kAnswerBelowQuestion = 0.97;  // no label, but the line above asks
inline constexpr double kPointsInProse = 0.94;        // no mark: sentences that open a subject
inline constexpr double kAnswerInLine = 0.90;         // no label and no line end between question and answer
inline constexpr double kForgottenLabel = 0.85;       // all other questions have a label
inline constexpr double kSkippedNumber = 0.85;        // the number does not go on, everything else does
inline constexpr double kUnmarkedPairs = 0.80;  // neither numbers nor labels: short lines with text below
}  // namespace confidence

/// A decision below this is told as a Problem.
inline constexpr double kSureEnough = 0.95;

struct Guess {
  std::string_view place;  // a piece of the repaired text
  double confidence = 0;   // from 0 to 1
  std::string code;        // as Problem::code
  Words reason;
};

using Guesses = std::vector<Guess>;

}  // namespace rehearse
