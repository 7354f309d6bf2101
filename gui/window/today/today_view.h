// What the first screen shows: plain data, read once, drawn in every frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/base/words.h"

namespace rehearse {

/// What lies ahead of a deck.
struct DeckAhead {
  bool has_interview = false;  // today or later
  double readiness = 0;        // expected share of the marks on the interview day, 0 to 1
  bool is_met = true;          // the plan
  Words plan;                  // whether its goal can be met, and what would help
  std::optional<int> minutes;  // a day, that would make it reachable
  std::size_t leave_out = 0;   // questions; without them it would be reachable
  struct Backlog {
    Words words;
    std::size_t cards = 0;
    double seconds = 0;
    int days = 1;  // to spread it over
  };
  std::optional<Backlog> backlog;

  bool has_trouble() const { return !is_met || backlog.has_value(); }
};

struct DeckRowView {
  std::string title;  // empty: all decks together
  std::size_t questions = 0;
  std::size_t due = 0;
  std::size_t fresh = 0;
  std::optional<int> days_to_interview;  // 0: it is today
  std::optional<DeckAhead> ahead;        // nothing: not known, or nothing to tell
};

struct TodayView {
  StudyDay day{};
  std::vector<DeckRowView> rows;
  std::size_t selected = 0;  // among rows
  std::size_t due = 0;       // of the selected row
  std::size_t fresh = 0;
  std::size_t minutes = 0;
  std::size_t streak_days = 0;
  std::size_t answered_today = 0;
  std::vector<std::uint32_t> habit;  // answers a day, today the last; empty: there were none

  bool has_work() const { return due + fresh > 0; }
  /// The row whose advice is shown: the selected one; for all decks together the first that is in trouble.
  std::optional<std::size_t> advised_row() const;
};

}  // namespace rehearse
