// Light or dark: apart from the colours themselves, so that main need not know Dear ImGui.
#pragma once

namespace rehearse {

enum class ThemeName { kLight, kDark };

constexpr ThemeName other(ThemeName name) {
  return name == ThemeName::kLight ? ThemeName::kDark : ThemeName::kLight;
}

}  // namespace rehearse
