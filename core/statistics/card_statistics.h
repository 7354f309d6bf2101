// What is counted over the states of cards: what comes, how firmly it sits, and how ready one is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/row_set.h"
#include "core/base/time.h"
#include "core/schedule/card_columns.h"

namespace rehearse {

// In all of these `cards` are the rows to count, such as those a search finds; its size is states.size().

/// Each card in one of the first three; the others are counted besides.
struct CardCounts {
  std::uint32_t fresh = 0;  // never answered
  std::uint32_t young = 0;  // interval below kMatureAfter
  std::uint32_t mature = 0;
  std::uint32_t suspended = 0;
  std::uint32_t buried = 0;
  std::uint32_t leeches = 0;

  friend bool operator==(const CardCounts&, const CardCounts&) = default;
};
CardCounts count_cards(const CardColumns& states, const RowSet& cards);

struct Forecast {
  std::uint32_t overdue = 0;       // due before today
  std::vector<std::uint32_t> due;  // on each day, today the first; without what is overdue
  std::uint32_t later = 0;         // behind the last of these days
};
/// Due days of met cards that are not suspended, as if none were answered meanwhile.
Forecast forecast_due(const CardColumns& states, const RowSet& cards, StudyDay today, std::size_t days);

/// `counts[i]` values lie in [bounds[i], bounds[i + 1]); the last count has no upper bound.
struct Histogram {
  std::vector<double> bounds;
  std::vector<std::uint32_t> counts;

  friend bool operator==(const Histogram&, const Histogram&) = default;
};

/// Of the met cards; of those of FSRS no easiness, of the others no difficulty. Bounds are in the unit of the
/// values.
struct StateHistograms {
  Histogram interval_days;
  Histogram stability_days;
  Histogram easiness;    // as in 2.5
  Histogram difficulty;  // 1 to 10
  Histogram recall;      // 0 to 1
};
/// `recall`: the chance of recall of each card.
StateHistograms histograms(const CardColumns& states, const RowSet& cards, std::span<const float> recall);

/// At most `most` met and not suspended cards with the lowest chance of recall, the lowest first.
std::vector<std::uint32_t> least_recalled(const CardColumns& states, const RowSet& cards,
                                          std::span<const float> recall, std::size_t most);

/// At most `most` not suspended cards failed at least once in their tests, the most often first, among equals
/// the one tested less.
std::vector<std::uint32_t> most_missed(const CardColumns& states, const RowSet& cards, std::size_t most);

struct GroupReadiness {
  double marks = 0;     // in all
  double expected = 0;  // marks × chance of recall

  /// In [0, 1]; 0 without marks.
  double share() const { return marks > 0 ? expected / marks : 0; }
};
/// Σ marks · R / Σ marks for each group. `group` of each question (a section), all below `groups`; `marks` of
/// each card: none on a card that asks what other cards ask; `recall` of each card on the day that counts.
std::vector<GroupReadiness> readiness_by_group(const CardColumns& states, const RowSet& cards,
                                               std::span<const std::uint32_t> group, std::size_t groups,
                                               std::span<const float> marks, std::span<const float> recall);

}  // namespace rehearse
