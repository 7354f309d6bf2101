#include "gui/window/ui/controls.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

int steps_by_keyboard(Ui& ui, std::string_view id) { return ui.focus ? ui.focus->take_steps(id) : 0; }

std::optional<std::size_t> stepped(std::size_t chosen, int steps, std::size_t count) {
  if (steps == 0 || count == 0) return std::nullopt;
  const auto wanted = std::clamp<long>(static_cast<long>(chosen) + steps, 0, static_cast<long>(count) - 1);
  if (static_cast<std::size_t>(wanted) == chosen) return std::nullopt;
  return static_cast<std::size_t>(wanted);
}

void chevron_down(Ui& ui, const Rect& box, ImU32 colour) {
  const ImVec2 middle(box.x + box.width / 2, box.y + box.height / 2);
  const ImVec2 line[] = {{middle.x - ui.px(4.5f), middle.y - ui.px(2)},
                         {middle.x, middle.y + ui.px(2.5f)},
                         {middle.x + ui.px(4.5f), middle.y - ui.px(2)}};
  ImGui::GetWindowDrawList()->AddPolyline(line, 3, colour, 0, ui.px(1.6f));
}

}  // namespace

bool toggle(Ui& ui, std::string_view id, const Rect& row, std::string_view label, bool is_on) {
  const Pointer pointer = click_area(ui, id, row);
  const int steps = steps_by_keyboard(ui, id);
  const float width = ui.px(40), height = ui.px(22);
  const Rect track{row.right() - width, row.y + (row.height - height) / 2, width, height};
  fill(ui, track, is_on ? ui.theme.accent : ui.theme.placeholder, 11);
  const float radius = ui.px(8);
  const float x = is_on ? track.right() - ui.px(11) : track.x + ui.px(11);
  ImGui::GetWindowDrawList()->AddCircleFilled({x, track.y + height / 2}, radius,
                                              is_on ? ui.theme.on_accent : ui.theme.muted);
  draw_text_fitted(ui, Font::kDetail, {row.x, row.y, row.width - width - ui.px(12), row.height},
                   pointer == Pointer::kAway ? ui.theme.text : ui.theme.accent, label);
  return pointer == Pointer::kClicked || (steps > 0 && !is_on) || (steps < 0 && is_on);
}

std::optional<std::size_t> segments(Ui& ui, std::string_view id, const Rect& rect,
                                    std::span<const std::string_view> choices, std::size_t chosen) {
  // The keyboard's stop is the whole; the pointer's are the parts.
  const bool is_pressed = tab_stop(ui, id, rect);
  std::optional<std::size_t> result = stepped(chosen, steps_by_keyboard(ui, id), choices.size());
  if (is_pressed && choices.size() > 1) result = (chosen + 1) % choices.size();
  fill(ui, rect, ui.theme.background, kRowRadius);
  outline(ui, rect, ui.theme.border, kRowRadius);
  const float width = rect.width / static_cast<float>(std::max<std::size_t>(1, choices.size()));
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Rect part{rect.x + width * static_cast<float>(i), rect.y, width, rect.height};
    const std::string part_id = std::string(id) + " " + std::to_string(i);
    const bool is_chosen = i == chosen;
    const Pointer pointer = is_chosen ? Pointer::kAway : click_area(ui, part_id, part, TabStop::kNo);
    if (is_chosen) {
      const float inset = ui.px(3);
      fill(ui, {part.x + inset, part.y + inset, part.width - 2 * inset, part.height - 2 * inset},
           ui.theme.accent_soft, 6);
    }
    draw_text_fitted(ui, is_chosen ? Font::kDetailBold : Font::kDetail,
                     {part.x + ui.px(6), part.y, part.width - ui.px(12), part.height},
                     is_chosen || pointer != Pointer::kAway ? ui.theme.accent : ui.theme.muted, choices[i],
                     Align::kCentre);
    if (pointer == Pointer::kClicked) result = i;
  }
  return result;
}

int stepper(Ui& ui, std::string_view id, const Rect& rect, std::string_view value) {
  tab_stop(ui, id, rect);
  int steps = steps_by_keyboard(ui, id);
  fill(ui, rect, ui.theme.background, kRowRadius);
  outline(ui, rect, ui.theme.border, kRowRadius);
  const float side = std::min(rect.height, rect.width / 3);
  const auto button = [&](const char* sign, float x, int step) {
    const Rect part{x, rect.y, side, rect.height};
    const Pointer pointer = click_area(ui, std::string(id) + " " + sign, part, TabStop::kNo);
    draw_text(ui, Font::kLabel, part, pointer == Pointer::kAway ? ui.theme.muted : ui.theme.accent, sign,
              Align::kCentre);
    if (pointer == Pointer::kClicked) steps += step;
  };
  button("−", rect.x, -1);
  button("+", rect.right() - side, +1);
  draw_text_fitted(ui, Font::kDetail, {rect.x + side, rect.y, rect.width - 2 * side, rect.height},
                   ui.theme.text, value, Align::kCentre);
  return steps;
}

