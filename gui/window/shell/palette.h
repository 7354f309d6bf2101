// Everything one can do, found by typing a part of its name: Ctrl+K.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "gui/window/shell/page.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

class Palette {
 public:
  explicit Palette(std::vector<PaletteEntry> entries);

  /// Typed text narrows the list down; up and down move in it. True when the event was for it.
  bool type(const Event& event);
  /// Draws over the whole window. True when it was clicked away.
  bool draw(Ui& ui);
  /// What Enter or a click chose, once.
  std::optional<PaletteEntry> take_chosen();

 private:
  void narrow();
  void draw_list(Ui& ui, const Rect& area);

  std::vector<PaletteEntry> entries_;
  std::vector<std::size_t> found_;  // indices of entries_ that hold what was typed, in their order
  std::size_t selected_ = 0;        // of found_
  std::size_t first_ = 0;           // of found_, at the top of the list
  std::optional<std::size_t> chosen_;
  TextEditor editor_;
};

}  // namespace rehearse
