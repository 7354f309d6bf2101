#include "gui/window/ui/sheet.h"

#include <algorithm>

#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kMostOfWidth = 0.06f;  // that the padding may take in a narrow column

}  // namespace

Sheet::Sheet(Ui& ui, const Rect& column, float y, float logical_padding)
    : ui_(ui), outer_{column.x, y, column.width, 0}, padding_(ui.px(logical_padding)) {
  const float side = std::min(padding_, column.width * kMostOfWidth);
  inner_ = {outer_.x + side, y + padding_, outer_.width - 2 * side, 0};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.ChannelsSplit(2);
  list.ChannelsSetCurrent(1);
}

Sheet::~Sheet() {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.ChannelsSetCurrent(0);
  card_sheet(ui_, outer_);
  list.ChannelsMerge();
}

float Sheet::close(float y) {
  outer_.height = y + padding_ - outer_.y;
  return outer_.bottom();
}

}  // namespace rehearse
