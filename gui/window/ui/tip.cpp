#include "gui/window/ui/tip.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kApart = 10;  // from the point

}  // namespace

void draw_tip(Ui& ui, float x, float y, std::string_view text) {
  const ImVec2 seen_from = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 seen_to = ImGui::GetWindowDrawList()->GetClipRectMax();
  if (x < seen_from.x || x > seen_to.x || y < seen_from.y || y > seen_to.y) return;
  const std::vector<std::string_view> lines = split_lines(text);
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float padding = ui.px(10), margin = ui.px(4), line_height = std::round(ui.px(21));
  float width = 0;
  for (const std::string_view line : lines) width = std::max(width, ui.fonts.width(Font::kSmall, line));
  width = std::min(width + 2 * padding, window.x - 2 * margin);
  const float height = line_height * static_cast<float>(lines.size()) + ui.px(12);

  Rect sheet{x - width / 2, y - height - ui.px(kApart), width, height};
  sheet.x = std::round(std::clamp(sheet.x, margin, std::max(margin, window.x - width - margin)));
  if (sheet.y < margin) sheet.y = y + ui.px(kApart);
  sheet.y = std::round(std::clamp(sheet.y, margin, std::max(margin, window.y - height - margin)));

  // A window of its own lies over everything, whatever is drawn later in this one.
  ImGui::SetNextWindowPos(sheet.begin());
  ImGui::SetNextWindowSize({sheet.width, sheet.height});
  ImGui::Begin("tip", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_Tooltip);
  fill(ui, sheet, ui.theme.text, kRowRadius);
  float line_y = sheet.y + ui.px(6);
  for (const std::string_view line : lines) {
    draw_text_fitted(ui, Font::kSmall, {sheet.x + padding, line_y, width - 2 * padding + 1, line_height},
                     ui.theme.card, line);
    line_y += line_height;
  }
  ImGui::End();
}

}  // namespace rehearse