std::optional<std::size_t> dropdown(Ui& ui, std::string_view id, const Rect& rect,
                                    std::span<const std::string> choices, std::size_t chosen) {
  const Pointer pointer = click_area(ui, id, rect);
  std::optional<std::size_t> result = stepped(chosen, steps_by_keyboard(ui, id), choices.size());
  bool is_open = ui.focus && ui.focus->open_menu == id;
  fill(ui, rect, ui.theme.card, kRowRadius);
  outline(ui, rect,
          is_open                     ? ui.theme.accent
          : pointer == Pointer::kAway ? ui.theme.border
                                      : ui.theme.faint,
          kRowRadius);
  const float inset = ui.px(12);
  if (chosen < choices.size())
    draw_text_fitted(ui, Font::kDetail, {rect.x + inset, rect.y, rect.width - inset - ui.px(30), rect.height},
                     ui.theme.text, choices[chosen]);
  chevron_down(ui, {rect.right() - ui.px(28), rect.y, ui.px(18), rect.height}, ui.theme.muted);
  if (pointer == Pointer::kClicked && ui.focus) {
    is_open = !is_open;
    ui.focus->open_menu = is_open ? std::string(id) : std::string();
  }
  if (!is_open) return result;

  const float row = ui.px(kControlHeight);
  const float wanted = row * static_cast<float>(choices.size()) + ui.px(8);
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float below = window.y - rect.bottom() - ui.px(8);
  const float height = std::min(wanted, std::max(below, rect.y - ui.px(8)));
  const float y = wanted <= below || below >= rect.y ? rect.bottom() + ui.px(4) : rect.y - height - ui.px(4);
  const Rect list{rect.x, y, rect.width, height};
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(window);
  ImGui::SetNextWindowFocus();
  ImGui::Begin((std::string("menu ") += id).c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground);
  // The list comes before the backdrop: the first of two areas has the pointer.
  {
    fill(ui, list, ui.theme.card, kRowRadius);
    outline(ui, list, ui.theme.accent, kRowRadius);
    ScrollRegion region(ui, "choices", {list.x, list.y + ui.px(4), list.width, list.height - ui.px(8)},
                        ui.theme.card);
    float row_y = region.content_top();
    for (std::size_t i = 0; i < choices.size(); ++i, row_y += row) {
      const Rect part{list.x + ui.px(4), row_y, list.width - ui.px(8), row};
      const Pointer over = click_area(ui, std::string(id) + " " + std::to_string(i), part, TabStop::kNo);
      if (i == chosen || over != Pointer::kAway)
        fill(ui, part, i == chosen ? ui.theme.accent_soft : ui.theme.background, 6);
      draw_text_fitted(ui, Font::kDetail, {part.x + ui.px(8), part.y, part.width - ui.px(16), part.height},
                       i == chosen ? ui.theme.accent : ui.theme.text, choices[i]);
      if (over == Pointer::kClicked) {
        result = i;
        ui.focus->open_menu.clear();
      }
    }
    region.set_content_bottom(row_y);
  }
  if (click_area(ui, std::string(id) + " close", {0, 0, window.x, window.y}, TabStop::kNo) ==
      Pointer::kClicked)
    ui.focus->open_menu.clear();
  ImGui::End();
  return result;
}

bool link_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view text, Align align) {
  const Pointer pointer = click_area(ui, id, rect);
  draw_text_fitted(ui, Font::kDetail, rect,
                   pointer == Pointer::kAway ? ui.theme.accent : with_opacity(ui.theme.accent, 0.7f), text,
                   align);
  return pointer == Pointer::kClicked;
}

bool form_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view text) {
  const Pointer pointer = click_area(ui, id, rect);
  fill(ui, rect, pointer == Pointer::kDown ? ui.theme.border : ui.theme.card, kRowRadius);
  outline(ui, rect, pointer == Pointer::kAway ? ui.theme.border : ui.theme.faint, kRowRadius);
  draw_text_fitted(ui, Font::kDetail, {rect.x + ui.px(8), rect.y, rect.width - ui.px(16), rect.height},
                   ui.theme.text, text, Align::kCentre);
  return pointer == Pointer::kClicked;
}

void progress_bar(Ui& ui, const Rect& rect, float share) {
  const float radius = rect.height / 2 / ui.px(1);
  fill(ui, rect, ui.theme.placeholder, radius);
  const float width = rect.width * std::clamp(share, 0.0f, 1.0f);
  if (width > rect.height) fill(ui, {rect.x, rect.y, width, rect.height}, ui.theme.accent, radius);
}

}  // namespace rehearse
