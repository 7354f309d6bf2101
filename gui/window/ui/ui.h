// What every screen draws with. Sizes given to these functions are pixels; `px()` makes them from
// logical units.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/window/strings/phrase.h"
#include "gui/window/text/fonts.h"
#include "gui/window/text/paragraph.h"
#include "gui/window/theme.h"
#include "gui/window/ui/focus.h"
#include "gui/window/ui/probe.h"

namespace rehearse {

struct Ui {
  const Theme& theme;
  Language language;
  Fonts& fonts;
  ParagraphCache& paragraphs;
  Rect window;             // the part of it that a screen has
  Probe* probe = nullptr;  // filled when there is one
  Focus* focus = nullptr;  // of the layer that is drawn; nothing: the keyboard is elsewhere
  /// The key that a click stands for: the app takes it as if it had been pressed.
  std::optional<KeyPressed> pressed = {};
  /// Held down when the pointer's button was pressed last: what a click is to be taken with.
  Modifier clicked_with = Modifier::kNone;

  float px(float logical) const { return logical * fonts.scale(); }
  std::string_view tr(const Phrase& phrase) const { return phrase.in(language); }
  std::string tr(const Phrase& phrase, std::initializer_list<std::string_view> values) const {
    return filled(language, phrase, values);
  }
  /// Where content goes: centred, at most kColumnWidth wide, with a margin in a narrow window.
  Rect column() const;
};

enum class Align { kLeft, kCentre, kRight };

/// One line of text in the vertical middle of `box`. No wrapping; returns its width.
float draw_text(Ui& ui, Font font, const Rect& box, ImU32 colour, std::string_view text,
                Align align = Align::kLeft);
/// The same, with an ellipsis where it would be wider than the box.
float draw_text_fitted(Ui& ui, Font font, const Rect& box, ImU32 colour, std::string_view text,
                       Align align = Align::kLeft);

/// Wrapped text with its top left corner at (x, y). Returns its height. `line_height` in em.
float draw_paragraph(Ui& ui, Font font, float x, float y, float width, ImU32 colour, std::string_view text,
                     float line_height = kTextLine);
float paragraph_height(Ui& ui, Font font, float width, std::string_view text, float line_height = kTextLine);

enum class Pointer { kAway, kOver, kDown, kClicked };
/// Makes a rectangle clickable, by the keyboard too: with the focus on it a ring is drawn around it. The id
/// is unique within a frame.
Pointer click_area(Ui& ui, std::string_view id, const Rect& rect, TabStop stop = TabStop::kYes);
/// How high the lower edge of a region that scrolls is in which what goes on below fades out, logical pixels.
inline constexpr float kScrollFade = 20;

/// Scrolls the region one draws into as little as needed to show the rectangle, above what fades out.
void scroll_into_sight(const Ui& ui, const Rect& rect);

/// A stop of Tab alone, where the pointer has several things to click or none: a row of choices, a chart.
/// True when the keyboard clicked it.
bool tab_stop(Ui& ui, std::string_view id, const Rect& rect);
/// True when the keyboard is on it.
bool has_focus(const Ui& ui, std::string_view id);

}  // namespace rehearse
