#include "gui/window/window.h"

namespace rehearse {

bool can_open_window(std::string& why) {
  why = "this build has no window";
  return false;
}

int run_window(Library&, const WindowOptions&) { return 1; }

}  // namespace rehearse
