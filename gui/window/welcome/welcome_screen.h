// The first start: language, decks, a document of one's own, the day of the interview.
#pragma once

#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"
#include "gui/window/welcome/welcome_view.h"

namespace rehearse {

WelcomeIntent draw_welcome(Ui& ui, const WelcomeView& view);
WelcomeIntent welcome_key(const WelcomeView& view, const KeyPressed& press);

}  // namespace rehearse
