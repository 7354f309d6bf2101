// What was read of dropped files, before it becomes cards.
#pragma once

#include "gui/window/platform/events.h"
#include "gui/window/screens/import_view.h"
#include "gui/window/screens/intent.h"
#include "gui/window/screens/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

Intent import_key(const ImportView& view, const KeyPressed& press);
Intent draw_import(Ui& ui, const ImportView& view, const ScrollWish& scroll);

}  // namespace rehearse
