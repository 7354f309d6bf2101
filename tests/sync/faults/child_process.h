// A program of ours as a process of its own, which can be ended in the middle of anything.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace rehearse::test {

class ChildProcess {
 public:
  /// `program` stands beside this one. What it prints, and its errors, go to `output`; it reads `input`.
  ChildProcess(const std::string& program, std::vector<std::string> arguments,
               const std::filesystem::path& output, const std::filesystem::path& input = "/dev/null");
  /// Killed, if it still runs.
  ~ChildProcess();
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;

  /// Waits for its end at most so long: whether it has ended.
  bool ends_within(std::chrono::milliseconds time);
  /// SIGKILL: nothing it could still do happens. False when it had ended before.
  bool kill();
  /// Of a program that has ended; 128 + the signal's number when a signal ended it.
  int exit_code() const { return exit_code_; }

 private:
  pid_t process_ = -1;  // -1: it has ended, and was waited for
  int handle_ = -1;     // pidfd
  int exit_code_ = -1;
};

}  // namespace rehearse::test
