#include "tests/sync/server/server_program.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/scratch.h"

extern char** environ;

namespace rehearse::test {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// With its standard streams on these files.
pid_t start(const std::vector<std::string>& arguments, const ProgramOptions& options, int in, int out,
            int err) {
  std::vector<std::string> words{
      (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "rehearse-sync").string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = options.variables;
  for (char** variable = environ; *variable != nullptr; ++variable) variables.emplace_back(*variable);
  std::vector<char*> word_pointers = pointers_to(words), variable_pointers = pointers_to(variables);
  // Opened here: the build may lie where nobody else may go.
  const int program = ::open(words[0].c_str(), O_RDONLY | O_CLOEXEC);
  const pid_t process = ::fork();
  if (process < 0) throw std::runtime_error("fork");
  if (process > 0) {
    ::close(program);
    return process;
  }
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (options.largest_file) {
    const rlimit limit{*options.largest_file, *options.largest_file};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN);  // the write fails instead
  }
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  constexpr uid_t kNobody = 65534;
  if (options.user == User::kNobody && ::geteuid() == 0 && ::setuid(kNobody) != 0) ::_exit(126);
  ::fexecve(program, word_pointers.data(), variable_pointers.data());
  ::_exit(127);
}

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

int open_file(const std::filesystem::path& file, int flags) {
  const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC, 0600);
  if (descriptor < 0) throw std::runtime_error("cannot open " + file.string());
  return descriptor;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

ProgramOutcome run_program(const std::vector<std::string>& arguments, const ProgramOptions& options) {
  const Scratch scratch;
  std::ofstream(scratch / "in", std::ios::binary) << options.input;
  const int in = open_file(scratch / "in", O_RDONLY), out = open_file(scratch / "out", O_WRONLY | O_CREAT),
            err = open_file(scratch / "err", O_WRONLY | O_CREAT);
  const pid_t process = start(arguments, options, in, out, err);
  for (const int descriptor : {in, out, err}) ::close(descriptor);
  int status = 0;
  ::waitpid(process, &status, 0);
  return {code_of(status), text_of(scratch / "out"), text_of(scratch / "err")};
}

ServingProgram::ServingProgram(const std::filesystem::path& data, const std::filesystem::path& log,
                               const std::vector<std::string>& arguments, const ProgramOptions& options) {
  std::vector<std::string> all{"--data", data.string(), "serve", "--port", std::to_string(options.port),
                               "--json"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  const int in = open_file("/dev/null", O_RDONLY), err = open_file(log, O_WRONLY | O_CREAT | O_APPEND);
  process_ = start(all, options, in, pipe[1], err);
  for (const int descriptor : {in, err, pipe[1]}) ::close(descriptor);
  std::string line;
  for (char c = 0; ::read(pipe[0], &c, 1) == 1 && c != '\n';) line += c;
  ::close(pipe[0]);
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object()) throw std::runtime_error("rehearse-sync does not serve: " + text_of(log));
  const std::string url = json.at("url");
  port_ = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
  invite_ = json.value("invite", "");
  fingerprint_ = json.value("fingerprint", "");
}

ServingProgram::~ServingProgram() {
  if (process_ <= 0) return;
  send(SIGKILL);
  wait();
}

int ServingProgram::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return code_of(status);
}

}  // namespace rehearse::test
