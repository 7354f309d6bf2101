#include "gui/window/platform/display_loss.h"

#include <dlfcn.h>
#include <unistd.h>

#include <string_view>

namespace rehearse {
namespace {

constexpr std::string_view kWords =
    "rehearse: the display has gone: the window is closed, what was saved is safe\n"
    "rehearse: 显示器连接已断开：窗口已关闭，已保存的内容都在\n";
constexpr int kFailure = 1;

/// Xlib's IOErrorHandler: must not return, and may come in the middle of anything.
int end_in_words(void*) {
  static_cast<void>(write(STDERR_FILENO, kWords.data(), kWords.size()) < 0);
  _exit(kFailure);
}

}  // namespace

void end_in_words_without_display() {
  // GLFW has it open already; linking against it would ask for it where there is Wayland alone.
  void* const xlib = dlopen("libX11.so.6", RTLD_LAZY | RTLD_NOLOAD);
  if (!xlib) return;
  using Handler = int (*)(void*);
  if (auto* const set = reinterpret_cast<Handler (*)(Handler)>(dlsym(xlib, "XSetIOErrorHandler")))
    set(end_in_words);
  dlclose(xlib);
}

}  // namespace rehearse
