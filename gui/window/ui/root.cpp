#include "gui/window/ui/root.h"

#include <algorithm>

#include "gui/window/platform/imgui_compat.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {

void apply_style(const Theme& theme, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  style.ItemSpacing = {0, 0};
  style.ScrollbarSize = 10 * scale;
  style.ScrollbarRounding = 5 * scale;
  const auto set = [&](ImGuiCol role, ImU32 colour) {
    style.Colors[role] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_WindowBg, theme.background);
  set(ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_ScrollbarGrab, theme.border);
  set(ImGuiCol_ScrollbarGrabHovered, theme.faint);
  set(ImGuiCol_ScrollbarGrabActive, theme.muted);
}

void begin_root(Ui& ui) {
  ImGui::SetNextWindowPos(ui.window.begin());
  ImGui::SetNextWindowSize({ui.window.width, ui.window.height});
  ImGui::Begin("root", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus);
}

void end_root() { ImGui::End(); }

ScrollRegion::ScrollRegion(Ui& ui, const char* id, const Rect& rect)
    : ScrollRegion(ui, id, rect, ui.theme.background) {}

ScrollRegion::ScrollRegion(Ui& ui, const char* id, const Rect& rect, ImU32 background)
    : background_(background), fade_(ui.px(kScrollFade)), rect_(rect) {
  ImGui::SetCursorScreenPos(rect.begin());
  begin_scroll_region(id, {std::max(rect.width, 1.0f), std::max(rect.height, 1.0f)});
  content_top_ = ImGui::GetCursorScreenPos().y;
}

ScrollRegion::~ScrollRegion() { ImGui::EndChild(); }

void ScrollRegion::set_content_bottom(float y) {
  ImGui::SetCursorScreenPos({rect_.x, content_top_});
  ImGui::Dummy({1, std::max(0.0f, y - content_top_)});
  if (y <= rect_.bottom() + 1) return;
  const ImU32 clear = background_ & ~IM_COL32_A_MASK;
  ImGui::GetWindowDrawList()->AddRectFilledMultiColor({rect_.x, rect_.bottom() - fade_}, rect_.end(), clear,
                                                      clear, background_, background_);
}

void ScrollRegion::scroll_to(float y) { ImGui::SetScrollY(std::max(0.0f, y - content_top_)); }

void ScrollRegion::scroll_to_top() { ImGui::SetScrollY(0); }

void ScrollRegion::scroll_pages(int pages) {
  constexpr float kPage = 0.85f;  // a little of the old page stays in sight
  const float wanted = ImGui::GetScrollY() + static_cast<float>(pages) * kPage * rect_.height;
  ImGui::SetScrollY(std::clamp(wanted, 0.0f, ImGui::GetScrollMaxY()));
}

void ScrollRegion::bring_bottom_into_view(float y) {
  const float lowest = rect_.bottom() - fade_;  // what fades out is not in view
  if (y > lowest) ImGui::SetScrollY(ImGui::GetScrollY() + y - lowest);
}

void ScrollRegion::bring_into_view(float top, float bottom) {
  if (top < rect_.y) ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + top - rect_.y));
  bring_bottom_into_view(bottom);
}

}  // namespace rehearse
