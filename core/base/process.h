// Another program's work on bytes we have: started without a shell, fed and read within limits.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

struct ProcessLimits {
  std::chrono::milliseconds time;  // on the wall, from the start
  std::size_t output;              // bytes on its standard output
  std::size_t memory;              // bytes of address space
};

struct ProcessOutcome {
  enum class End {
    kExited,
    kNotInstalled,  // there is no such program on the PATH
    kTimeLimit,
    kOutputLimit,
    kSignal,  // it crashed, or met its memory limit
  };
  End end = End::kExited;
  int exit_code = 0;   // with kExited
  std::string output;  // with kExited all of it
  std::string errors;  // the first 64 KiB of its standard error
};

/// Runs `words` (the program's name or path, then its arguments) with `input` as its standard input and no
/// environment but LC_ALL=C.UTF-8, and waits for it. The name is searched for on the PATH. Past a limit the
/// program is killed. Throws std::system_error when the machine has no processes, memory or descriptors left.
ProcessOutcome run_process(const std::vector<std::string>& words, std::string_view input,
                           const ProcessLimits& limits);

}  // namespace rehearse
