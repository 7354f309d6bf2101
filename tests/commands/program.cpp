#include "tests/commands/program.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace rehearse::command_tests {

namespace {

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

struct Pipe {
  int read = -1;
  int write = -1;
};

// Closed on exec: a second program that held this one's input open would keep it waiting for the end.
Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  return {ends[0], ends[1]};
}

std::string program_path() {
  return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "rehearse").string();
}

/// As exec wants them: they point into `words`.
std::vector<char*> pointers_to(Arguments& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

void close_if_open(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

// Appends what there is to read. False at the end, and then it is closed.
bool drain(int& descriptor, std::string& into) {
  std::array<char, 4096> bytes{};
  const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
  if (count > 0) into.append(bytes.data(), static_cast<std::size_t>(count));
  if (count == 0) close_if_open(descriptor);
  return count > 0;
}

}  // namespace

Program::Program(const Arguments& arguments) {
  // A program that has already ended must show as a failed check, not end the test with SIGPIPE.
  std::signal(SIGPIPE, SIG_IGN);
  Arguments words{program_path()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers = pointers_to(words);

  const Pipe in = make_pipe();
  const Pipe out = make_pipe();
  const Pipe err = make_pipe();
  process_ = ::fork();
  if (process_ < 0) fail("fork");
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_DFL);
    ::dup2(in.read, STDIN_FILENO);
    ::dup2(out.write, STDOUT_FILENO);
    ::dup2(err.write, STDERR_FILENO);
    ::execv(pointers[0], pointers.data());
    ::_exit(127);
  }
  ::close(in.read);
  ::close(out.write);
  ::close(err.write);
  input_ = in.write;
  output_ = out.read;
  errors_ = err.read;
}

Program::~Program() {
  if (process_ > 0) kill();
  close_input();
  close_if_open(output_);
  close_if_open(errors_);
}

void Program::type(std::string_view keys) {
  while (!keys.empty()) {
    const ssize_t count = ::write(input_, keys.data(), keys.size());
    if (count < 0) return;  // it has ended: its outcome says more than this would
    keys.remove_prefix(static_cast<std::size_t>(count));
  }
}

bool Program::read_until(const std::function<bool(std::string_view)>& enough) {
  while (!enough(outcome_.out)) {
    if (output_ < 0 || !read_some()) return false;
  }
  return true;
}

// Waits until one of the two outputs has something. False when both have ended.
bool Program::read_some() {
  std::array<pollfd, 2> waiting{pollfd{output_, POLLIN, 0}, pollfd{errors_, POLLIN, 0}};
  if (output_ < 0 && errors_ < 0) return false;
  if (::poll(waiting.data(), waiting.size(), -1) < 0) fail("poll");
  if (waiting[0].revents != 0) drain(output_, outcome_.out);
  if (waiting[1].revents != 0) drain(errors_, outcome_.err);
  return true;
}

void Program::interrupt() { ::kill(process_, SIGINT); }

void Program::kill() {
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

Outcome Program::wait() {
  close_input();
  while (read_some()) {
  }
  int status = 0;
  if (::waitpid(process_, &status, 0) < 0) fail("waitpid");
  process_ = -1;
  outcome_.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome_;
}

void Program::close_input() { close_if_open(input_); }

Outcome run(const Arguments& arguments, std::string_view keys) {
  Program program(arguments);
  program.type(keys);
  return program.wait();
}

Outcome run_on_terminal(const Arguments& arguments, std::string_view keys) {
  Arguments words{program_path()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers = pointers_to(words);
  int terminal = -1;
  const pid_t process = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  if (process < 0) fail("forkpty");
  if (process == 0) {
    ::execv(pointers[0], pointers.data());
    ::_exit(127);
  }
  Outcome outcome;
  std::array<char, 4096> bytes{};
  // Reading fails, rather than ends, when nobody has the terminal open any more.
  for (ssize_t count = 0; (count = ::read(terminal, bytes.data(), bytes.size())) > 0;) {
    outcome.out.append(bytes.data(), static_cast<std::size_t>(count));
    if (!keys.empty() && ::write(terminal, keys.data(), keys.size()) < 0) fail("write");
    keys = {};
  }
  ::close(terminal);
  int status = 0;
  if (::waitpid(process, &status, 0) < 0) fail("waitpid");
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

SpeakingChinese::SpeakingChinese() {
  if (const char* language = std::getenv("LC_ALL")) before_ = language;
  ::setenv("LC_ALL", "zh_CN.UTF-8", 1);
}

SpeakingChinese::~SpeakingChinese() {
  if (before_)
    ::setenv("LC_ALL", before_->c_str(), 1);
  else
    ::unsetenv("LC_ALL");
}

Scratch::Scratch() {
  std::string pattern = (std::filesystem::temp_directory_path() / "rehearse-test.XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) fail("mkdtemp");
  folder_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string Scratch::path(std::string_view name) const { return (folder_ / name).string(); }

std::string Scratch::file(std::string_view name, std::string_view bytes) const {
  std::ofstream stream(folder_ / name, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) throw std::runtime_error("cannot write " + path(name));
  return path(name);
}

std::size_t count_lines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace rehearse::command_tests
