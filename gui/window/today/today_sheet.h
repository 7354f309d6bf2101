// The sheets that open over the first screen: plain data that the screen changes as a whole.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/time.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

/// The interview date of one deck is being set.
struct DateSheet {
  std::string deck;  // its title
  StudyDay today{};
  TextEditor typed;
};
/// What was typed: a date, or a number of days from today. Nothing: neither.
std::optional<StudyDay> typed_day(const DateSheet& sheet);

enum class CustomKind { kAhead, kWeakest, kMissedToday, kSection };
inline constexpr std::size_t kCustomKinds = 4;

/// What to study besides the plan is being chosen.
struct CustomSheet {
  std::vector<std::string> decks;  // titles; the first is empty: all of them
  std::size_t deck = 0;
  CustomKind kind = CustomKind::kAhead;
  std::vector<std::string> sections;  // of the deck; titles, one may be empty
  std::size_t section = 0;
  int days_ahead = 1;
  int cards = 20;
  int minutes = 15;

  bool can_start() const { return kind != CustomKind::kSection || section < sections.size(); }
};

/// A backlog is being spread.
struct SpreadSheet {
  std::string deck;  // its title
  StudyDay today{};
  std::size_t cards = 0;
  double seconds = 0;
  int days = 1;

  StudyDay last_day() const { return today + std::chrono::days{days - 1}; }
};

using TodaySheet = std::variant<std::monostate, DateSheet, CustomSheet, SpreadSheet>;

}  // namespace rehearse
