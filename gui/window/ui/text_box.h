// A field on the screen: a TextEditor's text in a box, with caret, selection and scrolling.
//
// The page keeps the editor, and the view that it draws points to it:
//   TextEditor stem_{TextLines::kMany, question.stem};
//   const DrawnTextBox drawn = draw_text_box(ui, "stem", rect, *view.stem, {.placeholder =
//   ui.tr(words::kStem)}); if (drawn.pointed) intent = PointInStem{*drawn.pointed};            // apply:
//   stem_.take(intent.pointed)
// Page::is_typing() is focus().is_on("stem"), and Page::type(event):
//   if (!stem_.take(event)) return false;
//   if (auto copied = stem_.take_copied()) desk_.copy(*std::move(copied));
//   return true;
//
// The caret does not blink: blinking needs a frame each 0.4 s, which costs 7 % of a processor without a
// graphics card. Should it ever, Page::next_tick() has to ask for those frames while a field has the focus.
#pragma once

#include <optional>
#include <string_view>

#include "gui/window/ui/text_editor.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// What gives a field the keyboard.
enum class TextBoxFocus {
  kByTab,   // a stop of Tab; a press of the pointer gives it too
  kAlways,  // the one field of its layer: what is typed goes there wherever Tab stands
  kNever,   // only shown; its text may still be selected
};

/// Of a secret nothing is seen but how long it is.
enum class TextBoxLetters { kShown, kMasked };

struct TextBoxLook {
  std::string_view placeholder = {};  // while the text is empty
  TextBoxFocus focus = TextBoxFocus::kByTab;
  Font font = Font::kBody;
  std::optional<ImU32> border = {};  // instead of the one that the focus asks for
  TextBoxLetters letters = TextBoxLetters::kShown;
};

struct DrawnTextBox {
  std::optional<TextPointed> pointed;
  bool is_entered = false;  // Enter, in a field of one line that Tab stops at
  Rect caret;               // pixels of the screen
};

/// A caret that moved is brought into view, in the region around the box too; otherwise the wheel scrolls
/// freely. The id is unique within a frame.
DrawnTextBox draw_text_box(Ui& ui, std::string_view id, const Rect& rect, const TextEditor& editor,
                           const TextBoxLook& look);

/// Rows that a box shows at once, before it scrolls.
struct TextBoxRows {
  int fewest = 1;
  int most = 12;
};
/// The height in which a box of `width` shows the whole text, within limits.
float text_box_height(Ui& ui, const TextEditor& editor, float width, TextBoxRows rows,
                      Font font = Font::kBody);

}  // namespace rehearse
