// The sheets of a report, from the total down to what is drilled. Each draws from `y` down over the width of
// `column` and moves `y` on.
#pragma once

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

void draw_report_total(Ui& ui, const ReportView& view, const Rect& column, float& y);

struct DrawnQuestions {
  InterviewIntent intent;
  Rect selected;  // 0 high when none is
};
DrawnQuestions draw_report_questions(Ui& ui, const ReportView& view, const Rect& column, float& y);

/// Nothing when all was asked from one section.
void draw_report_sections(Ui& ui, const ReportView& view, const Rect& column, float& y);

void draw_report_drill(Ui& ui, const ReportView& view, const Rect& column, float& y);

}  // namespace rehearse
