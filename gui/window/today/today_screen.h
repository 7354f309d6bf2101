// The first screen: what there is to do today, and one button to begin.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gui/window/platform/events.h"
#include "gui/window/today/today_intent.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct DeckRowView {
  std::string title;  // empty: all decks together
  std::size_t questions = 0;
  std::size_t due = 0;
  std::size_t fresh = 0;
  std::optional<int> days_to_interview;  // 0: it is today
};

struct TodayView {
  std::string date;  // 2026-12-01
  std::vector<DeckRowView> rows;
  std::size_t selected = 0;  // among rows
  std::size_t due = 0;       // of the selected row
  std::size_t fresh = 0;
  std::size_t minutes = 0;
  std::size_t streak_days = 0;
  std::size_t answered_today = 0;
};

TodayIntent today_key(const TodayView& view, const KeyPressed& press);
/// With ScrollWish::To::kNewest the selected deck is brought into sight.
TodayIntent draw_today(Ui& ui, const TodayView& view, const ScrollWish& scroll);

}  // namespace rehearse
