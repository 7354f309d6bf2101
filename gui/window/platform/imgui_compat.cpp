#include "gui/window/platform/imgui_compat.h"

#include <bit>
#include <cstdint>

namespace rehearse {

AtlasPixels build_atlas(int free_side) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.AddFontDefault();
  const int free_rect = atlas.AddCustomRectRegular(free_side, free_side);
  // As wide as the free square, so that the texture has no second such column beside it.
  atlas.TexDesiredWidth = free_side + 2 * atlas.TexGlyphPadding;
  AtlasPixels result;
  atlas.GetTexDataAsAlpha8(&result.pixels, &result.width, &result.height);
  const ImFontAtlasCustomRect* place = atlas.GetCustomRectByIndex(free_rect);
  result.free_left = place->X;
  result.free_top = place->Y;
  return result;
}

void set_atlas_texture(unsigned int texture) {
  ImGui::GetIO().Fonts->SetTexID(std::bit_cast<ImTextureID>(std::uintptr_t{texture}));
}

void pointer_moved(const PointerMoved& event) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMousePosEvent(event.x, event.y);
#else
  ImGui::GetIO().MousePos = ImVec2(event.x, event.y);
#endif
}

void pointer_button(const PointerButton& event) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMouseButtonEvent(0, event.state == ButtonState::kPressed);
#else
  ImGui::GetIO().MouseDown[0] = event.state == ButtonState::kPressed;
#endif
}

void wheel_turned(const WheelTurned& event) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMouseWheelEvent(0.0f, event.lines);
#else
  ImGui::GetIO().MouseWheel += event.lines;
#endif
}

void begin_scroll_region(const char* id, ImVec2 size) {
#if IMGUI_VERSION_NUM >= 19000
  ImGui::BeginChild(id, size, ImGuiChildFlags_None, ImGuiWindowFlags_NoBackground);
#else
  ImGui::BeginChild(id, size, false, ImGuiWindowFlags_NoBackground);
#endif
}

}  // namespace rehearse
