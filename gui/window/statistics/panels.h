// The sheets of the statistics: a heading and a chart each.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "gui/window/statistics/statistics_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct Panel {
  std::string title, note;
  float height = 0;  // pixels, of what is below the heading
  std::function<void(Ui&, const Rect&)> draw;
};

/// In the order in which they are read. They refer to `view`.
std::vector<Panel> panels_of(const Ui& ui, const StatisticsView& view);
/// The calendar, over the whole width.
Panel calendar_panel(const Ui& ui, const StatisticsView& view);

float panel_height(const Ui& ui, const Panel& panel);
void draw_panel(Ui& ui, const Panel& panel, const Rect& sheet);

/// The five numbers above them. Returns where they end.
float draw_figures(Ui& ui, const StatisticsView& view, const Rect& column, float y);

}  // namespace rehearse
