#pragma once

#include "gui/window/platform/events.h"
#include "gui/window/rescue/rescue_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

RescueIntent draw_rescue(Ui& ui, const RescueView& view);
RescueIntent rescue_key(const RescueView& view, const KeyPressed& press);

}  // namespace rehearse
