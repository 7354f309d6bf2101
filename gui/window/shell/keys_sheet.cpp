#include "gui/window/shell/keys_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {

std::vector<KeyLine> keys_of_everywhere() {
  return {{"Ctrl+K", words::kActPalette},   {"Ctrl+1–6", words::kActPlaces},
          {"Tab", words::kActFocus},        {"Ctrl+Z, Ctrl+Y", words::kActUndoRedo},
          {"Ctrl+T", words::kActTheme},     {"Ctrl+L", words::kActLanguage},
          {"Ctrl+ + − 0", words::kActZoom}, {"F1", words::kActKeys},
          {"Ctrl+Q", words::kActQuit}};
}

bool draw_keys(Ui& ui, std::vector<KeyLine> lines) {
  for (KeyLine& line : keys_of_everywhere()) lines.push_back(std::move(line));
  const float padding = ui.px(24);
  const float heading = ui.px(44);
  const float height = ui.px(30);
  const float width = ui.px(600);
  const float wanted = heading + height * static_cast<float>(lines.size()) + 2 * padding;
  const Rect sheet = Overlay::sheet_in_middle(ui, width, wanted);

  const Overlay overlay(ui, "keys", sheet);
  const Rect inner{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding, heading};
  draw_text(ui, Font::kLabel, {inner.x, inner.y, inner.width, ui.px(28)}, ui.theme.text,
            ui.tr(words::kKeysTitle));
  draw_text(ui, Font::kSmall, {inner.x, inner.y, inner.width, ui.px(28)}, ui.theme.faint,
            "Esc " + std::string(ui.tr(words::kActClose)), Align::kRight);
  const float keys_width = std::min(ui.px(140), inner.width * 0.4f);
  {
    ScrollRegion region(
        ui, "lines", {inner.x, inner.y + heading, inner.width, sheet.bottom() - padding - inner.y - heading},
        ui.theme.card);
    float y = region.content_top();
    for (const KeyLine& line : lines) {
      draw_text_fitted(ui, Font::kDetail, {inner.x, y, keys_width - ui.px(8), height}, ui.theme.accent,
                       line.keys);
      draw_text_fitted(ui, Font::kDetail,
                       {inner.x + keys_width, y, inner.width - keys_width - ui.px(12), height}, ui.theme.text,
                       ui.tr(line.action));
      y += height;
    }
    region.set_content_bottom(y);
  }
  return overlay.was_left();
}

}  // namespace rehearse
