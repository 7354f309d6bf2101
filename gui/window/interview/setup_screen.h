// Setting up a mock interview, and those that were kept.
#pragma once

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// With ScrollWish::To::kNewest the selected past interview is brought into sight.
InterviewIntent draw_interview_setup(Ui& ui, const SetupView& view, const ScrollWish& scroll);
InterviewIntent interview_setup_key(const SetupView& view, const KeyPressed& press);

}  // namespace rehearse
