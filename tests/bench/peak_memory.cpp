#include "tests/bench/peak_memory.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>

namespace rehearse::bench {
namespace {

constexpr double kMegabyte = 1e6;

void must(bool done) {
  if (!done) std::abort();
}

double run(const std::vector<std::string>& words) {
  const std::filesystem::path program =
      std::filesystem::read_symlink("/proc/self/exe").parent_path() / "rehearse";
  const pid_t child = fork();
  must(child >= 0);
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0) _exit(1);
    std::vector<char*> arguments{const_cast<char*>(program.c_str())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execv(program.c_str(), arguments.data());
    _exit(1);
  }
  int status = 0;
  rusage used{};
  must(wait4(child, &status, 0, &used) == child && status == 0);
  return static_cast<double>(used.ru_maxrss) * 1024 / kMegabyte;
}

/// Words, each ended by a zero byte, and an empty one at the end.
std::vector<std::string> read_words(int from) {
  std::vector<std::string> words;
  std::string word;
  for (char c = 0; read(from, &c, 1) == 1;) {
    if (c != '\0') {
      word += c;
    } else if (word.empty()) {
      return words;
    } else {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return {};
}

}  // namespace

SmallParent::SmallParent() {
  std::array<int, 2> down{}, up{};
  must(pipe(down.data()) == 0 && pipe(up.data()) == 0);
  process_ = fork();
  must(process_ >= 0);
  if (process_ == 0) {
    close(down[1]);
    close(up[0]);
    for (auto words = read_words(down[0]); !words.empty(); words = read_words(down[0])) {
      const double peak = run(words);
      must(write(up[1], &peak, sizeof peak) == sizeof peak);
    }
    _exit(0);
  }
  close(down[0]);
  close(up[1]);
  to_ = down[1];
  from_ = up[0];
}

SmallParent::~SmallParent() {
  close(to_);
  close(from_);
  waitpid(process_, nullptr, 0);
}

double SmallParent::peak_memory_mb(const std::vector<std::string>& arguments) {
  std::string words;
  for (const std::string& argument : arguments) (words += argument) += '\0';
  words += '\0';
  must(write(to_, words.data(), words.size()) == static_cast<ssize_t>(words.size()));
  double peak = 0;
  must(read(from_, &peak, sizeof peak) == sizeof peak);
  return peak;
}

}  // namespace rehearse::bench
