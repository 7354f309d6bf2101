#include "gui/window/ui/chart_axis.h"

#include <algorithm>
#include <cmath>

namespace rehearse {

ChartAxis chart_axis(double most, int most_steps) {
  ChartAxis axis;
  for (double power = 1;; power *= 10)
    for (const double factor : {1.0, 2.0, 5.0}) {
      axis.step = factor * power;
      axis.steps = std::max(1, static_cast<int>(std::ceil(std::min(most / axis.step, 1e6))));
      if (axis.steps <= most_steps) return axis;
    }
}

std::size_t label_stride(float label_width, float gap, float pitch) {
  if (pitch <= 0) return 1;
  return static_cast<std::size_t>(std::max(1.0f, std::ceil((label_width + gap) / pitch)));
}

}  // namespace rehearse
