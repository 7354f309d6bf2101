// Small drawings of our own, made of lines: sharp at every scale, in any colour.
#pragma once

#include "gui/window/ui/ui.h"

namespace rehearse {

enum class Icon {
  kToday,
  kLibrary,
  kInterview,
  kStatistics,
  kGroups,
  kSettings,
  kSearch,
  kFlag,
  kPause,  // suspended
  kFolder,
  kDocument,
};

/// Fills `box`, which should be square.
void draw_icon(Ui& ui, Icon icon, const Rect& box, ImU32 colour);

}  // namespace rehearse
