// The program's icon as pixels, for the window itself: a program that is not installed has no icon file to be
// found.
#pragma once

#include <cstdint>
#include <vector>

namespace rehearse {

/// Row by row from the top; red, green, blue and alpha of each pixel, not premultiplied.
struct IconPixels {
  int side = 0;
  std::vector<std::uint8_t> rgba;  // side · side · 4
};

/// The drawing of gui/desktop/icons/rehearse.svg, `side` pixels wide and high.
IconPixels window_icon(int side);

}  // namespace rehearse
