// The one texture that everything is drawn from, as the window and the text code hand it to each other.
#pragma once

namespace rehearse {

/// ImGui's own glyphs and white pixel, with a free square beside them for ours: one texture for
/// everything, because a draw list switches textures at a price.
struct AtlasPixels {
  unsigned char* pixels = nullptr;  // one byte of coverage each; owned by the ImGui context
  int width = 0;
  int height = 0;
  int free_left = 0;
  int free_top = 0;
};

/// Pixels [left, right) × [top, bottom).
struct PixelRect {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool empty() const { return left >= right || top >= bottom; }
};

}  // namespace rehearse
