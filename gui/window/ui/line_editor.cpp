#include "gui/window/ui/line_editor.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse {

LineEditor::LineEditor(std::string_view text) { insert(to_utf32(text)); }

std::string LineEditor::text() const { return to_utf8(text_); }

std::size_t LineEditor::caret_offset() const {
  return to_utf8(std::u32string_view(text_).substr(0, caret_)).size();
}

bool LineEditor::take(const Event& event) {
  if (const auto* typed = std::get_if<CharacterTyped>(&event)) {
    insert(std::u32string_view(&typed->character, 1));
    return true;
  }
  if (const auto* pasted = std::get_if<TextPasted>(&event)) {
    insert(to_utf32(pasted->text));
    return true;
  }
  const auto* press = std::get_if<KeyPressed>(&event);
  return press && take_key(*press);
}

void LineEditor::insert(std::u32string_view text) {
  for (const char32_t character : text) {
    if (character < U' ' || character == 0x7F) continue;  // one line: no line ends, no control characters
    text_.insert(caret_, 1, character);
    ++caret_;
  }
}

bool LineEditor::take_key(const KeyPressed& press) {
  if (press == KeyPressed{Key::kZ, Modifier::kCtrl} && !text_.empty()) {
    text_.clear();
    caret_ = 0;
    return true;
  }
  if (press.modifier != Modifier::kNone && press.modifier != Modifier::kShift) return false;
  switch (press.key) {
    case Key::kBackspace:
      if (caret_ > 0) text_.erase(--caret_, 1);
      return true;
    case Key::kDelete:
      if (caret_ < text_.size()) text_.erase(caret_, 1);
      return true;
    case Key::kLeft: caret_ -= caret_ > 0 ? 1 : 0; return true;
    case Key::kRight: caret_ = std::min(caret_ + 1, text_.size()); return true;
    case Key::kHome: caret_ = 0; return true;
    case Key::kEnd: caret_ = text_.size(); return true;
    // These come again as characters.
    case Key::kSpace: return true;
    default: return is_letter(press.key) || digit_of(press.key) >= 0;
  }
}

}  // namespace rehearse
