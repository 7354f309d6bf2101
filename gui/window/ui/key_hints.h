// The line at the bottom of each screen: which keys do what. A click does the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gui/window/ui/ui.h"

namespace rehearse {

struct KeyHint {
  std::string_view keys;
  std::string_view action;
  std::optional<KeyPressed> press = {};  // what a click stands for; nothing: only words, for keys that choose
};

inline constexpr float kHintLineHeight = 24;

/// An action's name as it stands in a list of keys: English has no capital there.
std::string in_key_list(std::string_view action, Language language);

/// One centred line within `box`. When not all fit, those before the last one are left out, from the
/// end: the last one leads to the full list.
void key_hints(Ui& ui, const Rect& box, std::vector<KeyHint> hints);

}  // namespace rehearse
