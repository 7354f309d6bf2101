#include "gui/commands/marking_keys.h"

namespace rehearse {

MarkingCursor::Wish press_while_marking(MarkingCursor& cursor, const KeyPress& key) {
  switch (key.kind) {
    case KeyKind::kEnter: return cursor.enter();
    case KeyKind::kLeft: cursor.shift(-1); break;
    case KeyKind::kRight: cursor.shift(+1); break;
    case KeyKind::kUp: cursor.move(-1); break;
    case KeyKind::kDown: cursor.move(+1); break;
    default:
      if (key.digit >= 0)
        cursor.type_digit(key.digit);
      else if (key.text == " ")
        cursor.toggle();
  }
  return MarkingCursor::Wish::kStay;
}

}  // namespace rehearse
