// What a person can ask for where a question is edited.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "core/base/id.h"
#include "core/deck/question.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

struct PointInField {
  std::string id;
  TextPointed pointed;
};
struct ChooseKind {
  QuestionKind kind = QuestionKind::kOpen;
};
struct ChooseFlag {
  int flag = 0;
};

// What is done with points is written at once.
struct InsertPoint {
  std::size_t at = 0;  // the index it has then
};
struct CutPoint {
  std::size_t point = 0;  // where the caret stands in it
};
struct JoinPoints {
  std::size_t point = 0;  // with the next one
};
struct PlacePoint {
  std::size_t point = 0;
  std::size_t to = 0;  // the index it has then
};
struct DropPoint {
  std::size_t point = 0;
};

struct SaveQuestion {};
struct AskForHistory {};
struct LeaveEditor {};

/// Of several versions of a field this one is meant.
struct ChooseVersion {
  std::string field;  // as in ContestedField
  OpId version;
};

using EditorIntent =
    std::variant<std::monostate, PointInField, ChooseKind, ChooseFlag, InsertPoint, CutPoint, JoinPoints,
                 PlacePoint, DropPoint, SaveQuestion, AskForHistory, LeaveEditor, ChooseVersion>;

}  // namespace rehearse
