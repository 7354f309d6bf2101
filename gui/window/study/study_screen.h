// The study screen: one card, asked and answered by keyboard or mouse.
#pragma once

#include <optional>

#include "gui/window/platform/events.h"
#include "gui/window/study/study_intent.h"
#include "gui/window/study/study_view.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// What a key means on this screen in this state.
StudyIntent study_key(const StudyView& view, const KeyPressed& press);

/// Draws the screen and says what the pointer asked for.
StudyIntent draw_study(Ui& ui, const StudyView& view, const ScrollWish& scroll);

}  // namespace rehearse
