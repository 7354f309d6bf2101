// What lies over a screen: the list of its keys.
#pragma once

#include "gui/window/screens/intent.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

enum class ScreenName { kToday, kStudy, kSummary, kImport };

/// The keys of a screen. Esc, F1 or a click closes it.
Intent draw_keys(Ui& ui, ScreenName screen);

}  // namespace rehearse
