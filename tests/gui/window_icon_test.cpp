#include "gui/window/window_icon.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace rehearse;

namespace {

using Pixel = std::array<int, 4>;

/// The pixel at a place in the drawing's 64 units.
Pixel pixel_at(const IconPixels& icon, double x, double y) {
  const int column = static_cast<int>(x * icon.side / 64), row = static_cast<int>(y * icon.side / 64);
  Pixel pixel;
  std::copy_n(icon.rgba.begin() + (row * icon.side + column) * 4, 4, pixel.begin());
  return pixel;
}

}  // namespace

TEST_SUITE("gui/window/window_icon") {
  TEST_CASE("the icon shows a card with two points recalled and one open at every size") {
    for (int side : {48, 64, 128, 256}) {
      CAPTURE(side);
      const IconPixels icon = window_icon(side);
      REQUIRE(icon.rgba.size() == static_cast<std::size_t>(side * side * 4));
      CHECK(pixel_at(icon, 0, 0)[3] == 0);
      CHECK(pixel_at(icon, 63.9, 63.9)[3] == 0);
      CHECK(pixel_at(icon, 32, 5.5) == Pixel{0x3B, 0x6E, 0xF5, 255});   // the frame
      CHECK(pixel_at(icon, 28, 26) == Pixel{0xFF, 0xFF, 0xFF, 255});    // the card
      CHECK(pixel_at(icon, 20, 16) == Pixel{0x2E, 0x8B, 0x57, 255});    // a point that came
      CHECK(pixel_at(icon, 38, 32) == Pixel{0x3B, 0x6E, 0xF5, 255});    // its words
      CHECK(pixel_at(icon, 20, 44.5) == Pixel{0xFF, 0xFF, 0xFF, 255});  // the ring of one that is open
      CHECK(pixel_at(icon, 38, 44.5) == Pixel{0xC9, 0xD0, 0xDA, 255});
    }
  }

  TEST_CASE("the icon is as opaque as its outline and smooth at the corner") {
    const IconPixels icon = window_icon(64);
    int covered = 0, half = 0;
    for (std::size_t i = 3; i < icon.rgba.size(); i += 4) {
      covered += icon.rgba[i];
      half += icon.rgba[i] > 0 && icon.rgba[i] < 255;
    }
    // A square of 60 less what a radius of 13 takes off its corners: 3600 - (4 - pi) 13².
    CHECK(covered / 255.0 == doctest::Approx(3455).epsilon(0.005));
    CHECK(half > 0);
  }
}
