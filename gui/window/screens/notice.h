// A strip above a screen that says what just happened.
#pragma once

#include "core/base/words.h"
#include "gui/window/screens/intent.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

enum class NoticeKind {
  kNews,     // goes with the next thing one does
  kWarning,  // stays until it is closed: something should be looked at
  kTrouble,  // stays: something was not done
};
struct Notice {
  NoticeKind kind = NoticeKind::kNews;
  Words text;  // lines
};

/// What is left of the window for the screen.
Rect below_notice(Ui& ui, const Notice& notice);
/// × closes it. A long one scrolls.
Intent draw_notice(Ui& ui, const Notice& notice);

}  // namespace rehearse
