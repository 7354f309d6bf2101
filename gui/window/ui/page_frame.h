// The frame that pages share: a heading at the top, the line of keys at the bottom, the rest between them.
#pragma once

#include <string_view>
#include <vector>

#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// How wide what lies between heading and hints may be.
enum class Breadth { kColumn, kWide };

struct PageFrame {
  Rect heading;  // one line
  Rect body;     // where content goes; at most as wide as asked for, in the middle of the window
  Rect hints;
};

PageFrame page_frame(const Ui& ui, Breadth breadth);

/// The title, and what is said beside it in small letters at the right. Returns the title's width.
float draw_heading(Ui& ui, const PageFrame& frame, std::string_view title, std::string_view note = {});

/// Nothing here: says so in the middle of `area`, and what one can do about it. Both are wrapped.
void draw_empty_state(Ui& ui, const Rect& area, std::string_view title, std::string_view advice);

}  // namespace rehearse
