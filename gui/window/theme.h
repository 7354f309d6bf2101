// Colours and measures. A screen names a role ("muted"), never a colour.
#pragma once

#include <imgui.h>

#include "gui/window/theme_name.h"

namespace rehearse {

/// Text and the soft fill behind it.
struct Tone {
  ImU32 text, fill;
};

struct Theme {
  ImU32 background, card, border, text, muted, faint, accent, accent_soft, on_accent, placeholder;
  Tone again, hard, good, easy;
  float shadow;  // opacity of one of the card's shadow layers
};

const Theme& theme_of(ThemeName name);

// Logical units: pixels at 100 %.
inline constexpr float kColumnWidth = 760;
inline constexpr float kCardPadding = 32;
inline constexpr float kCardRadius = 14;
inline constexpr float kRowRadius = 8;
inline constexpr float kButtonRadius = 12;
inline constexpr float kTopBarHeight = 56;
inline constexpr float kProgressHeight = 3;
inline constexpr float kCardTop = 28;
inline constexpr float kGap = 12;
inline constexpr float kTextLine = 1.6f;     // line height of running text, in em
inline constexpr float kHeadingLine = 1.4f;  // of the question's stem

}  // namespace rehearse
