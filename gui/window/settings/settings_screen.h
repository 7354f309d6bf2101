// The settings: a scrolling page of sheets.
#pragma once

#include "gui/window/platform/events.h"
#include "gui/window/settings/settings_intent.h"
#include "gui/window/settings/settings_view.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

SettingsIntent settings_key(const KeyPressed& press);
SettingsIntent draw_settings(Ui& ui, const SettingsView& view, const ScrollWish& scroll);

}  // namespace rehearse
