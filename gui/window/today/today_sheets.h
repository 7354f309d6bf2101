// The sheets over the first screen: the interview's date, custom study, a backlog to spread.
#pragma once

#include "gui/window/platform/events.h"
#include "gui/window/today/today_intent.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// Over the whole window; nothing where none is open. ui.focus is the sheet's own.
TodayIntent draw_today_sheet(Ui& ui, const TodaySheet& sheet);
/// Typed text, and the keys that are not for what has the focus: Escape leaves, Enter does it.
TodayIntent today_sheet_event(const TodaySheet& sheet, const Event& event);

}  // namespace rehearse
