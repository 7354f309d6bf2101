#include "core/statistics/card_statistics.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/statistics/answer_counts.h"
#include "core/statistics/first_few.h"

namespace rehearse {
namespace {

constexpr std::array kDayBounds{0,  1,  2,  3,  4,   5,   7,   10,  14,  21,
                                30, 45, 60, 90, 120, 180, 270, 365, 730, 1825};
constexpr std::array kEasinessBounds{130, 140, 150, 160, 170, 180, 190, 200, 210,
                                     220, 230, 240, 250, 260, 270, 280, 290, 300};  // hundredths
constexpr std::array kDifficultyBounds{1, 2, 3, 4, 5, 6, 7, 8, 9};
constexpr std::array kRecallBounds{0, 10, 20, 30, 40, 50, 60, 70, 80, 90};  // hundredths

bool is_met(const CardColumns& states, std::size_t card) { return (states.status[card] & kCardMet) != 0; }
bool is_active(const CardColumns& states, std::size_t card) {
  return (states.status[card] & (kCardMet | kCardSuspended)) == kCardMet;
}

/// Counts values into buckets by a table: one for each whole number up to the last bound.
class Buckets {
 public:
  /// `bounds` ascend from 0 or more; `per_unit` of them make 1 in what is shown.
  template <std::size_t kCount>
  explicit Buckets(const std::array<int, kCount>& bounds, int per_unit = 1) {
    result_.counts.resize(kCount);
    std::uint8_t bucket = 0;
    for (int value = 0; value <= bounds.back(); ++value) {
      if (bucket + std::size_t{1} < kCount && value == bounds[bucket + std::size_t{1}]) ++bucket;
      bucket_of_.push_back(bucket);
    }
    for (int bound : bounds) result_.bounds.push_back(static_cast<double>(bound) / per_unit);
  }

  /// What lies below the first bound counts in its bucket.
  void add(std::int64_t value) {
    const std::int64_t last = static_cast<std::int64_t>(bucket_of_.size()) - 1;
    ++result_.counts[bucket_of_[static_cast<std::size_t>(std::clamp<std::int64_t>(value, 0, last))]];
  }

  Histogram take() { return std::move(result_); }

 private:
  Histogram result_;
  std::vector<std::uint8_t> bucket_of_;
};

}  // namespace

// Sums instead of branches below: which cards are met, mature or due has no pattern a processor could learn.

CardCounts count_cards(const CardColumns& states, const RowSet& cards) {
  CardCounts counts;
  cards.for_each([&](std::size_t card) {
    const auto has = [status = states.status[card]](CardStatus bit) -> std::uint32_t {
      return (status & bit) != 0 ? 1 : 0;
    };
    const std::uint32_t is_mature = states.interval_days[card] >= kMatureAfter.count() ? has(kCardMet) : 0;
    counts.fresh += 1 - has(kCardMet);
    counts.young += has(kCardMet) - is_mature;
    counts.mature += is_mature;
    counts.suspended += has(kCardSuspended);
    counts.buried += has(kCardBuried);
    counts.leeches += has(kCardLeech);
  });
  return counts;
}

Forecast forecast_due(const CardColumns& states, const RowSet& cards, StudyDay today, std::size_t days) {
  // The day before today stands for all before it, the one behind the last for all behind it.
  std::vector<std::uint32_t> counts(days + 2);
  const auto last = static_cast<std::int64_t>(days) + 1;
  cards.for_each([&](std::size_t card) {
    const std::int64_t in_days = states.due_day[card] - day_number(today);
    const auto place = static_cast<std::size_t>(std::clamp<std::int64_t>(in_days + 1, 0, last));
    counts[place] += is_active(states, card) ? 1 : 0;
  });
  return {counts.front(), {counts.begin() + 1, counts.end() - 1}, counts.back()};
}

StateHistograms histograms(const CardColumns& states, const RowSet& cards, std::span<const float> recall) {
  constexpr int kHundredths = 100;
  Buckets interval(kDayBounds), stability(kDayBounds), easiness(kEasinessBounds, kHundredths),
      difficulty(kDifficultyBounds), chance(kRecallBounds, kHundredths);
  cards.for_each([&](std::size_t card) {
    if (!is_met(states, card)) return;
    interval.add(states.interval_days[card]);
    stability.add(static_cast<std::int64_t>(states.stability_days[card]));
    // A scheduler has the one or the other.
    if (states.easiness[card] != 0) easiness.add(states.easiness[card]);
    if (states.difficulty[card] != 0) difficulty.add(static_cast<std::int64_t>(states.difficulty[card]));
    chance.add(static_cast<std::int64_t>(recall[card] * kHundredths));
  });
  return {interval.take(), stability.take(), easiness.take(), difficulty.take(), chance.take()};
}

std::vector<std::uint32_t> least_recalled(const CardColumns& states, const RowSet& cards,
                                          std::span<const float> recall, std::size_t most) {
  FirstFew weakest(most, [recall](std::uint32_t a, std::uint32_t b) {
    return recall[a] != recall[b] ? recall[a] < recall[b] : a < b;
  });
  cards.for_each([&](std::size_t card) {
    if (is_active(states, card)) weakest.offer(static_cast<std::uint32_t>(card));
  });
  return weakest.take();
}

std::vector<std::uint32_t> most_missed(const CardColumns& states, const RowSet& cards, std::size_t most) {
  FirstFew worst(most, [&](std::uint32_t a, std::uint32_t b) {
    if (states.failed[a] != states.failed[b]) return states.failed[a] > states.failed[b];
    return states.passed[a] != states.passed[b] ? states.passed[a] < states.passed[b] : a < b;
  });
  cards.for_each([&](std::size_t card) {
    if (states.failed[card] > 0 && is_active(states, card)) worst.offer(static_cast<std::uint32_t>(card));
  });
  return worst.take();
}

std::vector<GroupReadiness> readiness_by_group(const CardColumns& states, const RowSet& cards,
                                               std::span<const std::uint32_t> group, std::size_t groups,
                                               std::span<const float> marks, std::span<const float> recall) {
  std::vector<GroupReadiness> readiness(groups);
  cards.for_each([&](std::size_t card) {
    GroupReadiness& of_group = readiness[group[states.question[card]]];
    of_group.marks += double{marks[card]};
    of_group.expected += double{marks[card]} * double{recall[card]};
  });
  return readiness;
}

}  // namespace rehearse
