// What holds on every page: keys, and the entries of the palette.
#pragma once

#include <vector>

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

/// Ctrl with a digit, T, L, Z, Y, Q, plus or minus. True when it was one of these.
bool take_shell_key(Desk& desk, Page& front, const KeyPressed& press);

/// Those of the page in front, the places, the decks, and what the keys above do.
std::vector<PaletteEntry> palette_entries(Desk& desk, Page& front);

}  // namespace rehearse
