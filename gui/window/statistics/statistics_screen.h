// What was done and what is known, in charts.
#pragma once

#include "gui/window/platform/events.h"
#include "gui/window/statistics/statistics_intent.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

StatisticsIntent draw_statistics(Ui& ui, const StatisticsView& view, const ScrollWish& scroll);
StatisticsIntent statistics_key(const StatisticsView& view, const KeyPressed& press);

}  // namespace rehearse
