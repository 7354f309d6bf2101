// One window for one library: two would show each other's past. A second start calls the first window, and
// hands it the files it was started with.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rehearse {

/// What another start wants of the window that is open: that it comes to the front, and reads these files.
struct WindowCall {
  std::vector<std::string> files;  // absolute paths; whether there is anything is for the reader to find out
};

/// Held as long as it lives; the system lets it go when the program dies. The calls stand in the lock's file:
/// paths, each with a NUL behind it; a NUL alone where there are none.
class WindowLock {
 public:
  /// Nothing when another window has it: then that one is called with `files`. A folder that cannot be locked
  /// (it may not be written, or lies on a file system without locks) counts as nobody's. What was left in the
  /// file by a window that died is forgotten.
  static std::optional<WindowLock> take(const std::filesystem::path& library,
                                        const std::vector<std::string>& files = {});

  ~WindowLock();
  WindowLock(WindowLock&& other) noexcept;
  WindowLock& operator=(WindowLock&&) = delete;

  /// What other starts wanted since the last time. Lines that no start of ours writes are left out.
  std::optional<WindowCall> take_call();

 private:
  explicit WindowLock(int file);

  int file_ = -1;  // descriptor; -1: none
  off_t read_to_ = 0;
};

}  // namespace rehearse
