// The program rehearse-sync as a person runs it, found beside the test program.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rehearse::test {

struct ProgramOutcome {
  int exit_code = -1;  // 128 + the signal's number when a signal ended it
  std::string out, err;
};

/// Root may read and write everything: what a person is refused can only be seen from another user.
enum class User { kSelf, kNobody };

struct ProgramOptions {
  std::string input;                           // all of it
  std::vector<std::string> variables;          // NAME=value, beside those of the tests
  std::optional<std::uintmax_t> largest_file;  // no file that it writes may be larger: a full disk
  User user = User::kSelf;                     // kNobody: where root runs the tests
  std::uint16_t port = 0;                      // to serve on; 0: a free one
};

/// Runs it to its end.
ProgramOutcome run_program(const std::vector<std::string>& arguments, const ProgramOptions& options = {});

/// `serve --json`, with its log in a file; killed when this goes.
class ServingProgram {
 public:
  ServingProgram(const std::filesystem::path& data, const std::filesystem::path& log,
                 const std::vector<std::string>& arguments = {}, const ProgramOptions& options = {});
  ~ServingProgram();
  ServingProgram(const ServingProgram&) = delete;
  ServingProgram& operator=(const ServingProgram&) = delete;

  std::uint16_t port() const { return port_; }
  pid_t process() const { return process_; }
  /// Until wait().
  bool is_running() const { return process_ > 0; }
  /// Of the line it printed; empty when it is not there.
  const std::string& invite() const { return invite_; }
  const std::string& fingerprint() const { return fingerprint_; }

  void send(int signal) const { ::kill(process_, signal); }
  /// Waits for its end: the exit code.
  int wait();

 private:
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
  std::string invite_, fingerprint_;
};

}  // namespace rehearse::test
