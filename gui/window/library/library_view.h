// What the library page shows.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "core/library.h"
#include "gui/window/library/deck_tree.h"
#include "gui/window/library/library_intent.h"
#include "gui/window/library/list_selection.h"
#include "gui/window/library/search_box.h"

namespace rehearse {

/// What is long is referred to: the page owns it and outlives the frame.
struct LibraryView {
  const DeckTree* tree = nullptr;
  const SearchBox* search = nullptr;
  const ListSelection* list = nullptr;
  std::function<const FoundCard&(std::size_t row)> row;  // asked only for rows that are in sight
  ListOf lists = ListOf::kQuestions;
  StudyDay today{};
  bool brings_place_into_sight = false;  // of the list; the tree does so when its place moved
  bool brings_node_into_sight = false;
  std::optional<std::size_t> duplicates;  // groups of them: the list holds these
  std::string progress;                   // of something long, in words; empty: nothing is going on
};

}  // namespace rehearse
