// The six grades, 0 to 5. The one that Enter gives is filled; the suggested one keeps a frame.
#pragma once

#include "gui/window/study/study_intent.h"
#include "gui/window/study/study_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

inline constexpr float kGradeHeight = 64;

StudyIntent draw_grade_row(Ui& ui, const Rect& row, const GradeView& grade);

}  // namespace rehearse
