#include "tests/sync/faults/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace rehearse::test {
namespace {

int opened(const std::filesystem::path& file, int flags) {
  const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC, 0600);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), file.string());
  return descriptor;
}

}  // namespace

ChildProcess::ChildProcess(const std::string& program, std::vector<std::string> arguments,
                           const std::filesystem::path& output, const std::filesystem::path& input) {
  arguments.insert(arguments.begin(),
                   (std::filesystem::read_symlink("/proc/self/exe").parent_path() / program).string());
  std::vector<char*> words;
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  const int in = opened(input, O_RDONLY), out = opened(output, O_WRONLY | O_CREAT | O_TRUNC);
  process_ = ::fork();
  if (process_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    ::execv(words[0], words.data());
    ::_exit(127);
  }
  ::close(in);
  ::close(out);
  handle_ = static_cast<int>(::syscall(SYS_pidfd_open, process_, 0));
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      handle_(std::exchange(other.handle_, -1)),
      exit_code_(other.exit_code_) {}

ChildProcess::~ChildProcess() {
  kill();
  if (handle_ >= 0) ::close(handle_);
}

bool ChildProcess::ends_within(std::chrono::milliseconds time) {
  if (process_ < 0) return true;
  pollfd ended{handle_, POLLIN, 0};
  if (::poll(&ended, 1, static_cast<int>(time.count())) != 1) return false;
  int status = 0;
  ::waitpid(std::exchange(process_, -1), &status, 0);
  exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return true;
}

bool ChildProcess::kill() {
  if (ends_within(std::chrono::milliseconds{0})) return false;
  ::kill(process_, SIGKILL);
  ends_within(std::chrono::seconds{10});
  return true;
}

}  // namespace rehearse::test
