// What any program with Dear ImGui must do and hold before it shows anything: what the window is measured
// against.
#pragma once

#include <functional>

namespace rehearse::bench {

/// Opens a window and draws some frames of nothing in it; calls `on_first_frame` when the first is complete
/// on the screen. False when no window can be opened here.
bool show_empty_window(const std::function<void()>& on_first_frame);

}  // namespace rehearse::bench
