// The study screen: one card, asked and answered by keyboard or mouse.
#pragma once

#include <optional>

#include "gui/window/platform/events.h"
#include "gui/window/screens/intent.h"
#include "gui/window/screens/scroll_wish.h"
#include "gui/window/screens/study_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// What a key means on this screen in this state.
Intent study_key(const StudyView& view, const KeyPressed& press);

/// Draws the screen and says what the pointer asked for.
Intent draw_study(Ui& ui, const StudyView& view, const ScrollWish& scroll);

}  // namespace rehearse
