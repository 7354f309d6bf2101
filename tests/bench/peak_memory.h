// The most memory a program held at once, as its user would see it.
#pragma once

#include <sys/types.h>
#include <string>
#include <vector>

namespace rehearse::bench {

/// Runs programs from a process that is as small as this one was when it was made: Linux counts a child's
/// memory from its fork on.
class SmallParent {
 public:
  SmallParent();
  ~SmallParent();
  SmallParent(const SmallParent&) = delete;
  SmallParent& operator=(const SmallParent&) = delete;

  /// Runs `rehearse`, which stands beside this program, to its end, its output thrown away. MB.
  double peak_memory_mb(const std::vector<std::string>& arguments);

 private:
  int to_ = -1, from_ = -1;  // pipes to the process
  pid_t process_ = -1;
};

}  // namespace rehearse::bench
