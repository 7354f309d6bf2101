#include "gui/window/platform/desktop_window.h"

#define GL_GLEXT_PROTOTYPES
#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "gui/window/platform/display_loss.h"
#include "gui/window/platform/glfw_keys.h"
#include "gui/window/platform/imgui_compat.h"
#include "gui/window/platform/input_context.h"
#include "gui/window/platform/input_method_guard.h"
#include "gui/window/window_icon.h"

namespace rehearse {
namespace {

constexpr double kShortestFrame = 1e-3;  // seconds; ImGui wants some time between frames

constexpr float kOutside = -1e6f;  // where the pointer is when it left the window

std::string last_glfw_error() {
  const char* description = nullptr;
  glfwGetError(&description);
  return description ? description : "unknown reason";
}

/// Why a window could not be made on a display that is there: nearly always the OpenGL it offers.
Words no_opengl() {
  const std::string reason = last_glfw_error();
  return {"no window can be opened: the display offers no OpenGL 3.3 (" + reason +
              "): update the graphics driver (on Debian: sudo apt install libgl1-mesa-dri) or try with "
              "LIBGL_ALWAYS_SOFTWARE=1 in front of the command",
          "无法打开窗口：显示器不支持 OpenGL 3.3（" + reason +
              "）：请更新显卡驱动（Debian：sudo apt install libgl1-mesa-dri），"
              "或在命令前加上 LIBGL_ALWAYS_SOFTWARE=1 再试"};
}

Words no_display() {
  const std::string reason = last_glfw_error();  // which forgets it
  return {"no window can be opened: " + reason, "无法打开窗口：" + reason};
}

/// In the sizes that task bars and switchers of windows show.
void set_icon(GLFWwindow* window) {
  std::array icons{window_icon(32), window_icon(64)};
  std::array<GLFWimage, icons.size()> images;
  std::transform(icons.begin(), icons.end(), images.begin(), [](IconPixels& icon) {
    return GLFWimage{icon.side, icon.side, icon.rgba.data()};
  });
  glfwSetWindowIcon(window, static_cast<int>(images.size()), images.data());
}

/// True when there is a display.
bool begin_glfw() {
#ifdef GLFW_PLATFORM
  // GLFW 3.4 looks for Wayland first, and where there is none libwayland prints lines of its own.
  if (std::getenv("WAYLAND_DISPLAY") == nullptr) glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
  return glfwInit() == GLFW_TRUE;
}

}  // namespace

struct DesktopWindow::Parts {
  GLFWwindow* window = nullptr;
  GLFWcursor* hand = nullptr;
  GLFWcursor* text_beam = nullptr;
  GLuint texture = 0;
  double last_frame = 0;
  TextEntry text_entry = TextEntry::kOff;
  InputMethodGuard guard;
  std::vector<Event> events;

  void press(int glfw_key, int action, int mods);
  void set_callbacks();
};

void DesktopWindow::Parts::press(int glfw_key, int action, int mods) {
  if (action == GLFW_RELEASE) return;
  const KeyPressed press{key_from_glfw(glfw_key), modifier_from_glfw(mods)};
  if (action == GLFW_REPEAT && !may_repeat(press.key)) return;
  if (text_entry == TextEntry::kOn) {
    const auto key_class = is_printable_in_glfw(glfw_key) ? InputMethodGuard::KeyClass::kPrintable
                                                          : InputMethodGuard::KeyClass::kEditing;
    if (guard.takes(key_class, press)) return;
  }
  events.push_back(press);
}

void DesktopWindow::Parts::set_callbacks() {
  // Callbacks run inside wait(): they only note what happened.
  static const auto parts_of = [](GLFWwindow* w) { return static_cast<Parts*>(glfwGetWindowUserPointer(w)); };
  glfwSetWindowUserPointer(window, this);
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int mods) {
    parts_of(w)->press(key, action, mods);
  });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned character) {
    parts_of(w)->guard.character_arrived();
    parts_of(w)->events.push_back(CharacterTyped{static_cast<char32_t>(character)});
  });
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
    parts_of(w)->events.push_back(PointerMoved{static_cast<float>(x), static_cast<float>(y)});
  });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
    if (entered == GLFW_FALSE) parts_of(w)->events.push_back(PointerMoved{kOutside, kOutside});
  });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    parts_of(w)->events.push_back(PointerButton{
        action == GLFW_PRESS ? ButtonState::kPressed : ButtonState::kReleased, modifier_from_glfw(mods)});
  });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double, double y) {
    parts_of(w)->events.push_back(WheelTurned{static_cast<float>(y)});
  });
  glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
    parts_of(w)->events.push_back(FilesDropped{{paths, paths + count}});
  });
  // Whether it closes is not for the desktop to say: something may not be saved yet.
  glfwSetWindowCloseCallback(window, [](GLFWwindow* w) {
    glfwSetWindowShouldClose(w, GLFW_FALSE);
    parts_of(w)->events.push_back(CloseAsked{});
  });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
    parts_of(w)->guard.reset();
    if (focused == GLFW_TRUE) parts_of(w)->events.push_back(WindowFocused{});
  });
  glfwSetFramebufferSizeCallback(
      window, [](GLFWwindow* w, int, int) { parts_of(w)->events.push_back(WindowChanged{}); });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { parts_of(w)->events.push_back(WindowChanged{}); });
  glfwSetWindowContentScaleCallback(
      window, [](GLFWwindow* w, float, float) { parts_of(w)->events.push_back(WindowChanged{}); });
}

