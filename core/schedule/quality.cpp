#include "core/schedule/quality.h"

#include <algorithm>
#include <string>

namespace rehearse {

Result<Quality> quality_from_wire(int value) {
  if (value < 0 || value > 5)
    return Error{"quality " + std::to_string(value) + " is not 0 to 5", "review.r", ""};
  return static_cast<Quality>(value);
}

Result<PointResult> point_result_from_wire(int value) {
  if (value < 0 || value > 2)
    return Error{"point result " + std::to_string(value) + " is not 0 to 2", "review.p", ""};
  return static_cast<PointResult>(value);
}

Quality suggested_quality(std::span<const PointResult> results) {
  if (results.empty()) return Quality::kBlackout;
  const auto recalled = std::count(results.begin(), results.end(), PointResult::kRecalled);
  // In fifths and whole numbers: .8 of five points is exactly four of them.
  const auto fifths = recalled * 5 / static_cast<std::ptrdiff_t>(results.size());
  return static_cast<Quality>(fifths);
}

PointResult point_result_spoken_for(Quality quality) {
  if (quality >= Quality::kGood) return PointResult::kRecalled;
  return quality == Quality::kHard ? PointResult::kHint : PointResult::kMissed;
}

}  // namespace rehearse
