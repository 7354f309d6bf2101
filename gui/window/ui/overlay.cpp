#include "gui/window/ui/overlay.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kMargin = 12;
constexpr float kDimmed = 0.35f;

}  // namespace

Rect Overlay::sheet_in_middle(const Ui& ui, float width, float height) {
  const float margin = ui.px(kMargin);
  width = std::round(std::min(width, ui.window.width - 2 * margin));
  height = std::round(std::min(height, ui.window.height - 2 * margin));
  return {std::round(ui.window.x + (ui.window.width - width) / 2),
          std::round(ui.window.y + std::max(margin, (ui.window.height - height) * 0.42f)), width, height};
}

Overlay::Overlay(Ui& ui, const char* id, const Rect& sheet) {
  // The navigation beside the page is covered as well: nothing there answers.
  const Rect window{0, ui.window.y, ImGui::GetIO().DisplaySize.x, ui.window.height};
  ImGui::SetNextWindowPos(window.begin());
  ImGui::SetNextWindowSize({window.width, window.height});
  ImGui::SetNextWindowFocus();
  ImGui::Begin(id, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground);
  fill(ui, window, with_opacity(IM_COL32_BLACK, kDimmed));
  // Around the sheet, not under it: a click on the sheet is not a click beside it.
  const Rect around[] = {
      {window.x, window.y, window.width, sheet.y - window.y},
      {window.x, sheet.bottom(), window.width, window.bottom() - sheet.bottom()},
      {window.x, sheet.y, sheet.x - window.x, sheet.height},
      {sheet.right(), sheet.y, window.right() - sheet.right(), sheet.height},
  };
  int side = 0;
  for (const Rect& area : around) {
    const std::string area_id = "leave " + std::string(id) + " " + std::to_string(side++);
    was_left_ |= click_area(ui, area_id, area, TabStop::kNo) == Pointer::kClicked;
  }
  card_sheet(ui, sheet);
}

Overlay::~Overlay() { ImGui::End(); }

}  // namespace rehearse
