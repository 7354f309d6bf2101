// What a person can ask for while looking at files before they are kept.
#pragma once

#include <cstddef>
#include <variant>

#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

struct KeepImport {};
struct LeaveImport {};

// Where a file is still to be chosen
struct PickEntry {
  std::size_t row = 0;
};
struct PointInPicker {
  TextPointed pointed;
};

// Of several files
struct LookAtFile {
  std::size_t file = 0;
};

// Of one file
struct SelectQuestion {
  std::size_t row = 0;
};
struct SelectField {
  std::size_t field = 0;
};
struct NextDoubt {};
struct LeaveQuestionOut {};  // or take it in again
struct CorrectField {};      // open the selected one to be typed in
struct PointInCorrection {
  TextPointed pointed;
};
struct SaveCorrection {};
struct DropCorrection {};

using ImportIntent =
    std::variant<std::monostate, KeepImport, LeaveImport, ScrollPage, PickEntry, PointInPicker, LookAtFile,
                 SelectQuestion, SelectField, NextDoubt, LeaveQuestionOut, CorrectField, PointInCorrection,
                 SaveCorrection, DropCorrection>;

}  // namespace rehearse
