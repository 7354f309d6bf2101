#include "tests/faults/kill_child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <stdexcept>
#include <system_error>

namespace rehearse::test {
namespace {

using std::chrono::microseconds;
using Clock = std::chrono::steady_clock;

constexpr const char* kBegin = "begin";
constexpr int kThrown = 98;
constexpr microseconds kLongestWork = std::chrono::minutes{2};

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

/// A process with a pipe out of it.
class Child {
 public:
  explicit Child(const std::function<void(const Voice&)>& work) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) fail("pipe");
    process_ = ::fork();
    if (process_ < 0) fail("fork");
    if (process_ == 0) {
      ::close(pipe[0]);
      run(work, Voice(pipe[1]));
    }
    ::close(pipe[1]);
    lines_ = pipe[0];
    ::fcntl(lines_, F_SETFL, O_NONBLOCK);
    handle_ = static_cast<int>(::syscall(SYS_pidfd_open, process_, 0));
    if (handle_ < 0) fail("pidfd_open");
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (process_ > 0) {
      ::kill(process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
    }
    ::close(lines_);
    ::close(handle_);
  }

  /// Takes in what it says until the first line is here.
  void wait_for_begin() {
    while (text_.find('\n') == std::string::npos && !has_ended_) listen(kLongestWork);
    begin_ = Clock::now();
  }
  /// Whether it has ended by then, counted from its begin.
  bool ends_by(microseconds life) {
    while (!has_ended_) {
      const auto left = std::chrono::duration_cast<microseconds>(begin_ + life - Clock::now());
      if (left <= microseconds{0}) return false;
      listen(left);
    }
    return true;
  }
  void kill() { ::kill(process_, SIGKILL); }

  Ending end() {
    if (!ends_by(kLongestWork)) throw std::runtime_error("a process does not come to its end");
    Ending ending;
    ending.lasted = std::chrono::duration_cast<microseconds>(Clock::now() - begin_);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    while (read_some()) {
    }
    ending.was_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    ending.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    std::size_t from = 0;
    for (std::size_t to; (to = text_.find('\n', from)) != std::string::npos; from = to + 1)
      if (const std::string line = text_.substr(from, to - from); line != kBegin) ending.said.push_back(line);
    return ending;
  }

 private:
  [[noreturn]] static void run(const std::function<void(const Voice&)>& work, const Voice& voice) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    int code = 0;
    try {
      voice.say(kBegin);
      work(voice);
    } catch (const std::exception& error) {
      voice.say(std::string("! ") + error.what());
      code = kThrown;
    }
    ::_exit(code);
  }

  bool read_some() {
    std::array<char, 16'384> bytes{};
    const ssize_t count = ::read(lines_, bytes.data(), bytes.size());
    if (count <= 0) return false;
    text_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
  }

  /// Until it says something or ends, at most so long.
  void listen(microseconds most) {
    std::array<pollfd, 2> events{{{lines_, POLLIN, 0}, {handle_, POLLIN, 0}}};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(most);
    const timespec wait{seconds.count(), std::chrono::nanoseconds(most - seconds).count()};
    if (::ppoll(events.data(), events.size(), &wait, nullptr) <= 0) return;
    if ((events[0].revents & POLLIN) != 0) read_some();
    has_ended_ = (events[1].revents & POLLIN) != 0;
  }

  pid_t process_ = -1;
  int lines_ = -1, handle_ = -1;
  bool has_ended_ = false;
  std::string text_;
  Clock::time_point begin_;
};

}  // namespace

void Voice::say(const std::string& line) const {
  const std::string whole = line + '\n';
  if (::write(descriptor_, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) ::_exit(97);
}

Ending work_in_child(const std::function<void(const Voice&)>& work, std::optional<microseconds> life) {
  Child child(work);
  child.wait_for_begin();
  if (life && !child.ends_by(*life)) child.kill();
  return child.end();
}

Ending work_beside(const std::function<void(const Voice&)>& work, std::optional<microseconds> life,
                   const std::function<void()>& accident) {
  Child child(work);
  child.wait_for_begin();
  const bool is_hit = life && !child.ends_by(*life);
  if (is_hit) accident();
  Ending ending = child.end();
  ending.was_killed = is_hit;
  if (is_hit) ending.lasted = *life;
  return ending;
}

std::optional<microseconds> UsualLength::moment(double share) const {
  constexpr double kBehindTheEnd = 1.15;
  if (usual_us_ == 0) return std::nullopt;
  return microseconds{static_cast<std::int64_t>(usual_us_ * share * kBehindTheEnd)};
}

void UsualLength::note(const Ending& ending) {
  constexpr double kNew = 0.3;
  const auto lasted = static_cast<double>(ending.lasted.count());
  if (usual_us_ == 0)
    usual_us_ = lasted;
  else
    usual_us_ = ending.was_killed ? std::max(usual_us_, lasted) : usual_us_ * (1 - kNew) + lasted * kNew;
}

}  // namespace rehearse::test
