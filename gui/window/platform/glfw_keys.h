// From GLFW's keys to ours.
#pragma once

#include "gui/window/platform/events.h"

namespace rehearse {

Key key_from_glfw(int key);
Modifier modifier_from_glfw(int mods);

/// Whether holding the key down repeats it. Enter held down would grade one card after another.
bool may_repeat(Key key);
/// Whether the key, pressed in a text field, should be followed by a character.
bool is_printable_in_glfw(int key);

}  // namespace rehearse
