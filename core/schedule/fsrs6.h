// Algorithm FSRS-6, exactly. Pure: state × rating × days → state.
// Source: open-spaced-repetition, "The Algorithm" (github.com/open-spaced-repetition/fsrs4anki/wiki), section
// FSRS-6; the names w0 … w20 are that page's. Stability S is the days after which recall has fallen to 0.9,
// difficulty D lies in [1, 10].
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <tuple>

#include "core/schedule/quality.h"

namespace rehearse {

/// w0 … w20. The default is the page's: the median of what was fitted to many learners.
struct Fsrs6Parameters {
  std::array<double, 21> w{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                           0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                           1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

  friend bool operator==(const Fsrs6Parameters&, const Fsrs6Parameters&) = default;
};

inline constexpr std::size_t kFsrs6ParameterCount = std::tuple_size_v<decltype(Fsrs6Parameters::w)>;

/// Where each parameter may lie, so that recall never lowers a stability and no power overflows.
struct Fsrs6Range {
  double lowest, highest;
};
extern const std::array<Fsrs6Range, kFsrs6ParameterCount> kFsrs6Ranges;

/// The parameters moved into their ranges; one that is no number becomes its default.
Fsrs6Parameters within_ranges(Fsrs6Parameters parameters);

enum class Fsrs6Rating { kAgain = 1, kHard = 2, kGood = 3, kEasy = 4 };

/// Quality 0 to 2 is Again, 3 Hard, 4 Good, 5 Easy.
Fsrs6Rating fsrs6_rating(Quality quality);

/// What a second answer on one day does.
enum class Fsrs6Terms {
  kShortAndLong,  // the page's formula for the same day (w17, w18, w19)
  kLongOnly,      // the formulas for later days with R = 1, and no part of w17, w18 in the one for a lapse
};

struct Fsrs6State {
  double stability = 0;  // days, in [kLowestStability, kHighestStability]; 0 before the first answer
  double difficulty = 0;

  friend bool operator==(const Fsrs6State&, const Fsrs6State&) = default;
};

inline constexpr double kLowestStability = 0.001;
inline constexpr double kHighestStability = 36'500;
inline constexpr double kRecallAtStability = 0.9;
inline constexpr double kLowestDifficulty = 1;
inline constexpr double kHighestDifficulty = 10;
inline constexpr double kDifficultyWithoutGrowth = 11;         // of a stability by a recall
inline constexpr std::int64_t kLongestFsrs6Interval = 36'500;  // days

/// Rounded to whole days, halves up, 1 to kLongestFsrs6Interval.
std::int64_t whole_interval_days(double days);

/// The algorithm with one learner's parameters. Each state is rounded to 1e-8, halves up, so that the last
/// bits of one machine's exp and pow are not handed from answer to answer.
class Fsrs6 {
 public:
  explicit Fsrs6(const Fsrs6Parameters& parameters = {}, Fsrs6Terms terms = Fsrs6Terms::kLongOnly);

  const Fsrs6Parameters& parameters() const { return parameters_; }

  /// The state after the first answer of all.
  Fsrs6State first(Fsrs6Rating rating) const;
  /// The state after an answer `elapsed` whole days, at least 0, after the one before it.
  Fsrs6State step(const Fsrs6State& state, Fsrs6Rating rating, std::chrono::days elapsed) const;
  /// The state of this stability whose difficulty lets a Good at R = 0.9 multiply the stability by `growth`,
  /// as nearly as a difficulty can.
  Fsrs6State with_growth(double stability, double growth) const;

  /// The probability of recall in [0, 1]: R(t) = (1 + f·t/S)^−w20 with f = 0.9^(−1/w20) − 1.
  double retrievability(double stability, double elapsed_days) const;
  /// Days until recall has fallen to `desired_retention` (in (0, 1)), for a stability of one day; for another
  /// they are in proportion.
  double days_per_stability(double desired_retention) const;
  /// The same in whole days.
  std::int64_t interval_days(double stability, double desired_retention) const {
    return whole_interval_days(stability * days_per_stability(desired_retention));
  }

 private:
  double after_recall(const Fsrs6State& state, Fsrs6Rating rating, double recall) const;
  double after_lapse(const Fsrs6State& state, double recall) const;
  double on_the_same_day(double stability, Fsrs6Rating rating) const;

  Fsrs6Parameters parameters_;
  Fsrs6Terms terms_;
  // By rating − 1.
  std::array<Fsrs6State, 4> first_;
  std::array<double, 4> difficulty_change_;  // −w6·(G − 3)/9
  std::array<double, 4> growth_;             // e^w8, with w15 for Hard and w16 for Easy
  std::array<double, 4> same_day_;           // e^(w17·(G − 3 + w18))
  double easy_difficulty_;                   // w7·D0(4): what difficulty reverts to
  double curve_factor_;                      // f
  double lapse_ceiling_;                     // e^(−w17·w18)
};

}  // namespace rehearse
