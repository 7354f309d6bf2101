// What the library says, as the first screen shows it.
#pragma once

#include <vector>

#include "core/library.h"
#include "gui/window/today/today_view.h"

namespace rehearse {

/// The decks in rows, below all of them together where there are several.
TodayView view_of(const std::vector<DeckSummary>& decks, const LibraryStats& stats, StudyDay day);

/// True when something is to be said of its days ahead: an interview is, or much has piled up.
bool is_worth_looking_ahead(const DeckSummary& deck, StudyDay today);
DeckAhead ahead_of(const DeckOutlook& outlook);

/// Answers a day for a year of the calendar, today the last; empty when there were none.
std::vector<std::uint32_t> habit_of(const std::vector<DayCounts>& days, StudyDay today);

}  // namespace rehearse
