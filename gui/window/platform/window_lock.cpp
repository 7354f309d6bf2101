#include "gui/window/platform/window_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace rehearse {
namespace {

/// A call is a new time of the lock's file.
timespec time_of(int file) {
  struct stat status {};
  return file >= 0 && fstat(file, &status) == 0 ? status.st_mtim : timespec{};
}

}  // namespace

std::optional<WindowLock> WindowLock::take(const std::filesystem::path& library) {
  const std::filesystem::path path = library / "window.lock";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return WindowLock(-1);
  if (flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return WindowLock(file);
  futimens(file, nullptr);
  close(file);
  return std::nullopt;
}

WindowLock::WindowLock(int file) : file_(file), last_call_(time_of(file)) {}

WindowLock::WindowLock(WindowLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), last_call_(other.last_call_) {}

WindowLock::~WindowLock() {
  if (file_ >= 0) close(file_);
}

bool WindowLock::was_called() {
  const timespec call = time_of(file_);
  const timespec before = std::exchange(last_call_, call);
  return call.tv_sec != before.tv_sec || call.tv_nsec != before.tv_nsec;
}

}  // namespace rehearse
