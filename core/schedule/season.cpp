#include "core/schedule/season.h"

#include <algorithm>
#include <cmath>

namespace rehearse {
namespace {

using std::chrono::days;

// New questions are brought in during this share of the days to the interview.
constexpr int kIntroductionPercent = 55;
constexpr days kShortestWindow{3};

/// From the day the date was given; a day that lies after the date (typed wrong, or a clock) counts as none.
days whole_time(const StudyDeck& deck) { return std::max(days{0}, *deck.interview - deck.interview_since); }

/// The cheaper way to ask all of a question, with the misses it brings.
double pass_cost(const StudyDeck& deck, const StudyQuestion& question) {
  return std::min(whole_cost(deck, question), single_cost(deck, question) * question.asked()) +
         kMissedInPass * deck.costs.missed_point * question.asked();
}

DeckCensus::Standing standing_of(const StudyDeck& deck, const StudyQuestion& question, StudyDay today) {
  using Standing = DeckCensus::Standing;
  if (deck.held_at(question.first_slot) != Held::kNo) return Standing::kHeld;
  Standing standing = Standing::kFresh;
  for (const MemoryState& state : deck.memories_of(question)) {
    if (!state.met) continue;
    if (state.seen >= today) return Standing::kSeenToday;
    standing = Standing::kMet;
  }
  return standing;
}

}  // namespace

DeckCensus take_census(const StudyDeck& deck, StudyDay today) {
  using Standing = DeckCensus::Standing;
  DeckCensus census;
  census.standing.reserve(deck.questions.size());
  for (const StudyQuestion& question : deck.questions) {
    const Standing standing = standing_of(deck, question, today);
    census.standing.push_back(standing);
    census.fresh += standing == Standing::kFresh;
    if (standing == Standing::kMet || standing == Standing::kSeenToday)
      census.pass_seconds += pass_cost(deck, question);
  }
  return census;
}

Season season_of(const StudyDeck& deck, const DeckCensus& census, StudyDay today) {
  if (!deck.interview) return Season::kNoDate;
  if (today > *deck.interview)
    return deck.after_interview == AfterInterview::kQuiet ? Season::kQuiet : Season::kKeeping;
  return *deck.interview - today <= closing_window(deck, census) ? Season::kClosing : Season::kBuildUp;
}

Season season_of(const StudyDeck& deck, StudyDay today) {
  return season_of(deck, take_census(deck, today), today);
}

days closing_window(const StudyDeck& deck, const DeckCensus& census) {
  const double seconds_a_day = static_cast<double>(std::max<std::int64_t>(1, deck.daily_time.count()));
  const days longest = std::max(days{1}, whole_time(deck) / 2);
  const double pass_days =
      std::min(std::ceil(census.pass_seconds / seconds_a_day), static_cast<double>(longest.count()));
  return std::min(longest, std::max(kShortestWindow, days{static_cast<days::rep>(pass_days)}));
}

std::size_t fresh_allowance(const StudyDeck& deck, const DeckCensus& census, StudyDay today) {
  std::size_t per_day = deck.fresh_per_day;
  if (deck.interview) {
    if (today > *deck.interview) return 0;
    const StudyDay last_day =
        deck.interview_since + days{whole_time(deck).count() * kIntroductionPercent / 100};
    const auto days_left =
        static_cast<std::size_t>(std::max<std::int64_t>(1, (last_day - today).count() + 1));
    // Those met today were waiting this morning: counting them keeps the number steady through the day.
    per_day = (census.fresh + deck.met_today + days_left - 1) / days_left;
  }
  return std::min(census.fresh, per_day - std::min(per_day, deck.met_today));
}

std::size_t fresh_allowance(const StudyDeck& deck, StudyDay today) {
  return fresh_allowance(deck, take_census(deck, today), today);
}

}  // namespace rehearse
