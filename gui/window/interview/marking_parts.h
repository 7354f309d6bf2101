// The two sheets of the marking screen.
#pragma once

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct DrawnMarking {
  InterviewIntent intent;
  float bottom = 0;
  Rect cursor;  // what the cursor is on; 0 high when it is not on this sheet
};

/// The question with everything that the document says of its answer.
DrawnMarking draw_reference(Ui& ui, const MarkingView& view, const Rect& column, float y);
/// Item by item what was reached.
DrawnMarking draw_rubric(Ui& ui, const MarkingView& view, const Rect& column, float y);

}  // namespace rehearse
