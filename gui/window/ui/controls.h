// What forms are made of. Each is one stop of Tab; Left and Right go through its values.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "gui/window/ui/ui.h"

namespace rehearse {

inline constexpr float kControlHeight = 36;

/// A switch at the right end of `row` with its label at the left. True when it was switched.
bool toggle(Ui& ui, std::string_view id, const Rect& row, std::string_view label, bool is_on);

/// One of a few, side by side. The index of another one that was chosen.
std::optional<std::size_t> segments(Ui& ui, std::string_view id, const Rect& rect,
                                    std::span<const std::string_view> choices, std::size_t chosen);

/// − value +. How many steps it was moved.
int stepper(Ui& ui, std::string_view id, const Rect& rect, std::string_view value);

/// One of many: a button that opens the list. The index of another one that was chosen. While the list is
/// open it lies over everything else. `rect` is the button.
std::optional<std::size_t> dropdown(Ui& ui, std::string_view id, const Rect& rect,
                                    std::span<const std::string> choices, std::size_t chosen);

/// A small button with words only, in the accent colour. True when it was clicked.
bool link_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view text,
                 Align align = Align::kLeft);

/// A button of a form, as high as the other controls.
bool form_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view text);

/// How much of something long is done, from 0 to 1.
void progress_bar(Ui& ui, const Rect& rect, float share);

}  // namespace rehearse
