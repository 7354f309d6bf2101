#include "gui/window/library/library_screen.h"

#include <algorithm>

namespace rehearse {
namespace {

constexpr std::size_t kPage = 12;  // rows that PgUp and PgDn go

/// Where a key leads from `place` among `count` rows; nothing for another key.
std::optional<std::size_t> row_after(Key key, std::size_t place, std::size_t count) {
  const std::size_t last = count == 0 ? 0 : count - 1;
  switch (key) {
    case Key::kUp: return place > 0 ? place - 1 : 0;
    case Key::kDown: return std::min(place + 1, last);
    case Key::kPageUp: return place > kPage ? place - kPage : 0;
    case Key::kPageDown: return std::min(place + kPage, last);
    case Key::kHome: return 0;
    case Key::kEnd: return last;
    default: return std::nullopt;
  }
}

LibraryIntent tree_key(const LibraryView& view, const KeyPressed& press) {
  if (press.modifier != Modifier::kNone) return {};
  if (const auto row = row_after(press.key, view.tree->place(), view.tree->rows().size()))
    return GoToNode{*row};
  switch (press.key) {
    case Key::kLeft: return StepOutOfNode{};
    case Key::kRight: return StepIntoNode{};
    case Key::kEnter: return GoToList{};
    case Key::kSpace: return ToggleNode{view.tree->place()};
    case Key::kEscape: return GoToList{};
    default: return {};
  }
}

LibraryIntent list_key(const LibraryView& view, const KeyPressed& press) {
  const bool extends = press.modifier == Modifier::kShift;
  const std::size_t place = view.list->place();
  if (press.modifier == Modifier::kNone || extends)
    if (const auto row = row_after(press.key, place, view.list->size()))
      return GoToRow{*row, extends ? RowMarking::kExtend : RowMarking::kLeave};
  if (press == KeyPressed{Key::kA, Modifier::kCtrl}) return MarkAllRows{};
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kEnter: return view.list->size() > 0 ? LibraryIntent{OpenRow{place}} : LibraryIntent{};
    case Key::kSpace: return GoToRow{place, RowMarking::kToggle};
    case Key::kLeft: return GoToTree{};
    case Key::kEscape: return MarkNoRows{};
    default: return {};
  }
}

}  // namespace

LibraryIntent library_key(const LibraryView& view, LibraryPane pane, const KeyPressed& press) {
  if (press == KeyPressed{Key::kF, Modifier::kCtrl}) return GoToSearch{};
  if (press == KeyPressed{Key::kD, Modifier::kCtrl}) return AskForDeckOptions{};
  if (press == KeyPressed{Key::kF2} && view.list->size() > 0) return AskForActs{};
  if (press == KeyPressed{Key::kU, Modifier::kCtrl})
    return ListAnother{view.lists == ListOf::kCards ? ListOf::kQuestions : ListOf::kCards};
  return pane == LibraryPane::kTree ? tree_key(view, press) : list_key(view, press);
}

}  // namespace rehearse
