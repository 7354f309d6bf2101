// Runs the rehearse program as a person types it: arguments, keys on standard input, what it prints, how it
// ends.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse::command_tests {

using Arguments = std::vector<std::string>;

struct Outcome {
  int exit_code = -1;  // 128 + the signal's number when a signal ended it, as a shell says it
  std::string out;
  std::string err;
};

/// One running program, found beside the test program. It dies with the test that started it.
class Program {
 public:
  explicit Program(const Arguments& arguments);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void type(std::string_view keys);
  /// Reads standard output until `enough` says so of all of it so far. False when the program ends before.
  bool read_until(const std::function<bool(std::string_view)>& enough);
  /// SIGINT, as Ctrl-C sends it.
  void interrupt();
  /// SIGKILL: nothing the program could still do happens.
  void kill();
  /// Ends its input and reads on until the program has ended.
  Outcome wait();

 private:
  bool read_some();
  void close_input();

  pid_t process_ = -1;
  int input_ = -1;
  int output_ = -1;
  int errors_ = -1;
  Outcome outcome_;
};

/// Runs the program to its end with `keys` as all of its input.
Outcome run(const Arguments& arguments, std::string_view keys = "");

/// The same on a terminal: what it prints and its errors come together, as `out`. The keys are typed once it
/// has printed something.
Outcome run_on_terminal(const Arguments& arguments, std::string_view keys = "");

/// While one exists, programs that are run speak Chinese.
class SpeakingChinese {
 public:
  SpeakingChinese();
  ~SpeakingChinese();
  SpeakingChinese(const SpeakingChinese&) = delete;
  SpeakingChinese& operator=(const SpeakingChinese&) = delete;

 private:
  std::optional<std::string> before_;
};

/// A folder of the test's own, removed with everything in it at its end.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string path(std::string_view name) const;
  /// Writes a file and gives its path.
  std::string file(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path folder_;
};

std::size_t count_lines(std::string_view text);

}  // namespace rehearse::command_tests
