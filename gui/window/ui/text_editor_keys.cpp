// Which key does what in a field.
#include "gui/window/ui/text_editor.h"

namespace rehearse {
namespace {

/// Such a key comes again as a character: the press itself has nothing to do, and nobody else may take it.
bool types_a_character(Key key) {
  const bool is_mark = key == Key::kPlus || key == Key::kMinus || key == Key::kComma;
  return key == Key::kSpace || is_mark || is_letter(key) || digit_of(key) >= 0;
}

}  // namespace

bool TextEditor::take_key(const KeyPressed& press) {
  switch (press.modifier) {
    case Modifier::kNone:
      return take_moving_key(press.key, Selecting::kNo) || take_editing_key(press.key) ||
             types_a_character(press.key);
    case Modifier::kShift:
      return take_moving_key(press.key, Selecting::kYes) || take_editing_key(press.key) ||
             types_a_character(press.key);
    case Modifier::kCtrl: return take_ctrl_moving_key(press.key, Selecting::kNo) || take_ctrl_key(press.key);
    case Modifier::kCtrlShift:
      if (press.key == Key::kZ) return redo();
      return take_ctrl_moving_key(press.key, Selecting::kYes);
    default: return false;
  }
}

bool TextEditor::take_moving_key(Key key, Selecting selecting) {
  const auto page = static_cast<std::ptrdiff_t>(rows_of_page_);
  const std::size_t row = rows_.row_of(caret_.place);
  switch (key) {
    case Key::kLeft:
    case Key::kRight: move_sideways(key, selecting); return true;
    case Key::kHome: move_to(rows_.row_begin(row), selecting); return true;
    case Key::kEnd: move_to(rows_.row_end(text_, row), selecting); return true;
    default: break;
  }
  if (lines_ == TextLines::kOne) return false;
  switch (key) {
    case Key::kUp: move_rows(-1, selecting); return true;
    case Key::kDown: move_rows(+1, selecting); return true;
    case Key::kPageUp: move_rows(-page, selecting); return true;
    case Key::kPageDown: move_rows(+page, selecting); return true;
    default: return false;
  }
}

bool TextEditor::take_editing_key(Key key) {
  const TextRange selected = selection();
  const std::size_t at = caret_.place.offset;
  switch (key) {
    case Key::kBackspace:
      if (!selected.empty())
        erase(selected, TextAct::kOther);
      else
        erase({previous_character(text_, at), at}, TextAct::kErasedBackwards);
      return true;
    case Key::kDelete:
      if (!selected.empty())
        erase(selected, TextAct::kOther);
      else
        erase({at, next_character(text_, at)}, TextAct::kErasedForwards);
      return true;
    case Key::kEnter:
      if (lines_ == TextLines::kOne) return false;
      insert(U"\n", TextAct::kOther);
      return true;
    default: return false;
  }
}

bool TextEditor::take_ctrl_moving_key(Key key, Selecting selecting) {
  const std::size_t at = caret_.place.offset;
  switch (key) {
    case Key::kLeft: move_to({previous_word_begin(text_, at)}, selecting); return true;
    case Key::kRight: move_to({next_word_end(text_, at)}, selecting); return true;
    case Key::kHome: move_to({0}, selecting); return true;
    case Key::kEnd: move_to({text_.size()}, selecting); return true;
    default: return false;
  }
}

bool TextEditor::take_ctrl_key(Key key) {
  const TextRange selected = selection();
  const std::size_t at = caret_.place.offset;
  switch (key) {
    case Key::kBackspace:
      erase(selected.empty() ? TextRange{previous_word_begin(text_, at), at} : selected, TextAct::kOther);
      return true;
    case Key::kDelete:
      erase(selected.empty() ? TextRange{at, next_word_end(text_, at)} : selected, TextAct::kOther);
      return true;
    case Key::kA:
      move_to({0}, Selecting::kNo);
      move_to({text_.size()}, Selecting::kYes);
      return true;
    case Key::kC: return copy();
    case Key::kX:
      if (!copy()) return false;
      erase(selected, TextAct::kOther);
      return true;
    case Key::kZ: return undo();
    case Key::kY: return redo();
    default: return false;
  }
}

}  // namespace rehearse
