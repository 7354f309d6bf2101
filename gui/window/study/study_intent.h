// What a person can ask for while studying and at the end of a sitting.
#pragma once

#include <cstddef>
#include <variant>

#include "core/schedule/card_act.h"
#include "core/schedule/quality.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

// --- the answer ---
struct RevealNext {};
struct RevealAll {};
struct TickPoint {
  std::size_t point = 0;  // index among the question's points
};
struct GiveHint {};
struct ChooseOption {
  std::size_t option = 0;
};
struct TypeAnswer {};   // opens the field
struct LeaveTyping {};  // closes it and keeps the text
struct PointInAnswer {
  TextPointed pointed;
};
struct CheckAnswer {};

// --- the grade ---
struct OverrideGrade {
  Quality quality = Quality::kBlackout;
};
struct GradeAndGo {};
struct GradeAs {
  Quality quality = Quality::kBlackout;
};  // override and go on at once: a click on a grade
struct ToggleIntervals {};

// --- the card ---
struct EditQuestion {};
struct PutAway {
  CardActKind kind = CardActKind::kSuspend;  // or kBury
};
struct FlagCard {
  int flag = 0;  // 0: none
};
struct OpenCardMenu {};
struct SelectEntry {
  std::size_t entry = 0;  // of the menu
};
struct ExplainCard {};
struct CloseCardSheet {};  // the menu or the explanation

// --- the learner's own example ---
struct WriteExample {};
struct PointInExample {
  TextPointed pointed;
};
struct KeepExample {};
struct LeaveExample {};  // as it was

// --- the sitting ---
struct UndoAnswer {};
struct RedoAnswer {};
struct GoOn {};         // with what waits
struct DrillMissed {};  // once more
struct LeaveStudy {};

using StudyIntent =
    std::variant<std::monostate, RevealNext, RevealAll, TickPoint, GiveHint, ChooseOption, TypeAnswer,
                 LeaveTyping, PointInAnswer, CheckAnswer, OverrideGrade, GradeAndGo, GradeAs, ToggleIntervals,
                 EditQuestion, PutAway, FlagCard, OpenCardMenu, SelectEntry, ExplainCard, CloseCardSheet,
                 WriteExample, PointInExample, KeepExample, LeaveExample, UndoAnswer, RedoAnswer, GoOn,
                 DrillMissed, ScrollPage, LeaveStudy>;

}  // namespace rehearse
