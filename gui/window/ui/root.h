// The one ImGui window that a screen fills, and the look of the few stock parts it has.
#pragma once

#include "gui/window/ui/ui.h"

namespace rehearse {

/// After a change of theme or scale; outside frames.
void apply_style(const Theme& theme, float scale);

/// What is drawn between the two fills the window.
void begin_root(Ui& ui);
void end_root();

/// A region that scrolls when its content is higher. Draw, then say where the content ended.
class ScrollRegion {
 public:
  ScrollRegion(Ui& ui, const char* id, const Rect& rect);
  /// On something else than the window's background.
  ScrollRegion(Ui& ui, const char* id, const Rect& rect, ImU32 background);
  ~ScrollRegion();
  ScrollRegion(const ScrollRegion&) = delete;
  ScrollRegion& operator=(const ScrollRegion&) = delete;

  /// Where content at the very top goes, moved up by what is scrolled away. Screen pixels.
  float content_top() const { return content_top_; }
  /// The last thing to draw: what goes on below the region fades out.
  void set_content_bottom(float y);

  /// `y` (screen pixels of this frame) comes to the top.
  void scroll_to(float y);
  void scroll_to_top();
  void scroll_pages(int pages);
  /// Scrolls as little as needed to show down to `y` (screen pixels of this frame).
  void bring_bottom_into_view(float y);
  /// The same for [top, bottom), in both directions.
  void bring_into_view(float top, float bottom);

 private:
  ImU32 background_;
  float fade_;  // pixels
  Rect rect_;
  float content_top_;
};

}  // namespace rehearse
