// What fills the window and whom its events go to: the app, or the rescue of a damaged library. Knows no
// window.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "gui/window/platform/desktop_window.h"
#include "gui/window/platform/events.h"
#include "gui/window/shell/page.h"
#include "gui/window/theme_name.h"
#include "gui/window/window.h"

namespace rehearse {

class WindowContent {
 public:
  virtual ~WindowContent() = default;

  virtual void handle(const Event& event) = 0;
  /// The session ends: keeps what is typed, as far as it can be kept, and wants to close.
  virtual void end() = 0;
  /// Draws what is in front and does what the pointer asked for on it.
  virtual void draw(Ui& ui) = 0;
  /// To be called when woken and when next_tick() has passed.
  virtual Redraw tick() = 0;
  /// How soon something changes by itself; nothing: not before an event or a wake.
  virtual std::optional<std::chrono::milliseconds> next_tick() const = 0;

  virtual ThemeName theme() const = 0;
  virtual Language language() const = 0;
  /// A family; empty: found by itself.
  virtual const std::string& font() const = 0;
  /// Of text; 1 is what the display asks for.
  virtual float zoom() const = 0;
  virtual TextEntry text_entry() const = 0;
  virtual bool wants_close() const = 0;
  virtual Afterwards afterwards() const = 0;
  /// For the system's clipboard.
  virtual std::optional<std::string> take_copied() = 0;
  /// In English while the window is open: the system cannot draw Chinese.
  virtual void say_no_chinese_font() = 0;
};

}  // namespace rehearse
