// Glyphs are drawn into one texture when they are first needed: baking every Chinese character in
// advance costs a second and hundreds of megabytes, and a list of "common" ones always lacks some.
#pragma once

#include <optional>

#include "gui/window/platform/imgui_compat.h"
#include "gui/window/text/font_face.h"

namespace rehearse {

/// Where a glyph lies in the texture, 0 to 1.
struct TextureRect {
  ImVec2 begin, end;
};

class GlyphAtlas {
 public:
  /// Builds the atlas of the current ImGui context, outside frames.
  explicit GlyphAtlas(int side) : side_(side), pixels_(build_atlas(side)) {}

  /// Copies the coverage in. Nothing when no room is left.
  std::optional<TextureRect> add(const GlyphBitmap& glyph);
  /// Forgets all glyphs. Their rectangles must not be drawn any more.
  void clear();

  const AtlasPixels& pixels() const { return pixels_; }
  /// What changed since the last call: the part of the texture to send again.
  PixelRect take_changed();

 private:
  int side_;
  AtlasPixels pixels_;
  // Shelf packing: glyphs of a text have few heights, so rows of them waste little.
  int shelf_left_ = 0, shelf_top_ = 0, shelf_height_ = 0;
  PixelRect changed_;
};

}  // namespace rehearse
