// The list of the keys of a page, over it.
#pragma once

#include <vector>

#include "gui/window/shell/page.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// Those that hold on every page.
std::vector<KeyLine> keys_of_everywhere();

/// Those of the page, then those that hold everywhere. True when it was clicked away.
bool draw_keys(Ui& ui, std::vector<KeyLine> lines);

}  // namespace rehearse
