// An answer of a mock interview is marked: the reference answer, and what it is marked by.
#pragma once

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// In a wide window the answer and the marks stand side by side. With ScrollWish::To::kNewest what the cursor
/// is on is brought into sight.
InterviewIntent draw_interview_marking(Ui& ui, const MarkingView& view, const ScrollWish& scroll);
InterviewIntent interview_marking_key(const KeyPressed& press);

}  // namespace rehearse
