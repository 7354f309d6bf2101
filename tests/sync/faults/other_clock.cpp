// Loaded before the C library (LD_PRELOAD) this shows a program another time than this computer's: later by
// REHEARSE_OTHER_CLOCK seconds, or earlier when they are negative. The clock that never jumps stays as it is.
#include <dlfcn.h>
#include <time.h>

#include <cstdlib>

namespace {

time_t shift() {
  static const char* const text = std::getenv("REHEARSE_OTHER_CLOCK");
  return text == nullptr ? 0 : static_cast<time_t>(std::strtoll(text, nullptr, 10));
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* moment) noexcept {
  using Function = int (*)(clockid_t, timespec*);
  static const auto real = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "clock_gettime"));
  const int code = real(clock, moment);
  if (code == 0 && clock == CLOCK_REALTIME) moment->tv_sec += shift();
  return code;
}

extern "C" time_t time(time_t* moment) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (moment != nullptr) *moment = now.tv_sec;
  return now.tv_sec;
}
