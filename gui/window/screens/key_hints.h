// The line at the bottom of each screen: which keys do what. A click does the same.
#pragma once

#include <string_view>
#include <vector>

#include "gui/window/screens/intent.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct KeyHint {
  std::string_view keys;
  std::string_view action;
  Intent intent;  // nothing: only words, for keys that need a choice
};

inline constexpr float kHintLineHeight = 24;

/// One centred line within `box`. When not all fit, those before the last one are left out, from the
/// end: the last one leads to the full list.
Intent key_hints(Ui& ui, const Rect& box, std::vector<KeyHint> hints);

}  // namespace rehearse
