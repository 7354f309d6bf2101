// The pieces the screens are made of: card, chip, tick, button.
#pragma once

#include "gui/window/ui/ui.h"

namespace rehearse {

ImU32 with_opacity(ImU32 colour, float opacity);

void fill(Ui& ui, const Rect& rect, ImU32 colour, float logical_radius = 0);
void outline(Ui& ui, const Rect& rect, ImU32 colour, float logical_radius);
void horizontal_line(Ui& ui, float x, float y, float width);

/// A sheet with a border and a soft shadow.
void card_sheet(Ui& ui, const Rect& rect);

/// A small label on a soft fill with its left top at (x, y), at most `widest` wide. Returns its width.
float chip(Ui& ui, float x, float y, float widest, Tone tone, std::string_view text);
float chip_height(const Ui& ui);

enum class Mark { kEmpty, kTick, kHint, kCross };
/// A round mark in the middle of `box`, in the way of a check box. An empty one may hold a key's name.
void round_mark(Ui& ui, const Rect& box, Mark mark, std::string_view key);

/// A chevron that points left, in the middle of `box`.
void chevron_left(Ui& ui, const Rect& box, ImU32 colour);

/// The one button of a screen. True when it was clicked.
bool main_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view text, std::string_view key);
/// Another one beside it.
bool quiet_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view text, std::string_view key);

}  // namespace rehearse
