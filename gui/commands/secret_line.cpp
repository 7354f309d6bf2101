#include "gui/commands/secret_line.h"

#include <termios.h>
#include <unistd.h>

#include <istream>
#include <ostream>

namespace rehearse {
namespace {

/// While one exists the terminal shows nothing of what is typed. Ctrl+C ends the program as ever: the shell
/// puts its terminal right again.
class EchoOff {
 public:
  EchoOff() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    is_off_ = true;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent.c_lflag |= ECHONL;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~EchoOff() {
    if (is_off_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  EchoOff(const EchoOff&) = delete;
  EchoOff& operator=(const EchoOff&) = delete;

 private:
  termios before_{};
  bool is_off_ = false;
};

std::optional<std::string> read_line(const Environment& environment) {
  std::string line;
  if (!std::getline(environment.in, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

/// In one piece, so that nothing typed early comes between.
void ask(const Environment& environment, const Words& question) {
  const std::string line =
      question.in(environment.language) + (environment.language == Language::kChinese ? "：" : ": ");
  if (environment.input_is_terminal) environment.err << line << std::flush;
}

}  // namespace

std::optional<std::string> read_secret(const Environment& environment, const Words& question) {
  if (!environment.input_is_terminal) return read_line(environment);
  const EchoOff silent;
  ask(environment, question);  // afterwards: what is typed early is not shown either
  return read_line(environment);
}

std::optional<std::string> read_answer(const Environment& environment, const Words& question) {
  ask(environment, question);
  return read_line(environment);
}

}  // namespace rehearse
