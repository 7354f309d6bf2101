// What a frame put on the screen.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace rehearse {

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  float right() const { return x + width; }
  float bottom() const { return y + height; }
  ImVec2 begin() const { return {x, y}; }
  ImVec2 end() const { return {right(), bottom()}; }
};

/// For tests and measurements: what can be clicked, and where text stands.
struct Probe {
  struct Area {
    std::string id;
    Rect rect;
    Rect clip;  // outside it nothing is seen or clicked
  };
  std::vector<Area> clickable;
  std::vector<Area> texts;
};

}  // namespace rehearse
