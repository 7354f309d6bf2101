// What the sheets over the first screen have in common.
#pragma once

#include "gui/window/today/today_intent.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// A sheet with a title, rows of equal height below it and its buttons at the bottom.
class SheetFrame {
 public:
  SheetFrame(Ui& ui, const char* id, std::string_view title, std::string_view note, int rows);

  /// The next row, from the top.
  Rect row();
  /// The same with a label in its left part: what is left of it.
  Rect labelled_row(std::string_view label);
  /// `place` of `count` in the line of buttons.
  Rect button(int place, int count) const;
  bool was_left() const { return overlay_.was_left(); }

 private:
  Ui& ui_;
  Rect sheet_;
  Overlay overlay_;
  Rect inner_;
  float y_;
};

/// The date as typed is set; nothing while it is none, or over.
TodayIntent saved(const DateSheet& sheet);

TodayIntent draw_sheet(Ui& ui, const DateSheet& sheet);
TodayIntent draw_sheet(Ui& ui, const CustomSheet& sheet);
TodayIntent draw_sheet(Ui& ui, const SpreadSheet& sheet);

}  // namespace rehearse
