#include "gui/window/text/glyph_atlas.h"

#include <algorithm>
#include <cstring>

namespace rehearse {
namespace {

constexpr int kGap = 1;  // linear filtering must not reach a neighbour

}  // namespace

std::optional<TextureRect> GlyphAtlas::add(const GlyphBitmap& glyph) {
  if (shelf_left_ + glyph.width > side_) {
    shelf_top_ += shelf_height_;
    shelf_left_ = shelf_height_ = 0;
  }
  if (glyph.width > side_ || shelf_top_ + glyph.height > side_) return std::nullopt;
  const int left = pixels_.free_left + shelf_left_;
  const int top = pixels_.free_top + shelf_top_;
  for (int row = 0; row < glyph.height; ++row)
    std::memcpy(pixels_.pixels + static_cast<std::ptrdiff_t>(top + row) * pixels_.width + left,
                glyph.coverage.data() + static_cast<std::ptrdiff_t>(row) * glyph.width,
                static_cast<std::size_t>(glyph.width));
  shelf_left_ += glyph.width + kGap;
  shelf_height_ = std::max(shelf_height_, glyph.height + kGap);

  const PixelRect place{left, top, left + glyph.width, top + glyph.height};
  if (changed_.empty()) {
    changed_ = place;
  } else {
    changed_ = {std::min(changed_.left, place.left), std::min(changed_.top, place.top),
                std::max(changed_.right, place.right), std::max(changed_.bottom, place.bottom)};
  }
  const auto to_texture = [&](int x, int y) {
    return ImVec2(static_cast<float>(x) / static_cast<float>(pixels_.width),
                  static_cast<float>(y) / static_cast<float>(pixels_.height));
  };
  return TextureRect{to_texture(place.left, place.top), to_texture(place.right, place.bottom)};
}

void GlyphAtlas::clear() {
  shelf_left_ = shelf_top_ = shelf_height_ = 0;
  for (int row = 0; row < side_; ++row)
    std::memset(pixels_.pixels + static_cast<std::ptrdiff_t>(pixels_.free_top + row) * pixels_.width +
                    pixels_.free_left,
                0, static_cast<std::size_t>(side_));
  changed_ = {pixels_.free_left, pixels_.free_top, pixels_.free_left + side_, pixels_.free_top + side_};
}

PixelRect GlyphAtlas::take_changed() {
  const PixelRect changed = changed_;
  changed_ = {};
  return changed;
}

}  // namespace rehearse
