#include "core/statistics/readiness_history.h"

#include <algorithm>
#include <utility>

namespace rehearse {

ReadinessHistory::ReadinessHistory(std::span<const float> marks, double decay, std::vector<StudyDay> days,
                                   std::optional<StudyDay> interview)
    : marks_(marks),
      curve_(decay),
      days_(std::move(days)),
      interview_(interview),
      anchor_day_(marks.size()),
      stability_days_(marks.size()) {}

void ReadinessHistory::step(std::uint32_t card, StudyDay day, float stability_days) {
  tell_days_before(day);
  anchor_day_[card] = static_cast<std::int32_t>(day_number(day));
  stability_days_[card] = stability_days;
}

std::vector<GroupReadiness> ReadinessHistory::take() {
  tell_days_before(StudyDay::max());
  return std::move(told_);
}

void ReadinessHistory::tell_days_before(StudyDay day) {
  while (told_.size() < days_.size() && days_[told_.size()] < day) {
    const StudyDay today = days_[told_.size()];
    const std::int64_t asked = day_number(interview_ ? std::max(*interview_, today) : today);
    GroupReadiness readiness;
    for (std::size_t card = 0; card < marks_.size(); ++card) {
      const double marks{marks_[card]};
      readiness.marks += marks;
      if (marks == 0 || stability_days_[card] == 0) continue;
      const auto elapsed = static_cast<float>(asked - anchor_day_[card]);
      readiness.expected += marks * double{curve_.recall(elapsed, stability_days_[card])};
    }
    told_.push_back(readiness);
  }
}

}  // namespace rehearse
