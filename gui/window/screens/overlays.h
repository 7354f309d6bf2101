// What lies over a screen: the list of its keys, and a notice.
#pragma once

#include <string>

#include "gui/window/screens/intent.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

enum class ScreenName { kToday, kStudy, kSummary };

/// The keys of a screen. Esc, F1 or a click closes it.
Intent draw_keys(Ui& ui, ScreenName screen);

enum class NoticeKind { kNews, kTrouble };
struct Notice {
  NoticeKind kind = NoticeKind::kNews;
  std::string text;
};
/// A strip at the top of the window; a click dismisses it.
Intent draw_notice(Ui& ui, const Notice& notice);

}  // namespace rehearse
