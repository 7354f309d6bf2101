// The list of the keys of a page, over it.
#pragma once

#include <vector>

#include "gui/window/shell/page.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// Those that hold on every page.
std::vector<KeyLine> keys_of_everywhere();

/// Those of the page and those that hold everywhere, side by side where there is room. True when it was
/// clicked away.
bool draw_keys(Ui& ui, const std::vector<KeyLine>& page, const ScrollWish& scroll = {});

}  // namespace rehearse
