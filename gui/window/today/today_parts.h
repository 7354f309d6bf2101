// What lies on the first screen, from top to bottom. Each draws from `y` down over the width of `column` and
// moves `y` below itself.
#pragma once

#include "gui/window/today/today_intent.h"
#include "gui/window/today/today_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// The three numbers of the day, side by side.
void draw_figures(Ui& ui, const TodayView& view, const Rect& column, float& y);
/// What stands in the way of the plan, or that nothing does, and what would help. Nothing where there is no
/// date and no backlog.
TodayIntent draw_advice(Ui& ui, const TodayView& view, const Rect& column, float& y);
/// One deck. Leaves `y` to the caller.
TodayIntent draw_deck_row(Ui& ui, const TodayView& view, std::size_t index, const Rect& row);
inline constexpr float kDeckRowHeight = 60;
/// The calendar and the streak.
void draw_habit(Ui& ui, const TodayView& view, const Rect& column, float& y);

}  // namespace rehearse
