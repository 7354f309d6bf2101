#include "gui/window/settings/settings_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rehearse {
namespace {

constexpr std::array<std::size_t, 16> kMinuteSteps{5,  10, 15, 20,  25,  30,  40,  50,
                                                   60, 75, 90, 120, 150, 180, 240, 480};
constexpr std::array<std::size_t, 17> kFreshSteps{0,  1,  2,  3,  4,  5,  7,   10, 15,
                                                  20, 25, 30, 40, 50, 75, 100, 200};
constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();
constexpr std::array<std::size_t, 12> kReviewSteps{10,  20,  30,  50,  75,   100,
                                                   150, 200, 300, 500, 1000, kNoLimit};

std::size_t stepped(std::span<const std::size_t> values, std::size_t value, int steps) {
  for (; steps > 0; --steps) {
    const auto next = std::upper_bound(values.begin(), values.end(), value);
    if (next != values.end()) value = *next;
  }
  for (; steps < 0; ++steps) {
    const auto next = std::lower_bound(values.begin(), values.end(), value);
    if (next != values.begin()) value = *std::prev(next);
  }
  return value;
}

}  // namespace

StudyAmountView read_amount(const Library& library) {
  StudyDeck deck;  // with the defaults
  apply(library.study_settings(std::nullopt), deck);
  StudyAmountView amount;
  amount.minutes =
      static_cast<std::size_t>(std::chrono::duration_cast<std::chrono::minutes>(deck.daily_time).count());
  amount.fresh = deck.fresh_per_day;
  amount.reviews = deck.reviews_per_day;
  amount.after_interview = deck.after_interview;
  amount.day_starts = static_cast<int>(library.day_starts().count());
  return amount;
}

std::size_t stepped_minutes(std::size_t value, int steps) { return stepped(kMinuteSteps, value, steps); }

std::size_t stepped_fresh(std::size_t value, int steps) { return stepped(kFreshSteps, value, steps); }

std::optional<std::size_t> stepped_reviews(std::optional<std::size_t> value, int steps) {
  const std::size_t next = stepped(kReviewSteps, value.value_or(kNoLimit), steps);
  return next == kNoLimit ? std::nullopt : std::optional(next);
}

int stepped_retention(int value, int steps) {
  const auto per_cent = [](double share) { return static_cast<int>(std::lround(100 * share)); };
  return std::clamp(value + steps, per_cent(kLowestDesiredRetention), per_cent(kHighestDesiredRetention));
}

}  // namespace rehearse
