// Something that lies over the whole window until it is answered or left: a list of keys, the palette, a
// question.
#pragma once

#include "gui/window/ui/ui.h"

namespace rehearse {

/// Draw on the sheet while it lives. Precondition: no other window of ImGui is open in it.
class Overlay {
 public:
  Overlay(Ui& ui, const char* id, const Rect& sheet);
  ~Overlay();
  Overlay(const Overlay&) = delete;
  Overlay& operator=(const Overlay&) = delete;

  /// True when what lies around the sheet was clicked.
  bool was_left() const { return was_left_; }

  /// In the middle of the window, a little above the centre when there is room; no larger than the window.
  static Rect sheet_in_middle(const Ui& ui, float width, float height);

 private:
  bool was_left_ = false;
};

}  // namespace rehearse
