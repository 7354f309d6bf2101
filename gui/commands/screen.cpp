#include "gui/commands/screen.h"

#include <sys/ioctl.h>

namespace rehearse {

std::size_t terminal_columns(int descriptor) {
  constexpr unsigned short kNarrowest = 20;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col < kNarrowest) return kPipeColumns;
  return size.ws_col;
}

}  // namespace rehearse
