// The numbers beside a chart and the labels below it: how many there is room for.
#pragma once

#include <cstddef>

namespace rehearse {

/// From 0 up, in whole steps.
struct ChartAxis {
  double step = 1;
  int steps = 1;
  double top() const { return step * steps; }
};

/// The smallest axis that reaches `most` in at most `most_steps` steps of 1, 2 or 5 times a power of ten.
/// Preconditions: most is finite, most_steps is 1 or more.
ChartAxis chart_axis(double most, int most_steps);

/// Every how many places have a label, so that labels of this width and this far apart do not touch. At
/// least 1.
std::size_t label_stride(float label_width, float gap, float pitch);

}  // namespace rehearse
