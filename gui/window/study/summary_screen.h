// The end of a session: what was learned, what comes tomorrow, what was weak.
#pragma once

#include "core/study/sitting.h"
#include "gui/window/platform/events.h"
#include "gui/window/study/study_intent.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

StudyIntent summary_key(const SittingSummary& summary, const KeyPressed& press);
StudyIntent draw_summary(Ui& ui, const SittingSummary& summary, const ScrollWish& scroll);

}  // namespace rehearse
