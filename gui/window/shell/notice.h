// A strip above a screen that says what just happened.
#pragma once

#include <optional>

#include "core/base/words.h"
#include "core/library.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

enum class NoticeKind {
  kNews,     // goes with the next thing one does
  kWarning,  // stays until it is closed: something should be looked at
  kTrouble,  // stays: something was not done
};
struct Notice {
  NoticeKind kind = NoticeKind::kNews;
  Words text;                           // lines
  std::optional<GivenChange> change{};  // what it tells of: it can be taken back from here
  bool offers_mending = false;          // of the library's file
};

/// What was clicked on a notice.
enum class NoticeClick { kNothing, kClose, kUndo, kMend };

/// What is left of the window for the screen.
Rect below_notice(Ui& ui, const Notice& notice);
/// A long one scrolls.
NoticeClick draw_notice(Ui& ui, const Notice& notice);

}  // namespace rehearse
