#include "gui/window/platform/glfw_keys.h"

#include <GLFW/glfw3.h>

namespace rehearse {

Key key_from_glfw(int key) {
  if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9)
    return static_cast<Key>(static_cast<int>(Key::kDigit0) + key - GLFW_KEY_0);
  if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9)
    return static_cast<Key>(static_cast<int>(Key::kDigit0) + key - GLFW_KEY_KP_0);
  if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z)
    return static_cast<Key>(static_cast<int>(Key::kA) + key - GLFW_KEY_A);
  switch (key) {
    case GLFW_KEY_SPACE: return Key::kSpace;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::kEnter;
    case GLFW_KEY_ESCAPE: return Key::kEscape;
    case GLFW_KEY_BACKSPACE: return Key::kBackspace;
    case GLFW_KEY_DELETE: return Key::kDelete;
    case GLFW_KEY_TAB: return Key::kTab;
    case GLFW_KEY_LEFT: return Key::kLeft;
    case GLFW_KEY_RIGHT: return Key::kRight;
    case GLFW_KEY_UP: return Key::kUp;
    case GLFW_KEY_DOWN: return Key::kDown;
    case GLFW_KEY_HOME: return Key::kHome;
    case GLFW_KEY_END: return Key::kEnd;
    case GLFW_KEY_PAGE_UP: return Key::kPageUp;
    case GLFW_KEY_PAGE_DOWN: return Key::kPageDown;
    case GLFW_KEY_F1: return Key::kF1;
    case GLFW_KEY_F2: return Key::kF2;
    case GLFW_KEY_F3: return Key::kF3;
    case GLFW_KEY_COMMA: return Key::kComma;
    case GLFW_KEY_EQUAL:
    case GLFW_KEY_KP_ADD: return Key::kPlus;
    case GLFW_KEY_MINUS:
    case GLFW_KEY_KP_SUBTRACT: return Key::kMinus;
    default: return Key::kOther;
  }
}

Modifier modifier_from_glfw(int mods) {
  switch (mods & (GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SHIFT | GLFW_MOD_SUPER)) {
    case 0: return Modifier::kNone;
    case GLFW_MOD_CONTROL: return Modifier::kCtrl;
    case GLFW_MOD_ALT: return Modifier::kAlt;
    case GLFW_MOD_SHIFT: return Modifier::kShift;
    case GLFW_MOD_CONTROL | GLFW_MOD_SHIFT: return Modifier::kCtrlShift;
    case GLFW_MOD_ALT | GLFW_MOD_SHIFT: return Modifier::kAltShift;
    default: return Modifier::kSeveral;
  }
}

bool may_repeat(Key key) {
  switch (key) {
    case Key::kBackspace:
    case Key::kDelete:
    case Key::kLeft:
    case Key::kRight:
    case Key::kUp:
    case Key::kDown:
    case Key::kHome:
    case Key::kEnd:
    case Key::kTab:
    case Key::kPageUp:
    case Key::kPageDown: return true;
    default: return false;
  }
}

bool is_printable_in_glfw(int key) { return key >= GLFW_KEY_SPACE && key < GLFW_KEY_ESCAPE; }

}  // namespace rehearse
