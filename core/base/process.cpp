#include "core/base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

#include "core/base/descriptor.h"

namespace rehearse {
namespace {

constexpr std::size_t kMostErrors = 64 * 1024;

[[noreturn]] void fail(int error, const char* what) {
  throw std::system_error(error, std::generic_category(), what);
}

struct Pipe {
  Descriptor reading;
  Descriptor writing;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(errno, "pipe2");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A file without a name that holds `input`: nothing has to be fed while the output is read, and a program
/// that does not read it all breaks no pipe.
Descriptor input_file(std::string_view input) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (!file.is_open()) fail(errno, "memfd_create");
  while (!input.empty()) {
    const ssize_t count = ::write(file.number(), input.data(), input.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno, "write");
    input.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::lseek(file.number(), 0, SEEK_SET) < 0) fail(errno, "lseek");
  return file;
}

/// The kernel's own timer: readable once the time is over, so that no clock is read here.
Descriptor timer(std::chrono::milliseconds time) {
  Descriptor timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  if (!timer.is_open()) fail(errno, "timerfd_create");
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  itimerspec spec{};
  spec.it_value.tv_sec = seconds.count();
  spec.it_value.tv_nsec = std::chrono::nanoseconds(time - seconds).count();
  if (::timerfd_settime(timer.number(), 0, &spec, nullptr) != 0) fail(errno, "timerfd_settime");
  return timer;
}

/// What a child does between fork and exec.
class Start {
 public:
  Start(const Descriptor& input, const Descriptor& output, const Descriptor& errors) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output.number(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, errors.number(), STDERR_FILENO);
    // A signal that this program ignores or blocks must not be ignored there.
    sigset_t none, ignored;
    sigemptyset(&none);
    sigemptyset(&ignored);
    for (const int signal : {SIGPIPE, SIGXFSZ}) sigaddset(&ignored, signal);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &ignored);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;
  ~Start() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  /// An error number, as posix_spawnp gives it.
  int operator()(pid_t& process, std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string locale = "LC_ALL=C.UTF-8";
    std::array<char*, 2> environment{locale.data(), nullptr};
    return ::posix_spawnp(&process, arguments.front(), &actions_, &attributes_, arguments.data(),
                          environment.data());
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// A running child; killed and waited for when nobody has waited for it.
class Child {
 public:
  explicit Child(pid_t process) : process_(process) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    wait();
  }

  void limit_memory(std::size_t bytes) const {
    const rlimit limit{bytes, bytes};
    ::prlimit(process_, RLIMIT_AS, &limit, nullptr);  // fails only when it has already ended
  }

  /// Readable once it has ended. Closed on a kernel that lacks it: then the ends of its outputs must do.
  Descriptor end() const {
    // Debian 12's <sys/pidfd.h> cannot be linked from C++.
    return Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, process_, 0)));
  }

  int wait() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status;
  }

 private:
  pid_t process_;
};

/// Appends what there is to read and closes at the end.
void drain(Descriptor& from, std::string& into) {
  std::array<char, 65536> bytes;
  const ssize_t count = ::read(from.number(), bytes.data(), bytes.size());
  if (count > 0) into.append(bytes.data(), static_cast<std::size_t>(count));
  if (count == 0 || (count < 0 && errno != EINTR)) from.close();
}

/// Reads both outputs to their ends and waits for the end of the child, or stops at a limit.
ProcessOutcome::End read_all(Descriptor output, Descriptor errors, Descriptor end,
                             const ProcessLimits& limits, ProcessOutcome& outcome) {
  const Descriptor timeout = timer(limits.time);
  std::string more_errors;
  while (output.is_open() || errors.is_open() || end.is_open()) {
    // A closed descriptor is -1, which poll passes over.
    std::array<pollfd, 4> waiting{pollfd{output.number(), POLLIN, 0}, pollfd{errors.number(), POLLIN, 0},
                                  pollfd{timeout.number(), POLLIN, 0}, pollfd{end.number(), POLLIN, 0}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) {
      if (errno == EINTR) continue;
      fail(errno, "poll");
    }
    if (waiting[2].revents != 0) return ProcessOutcome::End::kTimeLimit;
    if (waiting[0].revents != 0) drain(output, outcome.output);
    if (outcome.output.size() > limits.output) return ProcessOutcome::End::kOutputLimit;
    if (waiting[3].revents != 0) end.close();
    if (waiting[1].revents == 0) continue;
    more_errors.clear();
    drain(errors, more_errors);
    outcome.errors += more_errors.substr(0, kMostErrors - outcome.errors.size());
  }
  return ProcessOutcome::End::kExited;
}

}  // namespace

ProcessOutcome run_process(const std::vector<std::string>& words, std::string_view input,
                           const ProcessLimits& limits) {
  ProcessOutcome outcome;
  Pipe output = make_pipe();
  Pipe errors = make_pipe();
  pid_t process = -1;
  {
    const Descriptor file = input_file(input);
    const int error = Start(file, output.writing, errors.writing)(process, words);
    if (error == ENOENT || error == EACCES || error == ENOTDIR) {
      outcome.end = ProcessOutcome::End::kNotInstalled;
      return outcome;
    }
    if (error != 0) fail(error, "posix_spawnp");
  }
  Child child(process);
  child.limit_memory(limits.memory);
  output.writing.close();
  errors.writing.close();
  outcome.end = read_all(std::move(output.reading), std::move(errors.reading), child.end(), limits, outcome);
  if (outcome.end != ProcessOutcome::End::kExited) return outcome;
  const int status = child.wait();
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  if (!WIFEXITED(status)) outcome.end = ProcessOutcome::End::kSignal;
  return outcome;
}

}  // namespace rehearse
