// What a person can ask for in the library.
#pragma once

#include <cstddef>
#include <variant>

#include "gui/window/library/list_selection.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

enum class ListOf { kQuestions, kCards };

// The tree
struct GoToNode {
  std::size_t row = 0;
};
struct ToggleNode {
  std::size_t row = 0;
};
struct StepIntoNode {};   // open it, or on to the list
struct StepOutOfNode {};  // close it, or up to its deck
struct GoToTree {};
struct GoToList {};

// The search
struct GoToSearch {};
struct PointInSearch {
  TextPointed pointed;
};
struct TakeSuggestion {
  std::size_t index = 0;
};

// The list
struct GoToRow {
  std::size_t row = 0;
  RowMarking marking = RowMarking::kLeave;
};
struct MarkAllRows {};
struct MarkNoRows {};
struct OpenRow {
  std::size_t row = 0;
};
struct ListAnother {
  ListOf what = ListOf::kQuestions;
};
struct AskForActs {};
struct AskForDeckOptions {};

using LibraryIntent =
    std::variant<std::monostate, GoToNode, ToggleNode, StepIntoNode, StepOutOfNode, GoToTree, GoToList,
                 GoToSearch, PointInSearch, TakeSuggestion, GoToRow, MarkAllRows, MarkNoRows, OpenRow,
                 ListAnother, AskForActs, AskForDeckOptions>;

}  // namespace rehearse
