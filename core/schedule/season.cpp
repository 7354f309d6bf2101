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

/// The cheaper way to ask all of a question.
double pass_cost(const StudyDeck& deck, const StudyQuestion& question) {
  return std::min(whole_cost(deck, question), single_cost(deck, question) * question.asked());
}

std::size_t waiting_questions(const StudyDeck& deck) {
  return static_cast<std::size_t>(
      std::count_if(deck.questions.begin(), deck.questions.end(), [&](const StudyQuestion& question) {
        return deck.held_at(question.first_slot) == Held::kNo && is_fresh(deck, question);
      }));
}

}  // namespace

Season season_of(const StudyDeck& deck, StudyDay today) {
  if (!deck.interview) return Season::kNoDate;
  if (today > *deck.interview)
    return deck.after_interview == AfterInterview::kQuiet ? Season::kQuiet : Season::kKeeping;
  return *deck.interview - today <= closing_window(deck) ? Season::kClosing : Season::kBuildUp;
}

days closing_window(const StudyDeck& deck) {
  double pass_seconds = 0;
  for (const StudyQuestion& question : deck.questions)
    if (!is_fresh(deck, question)) pass_seconds += pass_cost(deck, question);
  const double seconds_a_day = static_cast<double>(std::max<std::int64_t>(1, deck.daily_time.count()));
  const days longest = std::max(days{1}, whole_time(deck) / 2);
  const double pass_days =
      std::min(std::ceil(pass_seconds / seconds_a_day), static_cast<double>(longest.count()));
  return std::min(longest, std::max(kShortestWindow, days{static_cast<days::rep>(pass_days)}));
}

std::size_t fresh_allowance(const StudyDeck& deck, StudyDay today) {
  const std::size_t waiting = waiting_questions(deck);
  std::size_t per_day = deck.fresh_per_day;
  if (deck.interview) {
    if (today > *deck.interview) return 0;
    const StudyDay last_day =
        deck.interview_since + days{whole_time(deck).count() * kIntroductionPercent / 100};
    const auto days_left =
        static_cast<std::size_t>(std::max<std::int64_t>(1, (last_day - today).count() + 1));
    // Those met today were waiting this morning: counting them keeps the number steady through the day.
    per_day = (waiting + deck.met_today + days_left - 1) / days_left;
  }
  return std::min(waiting, per_day - std::min(per_day, deck.met_today));
}

}  // namespace rehearse
