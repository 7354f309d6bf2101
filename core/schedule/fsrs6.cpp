#include "core/schedule/fsrs6.h"

#include <algorithm>
#include <cmath>

namespace rehearse {
namespace {

constexpr double kRoundedParts = 1e8;

constexpr std::size_t index_of(Fsrs6Rating rating) { return static_cast<std::size_t>(rating) - 1; }

/// Only for numbers in [0, 9e10]: there the conversion to whole numbers is right, and faster than floor().
double rounded(double value) {
  // NOLINTNEXTLINE(bugprone-incorrect-roundings)
  return static_cast<double>(static_cast<std::int64_t>(value * kRoundedParts + 0.5)) / kRoundedParts;
}

double stored_stability(double value) {
  return rounded(std::clamp(value, kLowestStability, kHighestStability));
}

double stored_difficulty(double value) {
  return rounded(std::clamp(value, kLowestDifficulty, kHighestDifficulty));
}

}  // namespace

// As on the page of the algorithm, but for the lowest stability, which is the state's own.
const std::array<Fsrs6Range, kFsrs6ParameterCount> kFsrs6Ranges{{
    {kLowestStability, 100},
    {kLowestStability, 100},
    {kLowestStability, 100},
    {kLowestStability, 100},
    {1, 10},
    {0.001, 4},
    {0.001, 4},
    {0.001, 0.75},
    {0, 4.5},
    {0, 0.8},
    {0.001, 3.5},
    {0.001, 5},
    {0.001, 0.25},
    {0.001, 0.9},
    {0, 4},
    {0, 1},
    {1, 6},
    {0, 2},
    {0, 2},
    {0, 0.8},
    {0.1, 0.8},
}};

Fsrs6Parameters within_ranges(Fsrs6Parameters parameters) {
  const Fsrs6Parameters defaults;
  for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) {
    double& value = parameters.w[i];
    value = std::isfinite(value) ? std::clamp(value, kFsrs6Ranges[i].lowest, kFsrs6Ranges[i].highest)
                                 : defaults.w[i];
  }
  return parameters;
}

Fsrs6Rating fsrs6_rating(Quality quality) {
  if (!passed(quality)) return Fsrs6Rating::kAgain;
  return static_cast<Fsrs6Rating>(static_cast<int>(quality) - 1);
}

std::int64_t whole_interval_days(double days) {
  return static_cast<std::int64_t>(std::clamp(days + 0.5, 1.0, double{kLongestFsrs6Interval}));
}

Fsrs6::Fsrs6(const Fsrs6Parameters& parameters, Fsrs6Terms terms) : parameters_(parameters), terms_(terms) {
  const auto& w = parameters_.w;
  const auto first_difficulty = [&](int rating) { return w[4] - std::exp(w[5] * (rating - 1)) + 1; };
  const bool same_day_counts = terms_ == Fsrs6Terms::kShortAndLong;
  for (int rating = 1; rating <= 4; ++rating) {
    const auto i = static_cast<std::size_t>(rating - 1);
    first_[i] = {stored_stability(w[i]), stored_difficulty(first_difficulty(rating))};
    difficulty_change_[i] = -w[6] * (rating - 3) / 9;
    growth_[i] = std::exp(w[8]);
    same_day_[i] = std::exp(w[17] * (rating - 3 + w[18]));
  }
  growth_[index_of(Fsrs6Rating::kHard)] *= w[15];
  growth_[index_of(Fsrs6Rating::kEasy)] *= w[16];
  easy_difficulty_ = w[7] * first_difficulty(4);
  curve_factor_ = std::pow(kRecallAtStability, -1 / w[20]) - 1;
  lapse_ceiling_ = same_day_counts ? std::exp(-w[17] * w[18]) : 1;
}

Fsrs6State Fsrs6::first(Fsrs6Rating rating) const { return first_[index_of(rating)]; }

Fsrs6State Fsrs6::step(const Fsrs6State& state, Fsrs6Rating rating, std::chrono::days elapsed) const {
  double stability = 0;
  if (elapsed.count() == 0 && terms_ == Fsrs6Terms::kShortAndLong) {
    stability = on_the_same_day(state.stability, rating);
  } else {
    const double recall = retrievability(state.stability, static_cast<double>(elapsed.count()));
    stability =
        rating == Fsrs6Rating::kAgain ? after_lapse(state, recall) : after_recall(state, rating, recall);
  }
  const double w7 = parameters_.w[7];
  const double moved =
      state.difficulty + difficulty_change_[index_of(rating)] * (kHighestDifficulty - state.difficulty);
  return {stored_stability(stability), stored_difficulty(easy_difficulty_ + (1 - w7) * moved)};
}

Fsrs6State Fsrs6::with_growth(double stability, double growth) const {
  const auto& w = parameters_.w;
  const double kept = stored_stability(stability);
  // The formula for a stability after recall, solved for D.
  const double per_ease = growth_[index_of(Fsrs6Rating::kGood)] * std::pow(kept, -w[9]) *
                          (std::exp(w[10] * (1 - kRecallAtStability)) - 1);
  return {kept, stored_difficulty(kDifficultyWithoutGrowth - (growth - 1) / per_ease)};
}

double Fsrs6::retrievability(double stability, double elapsed_days) const {
  return std::pow(1 + curve_factor_ * elapsed_days / stability, -parameters_.w[20]);
}

double Fsrs6::days_per_stability(double desired_retention) const {
  return (std::pow(desired_retention, -1 / parameters_.w[20]) - 1) / curve_factor_;
}

double Fsrs6::after_recall(const Fsrs6State& state, Fsrs6Rating rating, double recall) const {
  const auto& w = parameters_.w;
  return state.stability * (1 + growth_[index_of(rating)] * (kDifficultyWithoutGrowth - state.difficulty) *
                                    std::pow(state.stability, -w[9]) * (std::exp(w[10] * (1 - recall)) - 1));
}

double Fsrs6::after_lapse(const Fsrs6State& state, double recall) const {
  const auto& w = parameters_.w;
  const double relearned = w[11] * std::pow(state.difficulty, -w[12]) *
                           (std::pow(state.stability + 1, w[13]) - 1) * std::exp(w[14] * (1 - recall));
  return std::min(relearned, state.stability * lapse_ceiling_);
}

double Fsrs6::on_the_same_day(double stability, Fsrs6Rating rating) const {
  const double change = same_day_[index_of(rating)] * std::pow(stability, -parameters_.w[19]);
  return stability * (rating == Fsrs6Rating::kAgain ? change : std::max(change, 1.0));
}

}  // namespace rehearse
