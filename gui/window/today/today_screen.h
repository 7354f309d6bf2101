// The first screen: what there is to do today, how ready one is, and one button to begin.
#pragma once

#include "gui/window/platform/events.h"
#include "gui/window/today/today_intent.h"
#include "gui/window/today/today_view.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

TodayIntent today_key(const TodayView& view, const KeyPressed& press);
/// With ScrollWish::To::kNewest the selected deck is brought into sight.
TodayIntent draw_today(Ui& ui, const TodayView& view, const ScrollWish& scroll);

}  // namespace rehearse
