// The panels one by one.
#pragma once

#include "gui/window/statistics/panels.h"

namespace rehearse {

// Of what was done in the period
Panel reviews_panel(const Ui& ui, const StatisticsView& view);
Panel minutes_panel(const Ui& ui, const StatisticsView& view);
Panel retention_panel(const Ui& ui, const StatisticsView& view);
Panel hours_panel(const Ui& ui, const StatisticsView& view);

// Of the cards as they are
Panel forecast_panel(const Ui& ui, const StatisticsView& view);
/// Of values with so many decimals.
Panel histogram_panel(const Ui& ui, const Phrase& title, std::string note, const Histogram& histogram,
                      int decimals);
Panel readiness_panel(const Ui& ui, const StatisticsView& view);
Panel parts_panel(const Ui& ui, const StatisticsView& view);
Panel weak_panel(const Ui& ui, const Phrase& title, const std::vector<WeakCardView>& cards);

/// "92% (120)", or a dash when there were none.
std::string retention_text(const Tests& tests);
/// What a bar of a histogram stands for.
std::string bounds_text(Language language, const Histogram& histogram, std::size_t place, int decimals);
std::string stretch_text(const Stretch& stretch);

}  // namespace rehearse
