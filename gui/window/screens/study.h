// The study screen: one card, asked and answered by keyboard or mouse.
#pragma once

#include <optional>

#include "gui/window/platform/events.h"
#include "gui/window/screens/intent.h"
#include "gui/window/screens/study_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// Where the card should be scrolled to, once; nothing leaves it where the reader put it.
struct ScrollWish {
  enum class To { kNowhere, kTop, kNewest, kPage };
  To to = To::kNowhere;
  int pages = 0;  // for kPage: down when positive
};

/// What a key means on this screen in this state.
Intent study_key(const StudyView& view, const KeyPressed& press);

/// Draws the screen and says what the pointer asked for.
Intent draw_study(Ui& ui, const StudyView& view, const ScrollWish& scroll);

}  // namespace rehearse
