#include "gui/window/window_icon.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rehearse {
namespace {

constexpr double kDrawingSide = 64;  // the drawing's own units
constexpr int kSamples = 4;          // of a pixel, in each direction

struct Point {
  double x, y;
};

double square(double value) { return value * value; }

struct Colour {
  std::uint8_t red, green, blue;
};

constexpr Colour kAccent{0x3B, 0x6E, 0xF5}, kWhite{0xFF, 0xFF, 0xFF}, kGood{0x2E, 0x8B, 0x57};
constexpr Colour kRing{0x9A, 0xA3, 0xB2}, kOpen{0xC9, 0xD0, 0xDA};

/// All points no farther than `radius` from the line between two points: a disc where they are the same.
struct Stroke {
  Point from, to;
  double radius;
  Colour colour;
};

constexpr std::array kStrokes{
    Stroke{{20, 19.5}, {20, 19.5}, 5.5, kGood},      Stroke{{20, 32}, {20, 32}, 5.5, kGood},
    Stroke{{17.4, 19.7}, {19.3, 21.6}, 0.9, kWhite}, Stroke{{19.3, 21.6}, {22.7, 17.8}, 0.9, kWhite},
    Stroke{{17.4, 32.2}, {19.3, 34.1}, 0.9, kWhite}, Stroke{{19.3, 34.1}, {22.7, 30.3}, 0.9, kWhite},
    Stroke{{20, 44.5}, {20, 44.5}, 5.5, kRing},      Stroke{{20, 44.5}, {20, 44.5}, 3.3, kWhite},
    Stroke{{31.5, 19.5}, {46, 19.5}, 2.5, kAccent},  Stroke{{31.5, 32}, {42, 32}, 2.5, kAccent},
    Stroke{{31.5, 44.5}, {46, 44.5}, 2.5, kOpen},
};

bool covers(const Stroke& stroke, Point at) {
  const double along_x = stroke.to.x - stroke.from.x, along_y = stroke.to.y - stroke.from.y;
  const double length = square(along_x) + square(along_y);
  const double projected = (at.x - stroke.from.x) * along_x + (at.y - stroke.from.y) * along_y;
  const double share = length > 0 ? std::clamp(projected / length, 0.0, 1.0) : 0.0;
  return square(at.x - stroke.from.x - share * along_x) + square(at.y - stroke.from.y - share * along_y) <=
         square(stroke.radius);
}

/// Of a square in the middle of the drawing, with round corners.
bool in_square(Point at, double margin, double corner) {
  const double straight = kDrawingSide / 2 - margin - corner;
  const double beyond_x = std::max(std::abs(at.x - kDrawingSide / 2) - straight, 0.0);
  const double beyond_y = std::max(std::abs(at.y - kDrawingSide / 2) - straight, 0.0);
  return square(beyond_x) + square(beyond_y) <= square(corner);
}

Colour colour_at(Point at) {
  Colour colour = in_square(at, 9, 7) ? kWhite : kAccent;
  for (const Stroke& stroke : kStrokes)
    if (covers(stroke, at)) colour = stroke.colour;
  return colour;
}

}  // namespace

IconPixels window_icon(int side) {
  IconPixels icon{side, {}};
  icon.rgba.reserve(static_cast<std::size_t>(side) * side * 4);
  const double step = kDrawingSide / (side * kSamples);
  for (int pixel = 0; pixel < side * side; ++pixel) {
    int red = 0, green = 0, blue = 0, covered = 0;
    for (int sample = 0; sample < kSamples * kSamples; ++sample) {
      const int across = pixel % side * kSamples + sample % kSamples;
      const int down = pixel / side * kSamples + sample / kSamples;
      const Point at{(across + 0.5) * step, (down + 0.5) * step};
      if (!in_square(at, 2, 13)) continue;
      const Colour colour = colour_at(at);
      red += colour.red, green += colour.green, blue += colour.blue;
      ++covered;
    }
    const int divisor = std::max(covered, 1);
    for (int value : {red / divisor, green / divisor, blue / divisor, covered * 255 / (kSamples * kSamples)})
      icon.rgba.push_back(static_cast<std::uint8_t>(value));
  }
  return icon;
}

}  // namespace rehearse
