#include "core/schedule/study_settings.h"

#include <algorithm>

namespace rehearse {

void apply(const StudySettings& settings, StudyDeck& deck) {
  if (settings.minutes_per_day)
    deck.daily_time = std::clamp(*settings.minutes_per_day, kFewestMinutes, kMostMinutes);
  if (settings.fresh_per_day) deck.fresh_per_day = std::min(*settings.fresh_per_day, kMostCardsPerDay);
  if (settings.reviews_per_day) deck.reviews_per_day = *settings.reviews_per_day;
  if (settings.after_interview) deck.after_interview = *settings.after_interview;
  if (settings.spread) deck.spread = *settings.spread;
}

}  // namespace rehearse
