// How ready one was, day by day: readiness over time. Only a replay of the answers knows the states of the
// past, so that it hands them in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/card_columns.h"
#include "core/statistics/card_statistics.h"

namespace rehearse {

class ReadinessHistory {
 public:
  /// `marks` of each card (0 for a card to leave out); `days` to tell of, ascending. Of a day before the
  /// `interview` it is told how ready one was for that one, else how ready on the day itself.
  ReadinessHistory(std::span<const float> marks, double decay, std::vector<StudyDay> days,
                   std::optional<StudyDay> interview);

  /// From `day` on the card is remembered so: forgotten from `day` with this stability. Precondition: card is
  /// a row of `marks`. Steps come in the order of days; one that does not counts from the latest day on.
  void step(std::uint32_t card, StudyDay day, float stability_days);

  /// One for each of the days, at their ends. Cards not met by then count with their marks and no recall.
  std::vector<GroupReadiness> take();

 private:
  void tell_days_before(StudyDay day);

  std::span<const float> marks_;
  ForgettingCurve curve_;
  std::vector<StudyDay> days_;
  std::optional<StudyDay> interview_;
  std::vector<std::int32_t> anchor_day_;
  std::vector<float> stability_days_;  // 0: not met
  std::vector<GroupReadiness> told_;
};

}  // namespace rehearse
