#include "core/schedule/retrievability.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rehearse {
namespace {

constexpr double kDecay = 0.1542;

// By lapses: none, one, two, three or more.
using ByLapses = std::array<double, 4>;
constexpr ByLapses kStabilityAtZeroRepetitions{0.7, 0.7, 0.6, 0.4};  // days
constexpr ByLapses kStabilityAtOneRepetition{2.8, 2.8, 1.7, 1.0};    // days
constexpr ByLapses kStabilityPerIntervalDay{2.9, 1.05, 0.45, 0.30};  // from two repetitions on

}  // namespace

double stability_of(const MemoryState& state) {
  const auto lapses = static_cast<std::size_t>(std::clamp(state.lapses, 0, 3));
  if (state.sm2.repetitions == 0) return kStabilityAtZeroRepetitions[lapses];
  if (state.sm2.repetitions == 1) return kStabilityAtOneRepetition[lapses];
  return kStabilityPerIntervalDay[lapses] * static_cast<double>(state.sm2.interval_days);
}

double retrievability(const MemoryState& state, StudyDay day) {
  if (!state.met) return 0;
  const double factor = std::pow(0.9, -1 / kDecay) - 1;
  return std::pow(1 + factor * static_cast<double>(elapsed_days(state, day)) / stability_of(state), -kDecay);
}

}  // namespace rehearse
