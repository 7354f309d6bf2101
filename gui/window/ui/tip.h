// A few words that hang over something while it is pointed at.
#pragma once

#include "gui/window/ui/ui.h"

namespace rehearse {

/// `text` in lines parted by '\n', above the point, or below it where the window ends. Nothing in it is
/// clicked.
void draw_tip(Ui& ui, float x, float y, std::string_view text);

}  // namespace rehearse
