// GLFW 3.3 on X11 reports keys that an input method has already taken: without this, Backspace while a
// Chinese word is being composed also deletes what stands in the field, and Enter also leaves it.
#pragma once

#include "gui/window/platform/events.h"

namespace rehearse {

/// A key press that yields no character was eaten by an input method, which is then composing. A
/// heuristic: at worst one editing key is lost. Used only while a text field takes the keys.
class InputMethodGuard {
 public:
  enum class KeyClass { kPrintable, kEditing };

  /// True when the press belongs to the input method and must not be passed on.
  bool takes(KeyClass key_class, const KeyPressed& press) {
    if (press.modifier != Modifier::kNone && press.modifier != Modifier::kShift) return false;
    if (key_class == KeyClass::kPrintable) {
      ++pending_;
      return false;
    }
    if (pending_ == 0) return false;
    if (press.key == Key::kBackspace) --pending_;
    if (press.key == Key::kEnter || press.key == Key::kEscape) pending_ = 0;
    return true;
  }

  void character_arrived() { pending_ = 0; }
  /// The window or the field lost the focus: whatever was being composed is gone. A click is no reason, the
  /// input method goes on composing after it.
  void reset() { pending_ = 0; }

 private:
  int pending_ = 0;  // printable keys since the last character came
};

}  // namespace rehearse
