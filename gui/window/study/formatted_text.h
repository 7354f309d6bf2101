// Text of a document on the screen: running text, tables with their columns in line, listings in the font of
// code. What it consists of is found once; drawing it costs no more than plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/deck/text_blocks.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

class FormattedText {
 public:
  FormattedText() = default;
  // Implicit: a view's texts are filled in as the strings they are.
  FormattedText(const std::string& text) : blocks_(text_blocks(text)) {}
  FormattedText(const char* text) : blocks_(text_blocks(text)) {}
  /// A listing that stands apart from its text.
  static FormattedText listing(std::string_view code);

  bool empty() const { return blocks_.empty(); }
  const std::vector<TextBlock>& blocks() const { return blocks_; }

 private:
  std::vector<TextBlock> blocks_;
};

/// How its running text is drawn; `line_height` in em.
struct TextStyle {
  Font font;
  ImU32 colour;
  float line_height = kTextLine;
};

/// With its top left corner at (x, y), wrapped. Returns its height.
float draw_formatted(Ui& ui, const TextStyle& style, float x, float y, float width,
                     const FormattedText& text);
float formatted_height(Ui& ui, const TextStyle& style, float width, const FormattedText& text);

}  // namespace rehearse
