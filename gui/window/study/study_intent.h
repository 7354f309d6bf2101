// What a person can ask for while studying and at the end of a sitting.
#pragma once

#include <cstddef>
#include <variant>

#include "core/schedule/quality.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

struct RevealNext {};
struct RevealAll {};
struct TickPoint {
  std::size_t point;  // index among the question's points
};
struct ChooseOption {
  std::size_t option;
};
struct PointInAnswer {
  TextPointed pointed;  // in the field of a fill card
};
struct CheckAnswer {};
struct OverrideGrade {
  Quality quality;
};
struct GradeAndGo {};
struct GradeAs {
  Quality quality;
};  // override and go on at once: a click on a grade
struct UndoAnswer {};
struct ToggleIntervals {};
struct LeaveStudy {};

using StudyIntent =
    std::variant<std::monostate, RevealNext, RevealAll, TickPoint, ChooseOption, PointInAnswer, CheckAnswer,
                 OverrideGrade, GradeAndGo, GradeAs, UndoAnswer, ToggleIntervals, ScrollPage, LeaveStudy>;

}  // namespace rehearse
