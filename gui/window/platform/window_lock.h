// One window for one library: two would show each other's past.
#pragma once

#include <ctime>
#include <filesystem>
#include <optional>

namespace rehearse {

/// Held as long as it lives; the system lets it go when the program dies.
class WindowLock {
 public:
  /// Nothing when another window has it: then that one is called to the front. A folder that cannot be locked (it
  /// may not be written, or lies on a file system without locks) counts as nobody's.
  static std::optional<WindowLock> take(const std::filesystem::path& library);

  ~WindowLock();
  WindowLock(WindowLock&& other) noexcept;
  WindowLock& operator=(WindowLock&&) = delete;

  /// True once after another start has called.
  bool was_called();

 private:
  explicit WindowLock(int file);

  int file_ = -1;  // descriptor; -1: none
  timespec last_call_{};
};

}  // namespace rehearse
