#include "gui/window/ui/key_hints.h"

namespace rehearse {

std::string in_key_list(std::string_view action, Language language) {
  std::string text(action);
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (language != Language::kEnglish || text.size() < 2 || !is_small(text[1])) return text;
  if (text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

void key_hints(Ui& ui, const Rect& box, std::vector<KeyHint> hints) {
  const float gap = ui.px(18);
  const float inner = ui.px(5);
  const auto width_of = [&](const KeyHint& hint) {
    return ui.fonts.width(Font::kSmall, hint.keys) + inner +
           ui.fonts.width(Font::kSmall, in_key_list(hint.action, ui.language));
  };
  float width = -gap;
  for (const KeyHint& hint : hints) width += width_of(hint) + gap;
  while (hints.size() > 1 && width > box.width) {
    const auto left_out = hints.end() - 2;
    width -= width_of(*left_out) + gap;
    hints.erase(left_out);
  }

  float x = box.x + (box.width - width) / 2;
  for (const KeyHint& hint : hints) {
    const Rect rect{x, box.y, width_of(hint), box.height};
    const Pointer pointer =
        hint.press ? click_area(ui, std::string("hint ") += hint.keys, rect, TabStop::kNo) : Pointer::kAway;
    if (pointer == Pointer::kClicked) ui.pressed = hint.press;
    const bool is_lit = pointer != Pointer::kAway;
    const float keys_width =
        draw_text(ui, Font::kSmall, rect, is_lit ? ui.theme.accent : ui.theme.muted, hint.keys);
    draw_text(ui, Font::kSmall, {x + keys_width + inner, box.y, rect.width, box.height},
              is_lit ? ui.theme.accent : ui.theme.faint, in_key_list(hint.action, ui.language));
    x += rect.width + gap;
  }
}

}  // namespace rehearse
