#include "gui/window/ui/shapes.h"

#include <algorithm>
#include <cmath>

namespace rehearse {
namespace {

ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

/// What a button does, and the key that does it too.
void draw_button_text(Ui& ui, const Rect& rect, ImU32 ink, std::string_view text, std::string_view key) {
  const float gap = ui.px(10);
  const float text_width = ui.fonts.width(Font::kLabel, text);
  const float key_width = ui.fonts.width(Font::kSmall, key);
  const float x = rect.x + (rect.width - text_width - gap - key_width) / 2;
  draw_text(ui, Font::kLabel, {x, rect.y, text_width, rect.height}, ink, text);
  draw_text(ui, Font::kSmall, {x + text_width + gap, rect.y, key_width, rect.height},
            with_opacity(ink, 0.75f), key);
}

}  // namespace

ImU32 with_opacity(ImU32 colour, float opacity) {
  const auto alpha = static_cast<ImU32>(std::lround(opacity * 255.0f));
  return (colour & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
}

void fill(Ui& ui, const Rect& rect, ImU32 colour, float logical_radius) {
  list().AddRectFilled(rect.begin(), rect.end(), colour, ui.px(logical_radius));
}

void outline(Ui& ui, const Rect& rect, ImU32 colour, float logical_radius) {
  list().AddRect(rect.begin(), rect.end(), colour, ui.px(logical_radius), 0, std::max(1.0f, ui.px(1)));
}

void horizontal_line(Ui& ui, float x, float y, float width) {
  list().AddRectFilled({x, y}, {x + width, y + std::max(1.0f, std::round(ui.px(1)))}, ui.theme.border);
}

void card_sheet(Ui& ui, const Rect& rect) {
  constexpr int kLayers = 6;
  constexpr float kGrowth = 1.2f;
  constexpr float kDrop = 2;
  for (int i = kLayers; i > 0; --i) {
    const float grown = ui.px(kGrowth * static_cast<float>(i));
    const Rect shadow{rect.x - grown, rect.y - grown + ui.px(kDrop), rect.width + 2 * grown,
                      rect.height + 2 * grown};
    list().AddRectFilled(shadow.begin(), shadow.end(), with_opacity(IM_COL32_BLACK, ui.theme.shadow),
                         ui.px(kCardRadius) + grown);
  }
  fill(ui, rect, ui.theme.card, kCardRadius);
  outline(ui, rect, ui.theme.border, kCardRadius);
}

float chip_height(const Ui& ui) { return std::round(ui.px(24)); }

float chip(Ui& ui, float x, float y, float widest, Tone tone, std::string_view text) {
  const float padding = ui.px(8);
  const float text_width = std::min(ui.fonts.width(Font::kSmall, text), widest - 2 * padding);
  const Rect rect{x, y, text_width + 2 * padding, chip_height(ui)};
  fill(ui, rect, tone.fill, kRowRadius);
  draw_text_fitted(ui, Font::kSmall, {x + padding, y, text_width, rect.height}, tone.text, text);
  return rect.width;
}

void round_mark(Ui& ui, const Rect& box, Mark mark, std::string_view key) {
  const ImVec2 middle(box.x + box.width / 2, box.y + box.height / 2);
  const float radius = ui.px(10);
  const float stroke = ui.px(2);
  const auto at = [&](float x, float y) { return ImVec2(middle.x + ui.px(x), middle.y + ui.px(y)); };
  if (mark == Mark::kEmpty) {
    list().AddCircle(middle, radius - ui.px(0.5f), ui.theme.faint, 0, ui.px(1.5f));
    draw_text(ui, Font::kTiny, box, ui.theme.muted, key, Align::kCentre);
    return;
  }
  const ImU32 colour = mark == Mark::kTick   ? ui.theme.good.text
                       : mark == Mark::kHint ? ui.theme.hard.text
                                             : ui.theme.again.text;
  list().AddCircleFilled(middle, radius + ui.px(0.5f), colour);
  const ImU32 ink = ui.theme.card;
  if (mark == Mark::kTick) {
    const ImVec2 tick[] = {at(-4.5f, 0.3f), at(-1.5f, 3.4f), at(4.5f, -3.2f)};
    list().AddPolyline(tick, 3, ink, 0, stroke);
  } else if (mark == Mark::kHint) {  // half way: recalled, with help
    const ImVec2 wave[] = {at(-4.5f, 1.2f), at(-1.6f, -1.4f), at(1.6f, 1.4f), at(4.5f, -1.2f)};
    list().AddPolyline(wave, 4, ink, 0, stroke);
  } else {
    list().AddLine(at(-3.4f, -3.4f), at(3.4f, 3.4f), ink, stroke);
    list().AddLine(at(-3.4f, 3.4f), at(3.4f, -3.4f), ink, stroke);
  }
}

void chevron_left(Ui& ui, const Rect& box, ImU32 colour) {
  const ImVec2 middle(box.x + box.width / 2, box.y + box.height / 2);
  const ImVec2 line[] = {{middle.x + ui.px(4), middle.y - ui.px(7)},
                         {middle.x - ui.px(4), middle.y},
                         {middle.x + ui.px(4), middle.y + ui.px(7)}};
  list().AddPolyline(line, 3, colour, 0, ui.px(2));
}

bool main_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view text, std::string_view key) {
  const Pointer pointer = click_area(ui, id, rect);
  const float opacity = pointer == Pointer::kDown ? 0.8f : pointer == Pointer::kOver ? 0.9f : 1.0f;
  fill(ui, rect, with_opacity(ui.theme.accent, opacity), kButtonRadius);
  draw_button_text(ui, rect, ui.theme.on_accent, text, key);
  return pointer == Pointer::kClicked;
}

bool quiet_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view text,
                  std::string_view key) {
  const Pointer pointer = click_area(ui, id, rect);
  fill(ui, rect, pointer == Pointer::kDown ? ui.theme.border : ui.theme.card, kButtonRadius);
  outline(ui, rect, pointer == Pointer::kAway ? ui.theme.border : ui.theme.faint, kButtonRadius);
  draw_button_text(ui, rect, ui.theme.text, text, key);
  return pointer == Pointer::kClicked;
}

}  // namespace rehearse
