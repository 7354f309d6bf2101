#include "core/study/hint.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::size_t kSteps = 4;  // in which a cue would be told to its end

}  // namespace

std::string hint_of(const KeyPoint& point, int hints) {
  if (hints <= 0) return {};
  if (!point.detail.empty()) return point.cue;
  const std::size_t length = length_in_code_points(point.cue);
  const std::size_t quarters = std::min(static_cast<std::size_t>(hints), kSteps - 1);
  const std::size_t told = std::max<std::size_t>(1, length * quarters / kSteps);
  return shortened(point.cue, told);
}

}  // namespace rehearse
