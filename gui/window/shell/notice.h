// A strip above a screen that says what just happened.
#pragma once

#include "core/base/words.h"
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
/// A long one scrolls. True when its × was clicked.
bool draw_notice(Ui& ui, const Notice& notice);

}  // namespace rehearse
