// The sheet in the middle of the study screen: the question, and what of its answer may be seen.
#pragma once

#include "gui/window/study/study_intent.h"
#include "gui/window/study/study_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// Where the parts of a drawn card ended. Screen pixels.
struct DrawnCard {
  StudyIntent intent;
  float bottom = 0;
  float newest_bottom = 0;  // of the part that the last key brought up
};

DrawnCard draw_study_card(Ui& ui, const StudyView& view, const Rect& column, float top);

/// The parts; each draws at (area.x, y) and moves y below itself. `newest_bottom` as above.
StudyIntent draw_points(Ui& ui, const StudyView& view, const Rect& area, float& y, float& newest_bottom);
StudyIntent draw_choices(Ui& ui, const StudyView& view, const Rect& area, float& y);
void draw_verdict(Ui& ui, const StudyView& view, const Rect& area, float& y);
/// The blanks of a fill card, in one line.
StudyIntent draw_fill(Ui& ui, const StudyView& view, const Rect& area, float& y);
/// Where an answer is typed, or what was typed with the words that told of points.
StudyIntent draw_typed_answer(Ui& ui, const StudyView& view, const Rect& area, float& y);
void draw_notes(Ui& ui, const AnswerView& answer, AskedAs asked_as, const Rect& area, float& y);
/// The learner's own example, or the field in which it is written. `newest_bottom` as above.
StudyIntent draw_example(Ui& ui, const ExampleView& example, const Rect& area, float& y,
                         float& newest_bottom);

}  // namespace rehearse
