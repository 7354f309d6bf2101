#include "core/export/anki_schedule.h"

#include <algorithm>

namespace rehearse {
namespace {

AnkiReviewRow row_of(const PastReview& review, const MemoryState& before, const MemoryState& after,
                     std::set<std::int64_t>& taken) {
  AnkiReviewRow row;
  row.id = review.at.time_since_epoch().count();
  while (!taken.insert(row.id).second) ++row.id;
  row.ease = anki_ease(review.quality);
  row.interval_days = after.sm2.interval_days;
  row.last_interval_days = before.met ? before.sm2.interval_days : 0;
  row.factor = after.sm2.easiness * 10;
  row.spent_ms = review.spent.count();
  row.type = before.met ? 1 : 0;
  return row;
}

}  // namespace

int anki_ease(Quality quality) { return std::max(1, static_cast<int>(quality) - 1); }

AnkiSchedule anki_schedule(const QuestionHistory& history, std::chrono::hours day_starts_at,
                           std::set<std::int64_t>& taken) {
  AnkiSchedule schedule;
  for (const auto& event : history.events) {
    std::int64_t id = 0;
    const auto* review = std::get_if<PastReview>(&event);
    if (review != nullptr && !review->asked) {
      const MemoryState before = schedule.memory;
      const auto offset = review->utc_offset.value_or(std::chrono::minutes{0});
      schedule.memory = observe(before, review->quality, study_day(review->at, offset, day_starts_at));
      schedule.reviews.push_back(row_of(*review, before, schedule.memory, taken));
      id = schedule.reviews.back().id;
    }
    const auto* past = std::get_if<PastSchedule>(&event);
    if (past != nullptr && !past->asked) schedule.memory = take_over(schedule.memory, past->schedule);
    schedule.revlog_ids.push_back(id);
  }
  return schedule;
}

}  // namespace rehearse
