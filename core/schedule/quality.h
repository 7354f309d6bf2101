// How well an answer went, for a whole question and for one of its points.
#pragma once

#include <optional>
#include <span>

#include "core/base/result.h"

namespace rehearse {

// DO NOT RENUMBER: these values are in every library file and on the wire.
// Wozniak 1990, ch. 3.2: the quality of a response.
enum class Quality { kBlackout = 0, kWrongFamiliar = 1, kWrongEasy = 2, kHard = 3, kGood = 4, kPerfect = 5 };

// DO NOT RENUMBER: these values are in every library file and on the wire.
enum class PointResult { kMissed = 0, kHint = 1, kRecalled = 2 };

constexpr bool passed(Quality quality) { return quality >= Quality::kHard; }

Result<Quality> quality_from_wire(int value);
Result<PointResult> point_result_from_wire(int value);

/// What a point's result says of its own card: missed 2, with a hint 3, recalled 4.
constexpr Quality quality_of(PointResult result) {
  return static_cast<Quality>(2 + static_cast<int>(result));
}

/// The grade that the points suggest, by the share recalled unaided:
/// all → 5, ≥ .8 → 4, ≥ .6 → 3, ≥ .4 → 2, ≥ .2 → 1, else 0. No points at all: 0.
Quality suggested_quality(std::span<const PointResult> results);

/// What a grade given with nothing ticked says of every point: ≥ 4 recalled, 3 with a hint, < 3 missed.
PointResult point_result_spoken_for(Quality quality);

}  // namespace rehearse
