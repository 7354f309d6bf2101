// The library: a tree of decks, a search, and the long list of what it finds.
#pragma once

#include "gui/window/library/library_view.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

LibraryIntent draw_library(Ui& ui, const LibraryView& view);

/// Which of the two lists takes the arrows. The search takes its keys first.
enum class LibraryPane { kTree, kList };
LibraryIntent library_key(const LibraryView& view, LibraryPane pane, const KeyPressed& press);

inline constexpr const char* kLibrarySearchId = "search";
inline constexpr const char* kLibraryTreeId = "tree";

}  // namespace rehearse
