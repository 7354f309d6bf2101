// Where a deck stands between the day its interview date was given and the interview.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/study_deck.h"

namespace rehearse {

enum class Season {
  kNoDate,   // cards come when they are due
  kBuildUp,  // new questions are brought in; what was met comes when it is due
  kClosing,  // everything that was learned comes once more, by what it gains per second
  kKeeping,  // the interview is over: what was met comes when it is due
  kQuiet,    // the interview is over: nothing comes
};

/// The season has a day that reviews are weighed against.
constexpr bool has_goal(Season season) { return season == Season::kBuildUp || season == Season::kClosing; }

/// What one look at all questions of a deck says.
struct DeckCensus {
  enum class Standing : std::uint8_t { kHeld, kFresh, kMet, kSeenToday };
  std::vector<Standing> standing;  // by question
  std::size_t fresh = 0;           // not held
  double pass_seconds = 0;         // to ask everything that was met once
};
DeckCensus take_census(const StudyDeck& deck, StudyDay today);

Season season_of(const StudyDeck& deck, const DeckCensus& census, StudyDay today);
Season season_of(const StudyDeck& deck, StudyDay today);

/// Of the points of a pass over everything: so many are missed and read again.
inline constexpr double kMissedInPass = 0.15;

/// Days before the interview in which everything learned is gone over once more at the daily minutes: at
/// least 3, at most half of the days from the day the date was given (but never fewer than 1).
/// Precondition: deck.interview.
std::chrono::days closing_window(const StudyDeck& deck, const DeckCensus& census);

/// How many new questions are offered today besides those met today: fresh_per_day, or with a date as many as
/// bring every question in within the first 55 % of the days, evenly; none once the interview is over.
std::size_t fresh_allowance(const StudyDeck& deck, const DeckCensus& census, StudyDay today);
std::size_t fresh_allowance(const StudyDeck& deck, StudyDay today);

/// Whether a card whose question was met asks for a review by itself: once its day has come, in the closing
/// window always, unless the learner moved it to a later day. A point that was added to a question already
/// met is wanted at once.
inline bool wants_review(const MemoryState& state, Season season, StudyDay day) {
  if (!state.met) return true;
  return state.due() <= day || (season == Season::kClosing && !state.moved_to);
}

}  // namespace rehearse
