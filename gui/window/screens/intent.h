// What a person can ask for on any screen. A screen only says it; App::apply does it.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "core/schedule/quality.h"

namespace rehearse {

// Today
struct SelectDeck {
  std::size_t row;
};
struct StartStudy {};

// Study
struct RevealNext {};
struct RevealAll {};
struct TickPoint {
  std::size_t point;
};  // index among the question's points
struct ChooseOption {
  std::size_t option;
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
struct ScrollPage {
  int pages;
};

// Everywhere
struct GoToToday {};
struct ToggleKeys {};  // the list of keys
struct ToggleTheme {};
struct ToggleLanguage {};
struct Zoom {
  int steps;
};  // 0: back to 100 %
struct Quit {};
struct DismissNotice {};
struct ReadFiles {
  std::vector<std::string> paths;
};

// The files that were read
struct KeepImport {};
struct LeaveImport {};

using Intent = std::variant<std::monostate, SelectDeck, StartStudy, RevealNext, RevealAll, TickPoint,
                            ChooseOption, CheckAnswer, OverrideGrade, GradeAndGo, GradeAs, UndoAnswer,
                            ToggleIntervals, ScrollPage, GoToToday, ToggleKeys, ToggleTheme, ToggleLanguage,
                            Zoom, Quit, DismissNotice, ReadFiles, KeepImport, LeaveImport>;

inline bool is_nothing(const Intent& intent) { return std::holds_alternative<std::monostate>(intent); }

}  // namespace rehearse
