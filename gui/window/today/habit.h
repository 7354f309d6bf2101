// What the calendar of answers says, on every screen that has one.
#pragma once

#include "gui/window/ui/calendar_map.h"

namespace rehearse {

CalendarWords calendar_words(const Ui& ui);

}  // namespace rehearse
