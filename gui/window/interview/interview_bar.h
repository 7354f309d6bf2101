// The bar at the top of a running interview: where one is, and the way out.
#pragma once

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// `note` stands at the right, in `note_colour`.
InterviewIntent draw_interview_bar(Ui& ui, const InterviewBarView& view, std::string_view note,
                                   ImU32 note_colour);

/// A question's section and marks, in one line of chips from the top left of `area` down: moves `y` on.
void draw_interview_chips(Ui& ui, const Rect& area, std::string_view section, double marks, float& y);

/// A listing on a soft ground: moves `y` on. Nothing when it is empty.
void draw_listing(Ui& ui, const Rect& area, std::string_view code, float& y);

}  // namespace rehearse
