// The window itself: events in, pictures out. Everything that knows GLFW or OpenGL is behind this.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/base/words.h"
#include "gui/window/platform/atlas_pixels.h"
#include "gui/window/platform/events.h"

struct ImDrawData;

namespace rehearse {

enum class TextEntry { kOff, kOn };

/// The display cannot show the window; what() is the English of the words.
class NoWindow : public std::runtime_error {
 public:
  explicit NoWindow(Words why) : std::runtime_error(why.english), why_(std::move(why)) {}

  /// One line: what is missing and what to do.
  const Words& why() const { return why_; }

 private:
  Words why_;
};

class DesktopWindow {
 public:
  /// True when there is a display to open a window on; else `why` says in one line what is missing.
  static bool can_open(Words& why);

  /// Opens the window and makes an ImGui context for it. Throws NoWindow. Sizes in logical units.
  DesktopWindow(const char* title, int width, int height, int smallest_width, int smallest_height);
  ~DesktopWindow();
  DesktopWindow(const DesktopWindow&) = delete;
  DesktopWindow& operator=(const DesktopWindow&) = delete;

  /// Pixels per logical unit that the desktop asks for: 1, 1.5, 2.
  float content_scale() const;

  /// What happened since the last call; sleeps until something does, at most `seconds` (nothing: for ever).
  std::vector<Event> wait(std::optional<double> seconds);
  /// Ends a wait() of the open window with no event. From any thread.
  static void wake();
  /// Whether typed text has a place to go: only then may an input method keep keys to itself.
  void set_text_entry(TextEntry entry);

  void come_to_front();
  /// UTF-8; empty when there is no text on it.
  std::string clipboard() const;
  void set_clipboard(const std::string& text);

  void create_texture(const AtlasPixels& atlas);
  void update_texture(const AtlasPixels& atlas, const PixelRect& changed);

  /// A frame of ImGui between the two.
  void begin_frame();
  void end_frame();
  /// Waits until the last frame is complete: for measurements.
  void finish_drawing();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace rehearse
