#include "gui/window/shell/keys_sheet.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kLine = 30, kKeysWidth = 125;
constexpr float kOneWide = 600, kTwoWide = 980;
constexpr float kRoomForTwo = 1004;

/// Below each other, under what they have in common. Returns where they end.
float draw_group(Ui& ui, const Phrase& title, const std::vector<KeyLine>& lines, const Rect& column) {
  float y = column.y;
  if (lines.empty()) return y;
  const float height = ui.px(kLine);
  draw_text_fitted(ui, Font::kDetailBold, {column.x, y, column.width, height}, ui.theme.muted, ui.tr(title));
  y += height;
  const float keys = std::min(ui.px(kKeysWidth), column.width * 0.4f);
  for (const KeyLine& line : lines) {
    draw_text_fitted(ui, Font::kDetail, {column.x, y, keys - ui.px(8), height}, ui.theme.accent, line.keys);
    draw_text_fitted(ui, Font::kDetail, {column.x + keys, y, column.width - keys, height}, ui.theme.text,
                     in_key_list(ui.tr(line.action), ui.language));
    y += height;
  }
  return y;
}

}  // namespace

std::vector<KeyLine> keys_of_everywhere() {
  return {{"Ctrl+K", words::kActPalette},   {"Ctrl+1–6", words::kActPlaces},
          {"Tab", words::kActFocus},        {"Ctrl+Z, Ctrl+Y", words::kActUndoRedo},
          {"Ctrl+T", words::kActTheme},     {"Ctrl+L", words::kActLanguage},
          {"Ctrl+ + − 0", words::kActZoom}, {"F1", words::kActKeys},
          {"Ctrl+Q", words::kActQuit}};
}

bool draw_keys(Ui& ui, const std::vector<KeyLine>& page, const ScrollWish& scroll) {
  const std::vector<KeyLine> everywhere = keys_of_everywhere();
  const bool is_wide = ui.window.width >= ui.px(kRoomForTwo);
  const float padding = ui.px(24), heading = ui.px(44), gap = ui.px(32);
  const std::size_t lines =
      is_wide ? std::max(page.size(), everywhere.size()) + 1 : page.size() + everywhere.size() + 2;
  const float wanted = heading + ui.px(kLine) * static_cast<float>(lines) + 2 * padding;
  const Rect sheet = Overlay::sheet_in_middle(ui, ui.px(is_wide ? kTwoWide : kOneWide), wanted);

  const Overlay overlay(ui, "keys", sheet);
  const Rect inner{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding, heading};
  draw_text(ui, Font::kLabel, {inner.x, inner.y, inner.width, ui.px(28)}, ui.theme.text,
            ui.tr(words::kKeysTitle));
  draw_text(ui, Font::kSmall, {inner.x, inner.y, inner.width, ui.px(28)}, ui.theme.faint,
            "Esc " + in_key_list(ui.tr(words::kActClose), ui.language), Align::kRight);
  {
    ScrollRegion region(
        ui, "lines", {inner.x, inner.y + heading, inner.width, sheet.bottom() - padding - inner.y - heading},
        ui.theme.card);
    const float width = is_wide ? std::round((inner.width - gap) / 2) : inner.width - ui.px(12);
    const float top = region.content_top();
    const float here = draw_group(ui, words::kKeysHere, page, {inner.x, top, width, 0});
    const Rect second = is_wide ? Rect{inner.right() - width, top, width, 0} : Rect{inner.x, here, width, 0};
    region.set_content_bottom(std::max(here, draw_group(ui, words::kKeysEverywhere, everywhere, second)));
    if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
  }
  return overlay.was_left();
}

}  // namespace rehearse
