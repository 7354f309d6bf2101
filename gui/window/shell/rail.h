// The navigation at the left: the places one can go to. Without words in a narrow window.
#pragma once

#include <optional>

#include "gui/window/shell/place.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// What of ui.window the navigation takes; 0 high in a window too small for it.
Rect rail_area(const Ui& ui);

/// A dot beside the settings: something there wants a look.
enum class SettingsMark { kNone, kWantsALook };

/// The place that was clicked, if any.
std::optional<Place> draw_rail(Ui& ui, const Rect& area, Place here, SettingsMark mark);

const Phrase& name_of(Place place);

}  // namespace rehearse
