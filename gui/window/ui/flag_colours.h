// The seven flags that a learner can give a question.
#pragma once

#include "gui/window/theme.h"

namespace rehearse {

/// 1 to kHighestFlag: red, orange, green, blue, pink, turquoise, purple, in the order that other programs
/// have them. Any other number: the colour of an empty mark.
ImU32 flag_colour(const Theme& theme, int flag);

}  // namespace rehearse
