// Asked of those who leave an interview in the middle.
#pragma once

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

InterviewIntent draw_leaving_interview(Ui& ui, const LeavingView& view);
InterviewIntent leaving_interview_key(const LeavingView& view, const KeyPressed& press);

}  // namespace rehearse
