#include "gui/window/ui/icons.h"

#include <cmath>
#include <initializer_list>
#include <vector>

namespace rehearse {
namespace {

/// Strokes on a square of 20 units.
class Pen {
 public:
  Pen(Ui& ui, const Rect& box, ImU32 colour)
      : box_(box), unit_(box.width / 20), colour_(colour), width_(ui.px(1.6f)) {}

  void line(std::initializer_list<ImVec2> points, ImDrawFlags flags = 0) {
    std::vector<ImVec2> placed;
    for (const ImVec2& point : points) placed.push_back(at(point));
    list().AddPolyline(placed.data(), static_cast<int>(placed.size()), colour_, flags, width_);
  }
  void box(float left, float top, float right, float bottom, float radius) {
    list().AddRect(at({left, top}), at({right, bottom}), colour_, radius * unit_, 0, width_);
  }
  void circle(float x, float y, float radius) {
    list().AddCircle(at({x, y}), radius * unit_, colour_, 0, width_);
  }
  /// An arc from one angle to another, in turns clockwise from the right.
  void arc(float x, float y, float radius, float from, float to) {
    constexpr float kTurn = 6.2831853f;
    list().PathArcTo(at({x, y}), radius * unit_, from * kTurn, to * kTurn, 24);
    list().PathStroke(colour_, 0, width_);
  }

 private:
  static ImDrawList& list() { return *ImGui::GetWindowDrawList(); }
  ImVec2 at(const ImVec2& point) const { return {box_.x + point.x * unit_, box_.y + point.y * unit_}; }

  Rect box_;
  float unit_;
  ImU32 colour_;
  float width_;
};

void draw_gear(Pen& pen) {
  constexpr float kTurn = 6.2831853f;
  pen.circle(10, 10, 5.5f);
  pen.circle(10, 10, 2);
  for (int tooth = 0; tooth < 8; ++tooth) {
    const float angle = kTurn * static_cast<float>(tooth) / 8;
    const float x = std::cos(angle), y = std::sin(angle);
    pen.line({{10 + 5.5f * x, 10 + 5.5f * y}, {10 + 8.2f * x, 10 + 8.2f * y}});
  }
}

}  // namespace

void draw_icon(Ui& ui, Icon icon, const Rect& box, ImU32 colour) {
  Pen pen(ui, box, colour);
  switch (icon) {
    case Icon::kToday:  // a calendar's sheet with a tick
      pen.box(2.5f, 4, 17.5f, 17.5f, 2.5f);
      pen.line({{6.5f, 2}, {6.5f, 5.5f}});
      pen.line({{13.5f, 2}, {13.5f, 5.5f}});
      pen.line({{6.5f, 11.2f}, {9, 13.7f}, {13.8f, 8.8f}});
      break;
    case Icon::kLibrary:  // three cards, one behind the other
      pen.box(2.5f, 7, 14, 17.5f, 2);
      pen.line({{5.5f, 4.5f}, {15, 4.5f}, {16.5f, 6}, {16.5f, 14.5f}});
      pen.line({{8.5f, 2}, {17.5f, 2}, {19, 3.5f}, {19, 11.5f}});
      pen.line({{5.5f, 11}, {11, 11}});
      pen.line({{5.5f, 14}, {9, 14}});
      break;
    case Icon::kInterview:  // a clock
      pen.circle(10, 11, 7.2f);
      pen.line({{10, 6.8f}, {10, 11}, {12.8f, 12.8f}});
      pen.line({{7.8f, 1.5f}, {12.2f, 1.5f}});
      break;
    case Icon::kStatistics:
      pen.line({{2.5f, 2.5f}, {2.5f, 17.5f}, {18, 17.5f}});
      pen.line({{6.5f, 14}, {6.5f, 11}});
      pen.line({{10.5f, 14}, {10.5f, 7}});
      pen.line({{14.5f, 14}, {14.5f, 4}});
      break;
    case Icon::kGroups:  // two heads and shoulders
      pen.circle(7.2f, 6.8f, 3);
      pen.arc(7.2f, 17, 5.2f, 0.5f, 1);
      pen.arc(13.2f, 6.8f, 3, -0.27f, 0.3f);
      pen.arc(12.8f, 17, 5.4f, 0.82f, 1);
      break;
    case Icon::kSettings: draw_gear(pen); break;
    case Icon::kSearch:
      pen.circle(8.5f, 8.5f, 5.5f);
      pen.line({{12.6f, 12.6f}, {17.5f, 17.5f}});
      break;
    case Icon::kFlag:
      pen.line({{5, 18}, {5, 3}, {15.5f, 3}, {12.5f, 6.8f}, {15.5f, 10.6f}, {5, 10.6f}});
      break;
    case Icon::kPause:
      pen.line({{7, 4.5f}, {7, 15.5f}});
      pen.line({{13, 4.5f}, {13, 15.5f}});
      break;
    case Icon::kFolder:
      pen.line({{2.5f, 16.5f}, {2.5f, 4}, {8, 4}, {10, 6.5f}, {17.5f, 6.5f}, {17.5f, 16.5f}},
               ImDrawFlags_Closed);
      break;
    case Icon::kDocument:
      pen.line({{4.5f, 2}, {12, 2}, {15.5f, 5.5f}, {15.5f, 18}, {4.5f, 18}}, ImDrawFlags_Closed);
      pen.line({{7.5f, 10}, {12.5f, 10}});
      pen.line({{7.5f, 13.5f}, {12.5f, 13.5f}});
      break;
  }
}

}  // namespace rehearse
