#include "core/schedule/fsrs6_prior.h"

#include <algorithm>
#include <cmath>

namespace rehearse {
namespace {

constexpr std::size_t kFirstStabilities = 4;

constexpr Fsrs6Vector kSpread{1.0, 0.5,  0.5, 0.5, 1.0, 0.3, 0.8, 0.05, 0.4, 0.1, 0.3,
                              0.3, 0.05, 0.1, 0.4, 0.2, 0.6, 0.3, 0.15, 0.1, 0.1};

/// The default of a coordinate, and how far it may go, not yet in standard deviations.
struct Axis {
  double origin, lowest, highest;
};

Axis axis_of(std::size_t i) {
  const Fsrs6Parameters defaults;
  const auto [lowest, highest] = kFsrs6Ranges[i];
  if (i == 0) return {std::log(defaults.w[0]), std::log(lowest), std::log(highest)};
  if (i < kFirstStabilities)
    return {std::log(defaults.w[i] / defaults.w[i - 1]), 0, std::log(highest / lowest)};
  return {defaults.w[i], lowest, highest};
}

}  // namespace

Fsrs6Prior::Fsrs6Prior() {
  for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) {
    const Axis axis = axis_of(i);
    default_[i] = axis.origin;
    lowest_[i] = (axis.lowest - axis.origin) / kSpread[i];
    highest_[i] = (axis.highest - axis.origin) / kSpread[i];
  }
}

Fsrs6Parameters Fsrs6Prior::parameters(const Fsrs6Vector& point) const {
  Fsrs6Parameters parameters;
  double log_stability = 0;
  for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) {
    const double value = default_[i] + kSpread[i] * point[i];
    if (i < kFirstStabilities)
      parameters.w[i] = std::exp(log_stability += value);
    else
      parameters.w[i] = value;
  }
  return within_ranges(parameters);
}

Fsrs6Matrix Fsrs6Prior::slopes(const Fsrs6Parameters& parameters) const {
  Fsrs6Matrix slopes{};
  for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) slopes[i][i] = kSpread[i];
  for (std::size_t i = 0; i < kFirstStabilities; ++i)
    for (std::size_t k = 0; k <= i; ++k) slopes[i][k] = parameters.w[i] * kSpread[k];
  return slopes;
}

double Fsrs6Prior::bounded(std::size_t i, double value) const {
  return std::clamp(value, lowest_[i], highest_[i]);
}

bool Fsrs6Prior::is_held(std::size_t i, double value, double slope) const {
  return (value <= lowest_[i] && slope > 0) || (value >= highest_[i] && slope < 0);
}

}  // namespace rehearse
