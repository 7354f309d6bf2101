// The list of kept interviews, and how their totals went.
#pragma once

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct DrawnPast {
  InterviewIntent intent;
  float bottom = 0;
  Rect selected;  // where the selected row stands; 0 high when there is none
};
/// From `y` down over the width of `column`. Rows outside the region that scrolls are not drawn.
DrawnPast draw_past_interviews(Ui& ui, const SetupView& view, const Rect& column, float y);

/// Totals out of 100 as a line, the oldest at the left.
void draw_trend(Ui& ui, const Rect& rect, const std::vector<TrendPoint>& trend);

/// How good so many marks of 1 are: the colour for it.
const Tone& tone_of_share(const Theme& theme, double share);

}  // namespace rehearse
