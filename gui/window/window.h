// The desktop client: one window over one library.
#pragma once

#include <functional>

#include "core/base/time.h"
#include "core/library.h"

namespace rehearse {

struct WindowOptions {
  std::function<LocalInstant()> clock;  // main is the only place that reads the real one
};

/// True when a window can be opened here. Otherwise `why` says in one line what is missing.
bool can_open_window(std::string& why);

/// Runs until the window is closed. Returns the process's exit code.
int run_window(Library& library, const WindowOptions& options);

}  // namespace rehearse
