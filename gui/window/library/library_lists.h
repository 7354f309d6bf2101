// The two lists of the library page and the line of the search: parts of library_screen.
#pragma once

#include "gui/window/library/library_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// Decks with their sections.
void draw_tree(Ui& ui, const LibraryView& view, const Rect& area, LibraryIntent& intent);
/// Questions or cards; only rows in sight are asked for.
void draw_table(Ui& ui, const LibraryView& view, const Rect& area, LibraryIntent& intent);

/// What may be typed next, in one line.
void draw_suggestions(Ui& ui, const SearchBox& search, const Rect& line, LibraryIntent& intent);
/// What is wrong with the query, and where. Returns its height.
float draw_fault(Ui& ui, const SearchBox& search, float x, float y, float width);

}  // namespace rehearse
