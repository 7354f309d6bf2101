#include "gui/window/today/read_today.h"

#include <algorithm>

namespace rehearse {
namespace {

// Fewer cards than these are no backlog that a learner wants spread.
constexpr std::size_t kPiledUp = 80;
// As many as the widest page has room for.
constexpr int kHabitDays = 53 * 7;

bool is_ahead(const std::optional<StudyDay>& interview, StudyDay today) {
  return interview && *interview >= today;
}

}  // namespace

TodayView view_of(const std::vector<DeckSummary>& decks, const LibraryStats& stats, StudyDay day) {
  TodayView view;
  view.day = day;
  view.streak_days = stats.streak_days;
  view.answered_today = stats.reviews_today;
  if (decks.size() > 1) {  // with one deck, "all decks" would say the same twice
    DeckRowView all;
    for (const DeckSummary& deck : decks) {
      all.questions += deck.questions;
      all.due += deck.due;
      all.fresh += deck.fresh;
    }
    view.rows.push_back(std::move(all));
  }
  for (const DeckSummary& deck : decks) {
    DeckRowView row;
    row.title = deck.title;
    row.questions = deck.questions;
    row.due = deck.due;
    row.fresh = deck.fresh;
    if (is_ahead(deck.interview, day))
      row.days_to_interview = static_cast<int>((*deck.interview - day).count());
    view.rows.push_back(std::move(row));
  }
  return view;
}

bool is_worth_looking_ahead(const DeckSummary& deck, StudyDay today) {
  return is_ahead(deck.interview, today) || deck.due >= kPiledUp;
}

DeckAhead ahead_of(const DeckOutlook& outlook) {
  DeckAhead ahead;
  ahead.has_interview = is_ahead(outlook.interview, outlook.today);
  ahead.readiness = outlook.readiness.all.share();
  ahead.is_met = outlook.plan.is_met();
  ahead.plan = outlook.words;
  if (outlook.plan.remedy && outlook.plan.remedy->minutes_per_day)
    ahead.minutes = static_cast<int>(outlook.plan.remedy->minutes_per_day->count());
  ahead.leave_out = outlook.leave_out.size();
  if (outlook.backlog) {
    const int days = static_cast<int>((outlook.backlog->last_day - outlook.today).count()) + 1;
    ahead.backlog = {outlook.backlog->words, outlook.backlog->cards, outlook.backlog->seconds, days};
  }
  return ahead;
}

std::vector<std::uint32_t> habit_of(const std::vector<DayCounts>& days, StudyDay today) {
  if (days.empty()) return {};
  std::vector<std::uint32_t> habit(kHabitDays);
  for (const DayCounts& day : days) {
    const auto back = (today - day.day).count();
    if (back >= 0 && back < kHabitDays)
      habit[static_cast<std::size_t>(kHabitDays - 1 - back)] = day.counts.reviews();
  }
  return habit;
}

}  // namespace rehearse
