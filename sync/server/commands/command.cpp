#include "sync/server/commands/command.h"

#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/base/store_error.h"
#include "sync/server/server.h"

namespace rehearse::sync {
namespace {

struct ProblemWords {
  std::string_view english;
  const char* chinese;
};

// What a client reads is English alone; here it is a person.
constexpr std::array<ProblemWords, 6> kChinese = {{
    {"the account's name cannot be used", "这个名字不能用作账户名"},
    {"the name is taken", "这个名字已有人使用"},
    {"the password needs 12 characters at least", "密码至少要 12 个字符"},
    {"the password may have 256 characters at most", "密码最多 256 个字符"},
    {"the password is one of the first to be guessed", "这个密码太容易猜到"},
    {"the password is no text", "密码不是文本"},
}};

/// While one exists, what is typed is not shown.
class Unseen {
 public:
  Unseen() {
    is_terminal_ = tcgetattr(STDIN_FILENO, &before_) == 0;
    if (!is_terminal_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~Unseen() {
    if (is_terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool is_terminal_ = false;
};

std::string ask(const Environment& environment, const Words& question) {
  std::string line;
  environment.err << question.in(environment.language) << std::flush;
  const Unseen unseen;
  std::getline(environment.in, line);
  environment.err << '\n';
  return line;
}

}  // namespace

void say(const Environment& environment, const Words& line) {
  environment.out << line.in(environment.language) << '\n';
}

void print(const Environment& environment, const nlohmann::ordered_json& json) {
  environment.out << json.dump(2) << '\n';
}

int report(const Environment& environment, const Error& error) {
  environment.err << "rehearse-sync: " << error.line(environment.language) << '\n';
  return kExitFailure;
}

int report(const Environment& environment, const Problem& problem, const std::string& where) {
  Words what = problem.detail;
  for (const ProblemWords& words : kChinese)
    if (words.english == problem.detail) what.chinese = words.chinese;
  return report(environment, Error{what, where, {}});
}

std::filesystem::path open_folder(const Environment& environment) {
  std::error_code error;
  const bool is_new = std::filesystem::create_directories(environment.folder, error);
  if (is_new) std::filesystem::permissions(environment.folder, std::filesystem::perms::owner_all, error);
  if (error)
    throw StoreError({environment.folder.string() + ": the folder cannot be made: " + error.message(),
                      environment.folder.string() + "：无法建立文件夹：" + error.message()});
  return data_file(environment.folder);
}

std::optional<std::string> ask_password(const Environment& environment) {
  if (!environment.input_is_terminal) {
    std::string line;
    std::getline(environment.in, line);
    return line;
  }
  std::string first = ask(environment, {"password: ", "密码："});
  if (ask(environment, {"once more: ", "再输一遍："}) == first) return first;
  report(environment, Error{{"the two are not the same", "两次输入不一致"}, "", {}});
  return std::nullopt;
}

}  // namespace rehearse::sync
