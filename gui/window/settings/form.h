// A column of sheets with rows on them: a label, and a control beside it or under it.
#pragma once

#include <string_view>

#include "gui/window/ui/sheet.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// One sheet of a form. Rows go down from its heading; the sheet ends with the last one.
class FormSheet {
 public:
  /// From `y` down. `y` is moved behind the sheet when it goes out of scope.
  FormSheet(Ui& ui, const Rect& column, float& y, std::string_view heading);
  ~FormSheet();
  FormSheet(const FormSheet&) = delete;
  FormSheet& operator=(const FormSheet&) = delete;

  /// A label, and where its control goes: at the right, or on a line of its own where both do not fit.
  Rect row(std::string_view label, float logical_control_width);
  /// A whole line of `logical_height`.
  Rect line(float logical_height);
  /// Small wrapped text.
  void note(std::string_view text);
  /// Wrapped text.
  void paragraph(Font font, ImU32 colour, std::string_view text);
  void gap(float logical_height);

  /// A line for buttons side by side; each call gives the next place, from the left.
  Rect button(std::string_view text);
  /// Ends the line of buttons.
  void end_buttons();

  float top() const { return y_; }
  const Rect& inner() const { return sheet_.inner(); }

 private:
  Ui& ui_;
  float& end_;
  Sheet sheet_;
  float y_;
  float button_x_;
};

}  // namespace rehearse