bool DesktopWindow::can_open(Words& why) {
  if (begin_glfw()) return true;
  why = no_display();
  return false;
}

DesktopWindow::DesktopWindow(const char* title, int width, int height, int smallest_width,
                             int smallest_height)
    : parts_(std::make_unique<Parts>()) {
  if (!begin_glfw()) throw NoWindow(no_display());
  end_in_words_without_display();
  outlive_input_method();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "rehearse");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "rehearse");
  parts_->window = glfwCreateWindow(width, height, title, nullptr, nullptr);
  if (!parts_->window) throw NoWindow(no_opengl());
  set_icon(parts_->window);
  glfwMakeContextCurrent(parts_->window);
  glfwSwapInterval(1);
  parts_->hand = glfwCreateStandardCursor(GLFW_HAND_CURSOR);
  parts_->text_beam = glfwCreateStandardCursor(GLFW_IBEAM_CURSOR);
  parts_->set_callbacks();
  const float scale = content_scale();
  const auto scaled = [&](int size) { return static_cast<int>(static_cast<float>(size) * scale); };
  glfwSetWindowSizeLimits(parts_->window, scaled(smallest_width), scaled(smallest_height), GLFW_DONT_CARE,
                          GLFW_DONT_CARE);

  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplOpenGL3_Init("#version 330");
  // The backend wants to make a colour texture of the atlas, four times the size of ours: let it make a
  // small one, before the atlas has room for our glyphs, and drop it.
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  ImGui_ImplOpenGL3_DestroyFontsTexture();
}

DesktopWindow::~DesktopWindow() {
  if (parts_->texture != 0) glDeleteTextures(1, &parts_->texture);
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
  glfwDestroyCursor(parts_->hand);
  glfwDestroyCursor(parts_->text_beam);
  glfwDestroyWindow(parts_->window);
  glfwTerminate();
}

float DesktopWindow::content_scale() const {
  float x = 1, y = 1;
  glfwGetWindowContentScale(parts_->window, &x, &y);
  return std::max(x, 1.0f);
}

std::vector<Event> DesktopWindow::wait(std::optional<double> seconds) {
  if (!seconds) {
    glfwWaitEvents();
  } else if (*seconds > 0) {
    glfwWaitEventsTimeout(*seconds);
  } else {
    glfwPollEvents();
  }
  std::vector<Event> events;
  events.swap(parts_->events);
  return events;
}

void DesktopWindow::wake() { glfwPostEmptyEvent(); }

void DesktopWindow::set_text_entry(TextEntry entry) {
  if (entry != parts_->text_entry) parts_->guard.reset();
  parts_->text_entry = entry;
}

void DesktopWindow::come_to_front() {
  glfwRestoreWindow(parts_->window);
  glfwFocusWindow(parts_->window);
  glfwRequestWindowAttention(parts_->window);  // where a window may not take the focus by itself
}

std::string DesktopWindow::clipboard() const {
  const char* text = glfwGetClipboardString(parts_->window);
  return text ? text : "";
}

void DesktopWindow::set_clipboard(const std::string& text) {
  glfwSetClipboardString(parts_->window, text.c_str());
}

void DesktopWindow::create_texture(const AtlasPixels& atlas) {
  glGenTextures(1, &parts_->texture);
  glBindTexture(GL_TEXTURE_2D, parts_->texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  // One byte a pixel is coverage: white, with that opacity.
  const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas.width, atlas.height, 0, GL_RED, GL_UNSIGNED_BYTE, atlas.pixels);
  set_atlas_texture(parts_->texture);
}

void DesktopWindow::update_texture(const AtlasPixels& atlas, const PixelRect& changed) {
  if (changed.empty()) return;
  glBindTexture(GL_TEXTURE_2D, parts_->texture);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, atlas.width);
  glTexSubImage2D(GL_TEXTURE_2D, 0, changed.left, changed.top, changed.right - changed.left,
                  changed.bottom - changed.top, GL_RED, GL_UNSIGNED_BYTE,
                  atlas.pixels + static_cast<std::ptrdiff_t>(changed.top) * atlas.width + changed.left);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void DesktopWindow::begin_frame() {
  int width = 0, height = 0;
  glfwGetFramebufferSize(parts_->window, &width, &height);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
  const double now = glfwGetTime();
  io.DeltaTime = static_cast<float>(std::max(kShortestFrame, now - parts_->last_frame));
  parts_->last_frame = now;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void DesktopWindow::end_frame() {
  ImGui::Render();
  ImDrawData* data = ImGui::GetDrawData();
  glViewport(0, 0, static_cast<int>(data->DisplaySize.x), static_cast<int>(data->DisplaySize.y));
  ImGui_ImplOpenGL3_RenderDrawData(data);
  const ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
  glfwSetCursor(parts_->window, cursor == ImGuiMouseCursor_Hand        ? parts_->hand
                                : cursor == ImGuiMouseCursor_TextInput ? parts_->text_beam
                                                                       : nullptr);
  glfwSwapBuffers(parts_->window);
}

void DesktopWindow::finish_drawing() { glFinish(); }

}  // namespace rehearse
