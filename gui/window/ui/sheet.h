// A card whose height follows from what is drawn on it.
#pragma once

#include "gui/window/ui/ui.h"

namespace rehearse {

/// Draw on it between construction and close(): the sheet is put under what was drawn. One at a time.
class Sheet {
 public:
  /// From `y` down, over the width of `column`.
  Sheet(Ui& ui, const Rect& column, float y, float logical_padding);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  /// Where content goes; its height is not known.
  const Rect& inner() const { return inner_; }
  /// Content ended at `y`. Returns where the sheet ends.
  float close(float y);

 private:
  Ui& ui_;
  Rect outer_, inner_;
  float padding_;
};

}  // namespace rehearse
