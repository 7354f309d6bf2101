// Every difference between Dear ImGui 1.86 (Debian 12) and 1.90 (Debian 13), and nothing else.
#pragma once

#include <imgui.h>

#include "gui/window/platform/atlas_pixels.h"
#include "gui/window/platform/events.h"

namespace rehearse {

/// Builds the current context's atlas with a free square of `free_side` pixels. Outside frames only.
AtlasPixels build_atlas(int free_side);

void set_atlas_texture(unsigned int texture);

// One pointer event each. 1.86 keeps only the last of several between two frames: the caller draws a
// frame between a press and its release.
void pointer_moved(const PointerMoved& event);
void pointer_button(const PointerButton& event);
void wheel_turned(const WheelTurned& event);

/// A scrolling region without ImGui's own frame.
void begin_scroll_region(const char* id, ImVec2 size);

}  // namespace rehearse
