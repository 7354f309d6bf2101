// What a person can ask for in the statistics.
#pragma once

#include <cstddef>
#include <variant>

#include "gui/window/statistics/statistics_view.h"
#include "gui/window/ui/scroll_wish.h"

namespace rehearse {

struct ChoosePeriod {
  StatisticsPeriod period = StatisticsPeriod::kMonth;
};
struct ChooseDeck {
  std::size_t deck = 0;  // of StatisticsView::decks
};
struct CopyStatistics {};

using StatisticsIntent = std::variant<std::monostate, ChoosePeriod, ChooseDeck, CopyStatistics, ScrollPage>;

}  // namespace rehearse
