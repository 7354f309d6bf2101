// What came of a mock interview.
#pragma once

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// With ScrollWish::To::kNewest the selected question is brought into sight.
InterviewIntent draw_interview_report(Ui& ui, const ReportView& view, const ScrollWish& scroll);
InterviewIntent interview_report_key(const ReportView& view, const KeyPressed& press);

}  // namespace rehearse
