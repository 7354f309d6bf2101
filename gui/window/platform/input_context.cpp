// The functions of libX11 that GLFW calls with an input context, found here before those of the library: each
// is the library's own until the context is gone. Their types are those of X11/Xlib.h, which building the
// program does without.
#include "gui/window/platform/input_context.h"

#include <dlfcn.h>

#include <array>
#include <cstdarg>
#include <cstddef>
#include <set>
#include <string_view>

namespace {

using Context = void*;  // XIC
using Method = void*;   // XIM

struct Callback {  // XIMCallback
  char* data;
  void (*call)(Context, char*, char*);
};

constexpr int kLookupNone = 1, kLookupBoth = 4;
constexpr std::size_t kMostValues = 6;

// GLFW calls from one thread.
std::set<Context>& gone_contexts() {
  static std::set<Context> gone;
  return gone;
}
std::set<Method>& gone_methods() {
  static std::set<Method> gone;
  return gone;
}

void forget(Context context, char* method, char*) {
  gone_contexts().insert(context);
  gone_methods().insert(method);
}

/// The library's own.
template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

/// Latin-1, which XLookupString gives, as UTF-8. Returns the bytes; 0 where there is no room.
int to_utf8(std::string_view latin, char* buffer, int size) {
  int count = 0;
  for (const char c : latin) {
    const auto byte = static_cast<unsigned char>(c);
    if (count + (byte < 0x80 ? 1 : 2) > size) return 0;
    if (byte >= 0x80) buffer[count++] = static_cast<char>(0xC0 | (byte >> 6));
    buffer[count++] = static_cast<char>(byte < 0x80 ? byte : 0x80 | (byte & 0x3F));
  }
  return count;
}

int look_up_without_method(void* event, char* buffer, int size, unsigned long* symbol, int* status) {
  std::array<char, 32> latin{};
  unsigned long ignored = 0;
  auto* const look_up = next<int(void*, char*, int, unsigned long*, void*)>("XLookupString");
  const int length =
      look_up(event, latin.data(), static_cast<int>(latin.size()), symbol ? symbol : &ignored, nullptr);
  const int count = to_utf8({latin.data(), static_cast<std::size_t>(length)}, buffer, size);
  *status = count > 0 ? kLookupBoth : kLookupNone;
  return count;
}

}  // namespace

// NOLINTBEGIN(readability-identifier-naming): Xlib's names.
extern "C" {

/// The values are pairs of a name and a pointer or number, and a null. One more is added: whom to tell.
Context XCreateIC(Method method, ...) {
  std::array<const char*, kMostValues> names{};
  std::array<void*, kMostValues> values{};
  va_list arguments;
  va_start(arguments, method);
  std::size_t count = 0;
  bool is_told = false;
  while (const char* name = va_arg(arguments, const char*)) {
    if (count == kMostValues) {
      va_end(arguments);
      return nullptr;
    }
    names[count] = name;
    values[count++] = va_arg(arguments, void*);
    is_told |= std::string_view(name) == "destroyCallback";
  }
  va_end(arguments);
  Callback callback{static_cast<char*>(method), forget};
  if (!is_told && count < kMostValues) {
    names[count] = "destroyCallback";
    values[count++] = &callback;
  }
  auto* const create = next<Context(Method, ...)>("XCreateIC");
  // Behind the first null name nothing is read.
  const Context context = create(method, names[0], values[0], names[1], values[1], names[2], values[2],
                                 names[3], values[3], names[4], values[4], names[5], values[5], nullptr);
  gone_contexts().erase(context);
  return context;
}

int Xutf8LookupString(Context context, void* event, char* buffer, int size, unsigned long* symbol,
                      int* status) {
  if (gone_contexts().contains(context)) return look_up_without_method(event, buffer, size, symbol, status);
  return next<int(Context, void*, char*, int, unsigned long*, int*)>("Xutf8LookupString")(
      context, event, buffer, size, symbol, status);
}

void XSetICFocus(Context context) {
  if (!gone_contexts().contains(context)) next<void(Context)>("XSetICFocus")(context);
}

void XUnsetICFocus(Context context) {
  if (!gone_contexts().contains(context)) next<void(Context)>("XUnsetICFocus")(context);
}

void XDestroyIC(Context context) {
  if (!gone_contexts().contains(context)) next<void(Context)>("XDestroyIC")(context);
}

int XCloseIM(Method method) {
  return gone_methods().contains(method) ? 1 : next<int(Method)>("XCloseIM")(method);
}

}  // extern "C"
// NOLINTEND(readability-identifier-naming)

namespace rehearse {

void outlive_input_method() {}

}  // namespace rehearse
