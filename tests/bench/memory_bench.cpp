#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/base/file.h"
#include "tests/bench/bank.h"
#include "tests/bench/bench.h"
#include "tests/scratch.h"

namespace rehearse::bench {
namespace {

constexpr double kMegabyte = 1e6;

/// Runs `program` to its end, its output thrown away, and gives the most memory it held at once: MB. What
/// this process held when it called is a lower bound of that (Linux counts the child from its fork on).
double peak_memory_mb(const std::filesystem::path& program, const std::filesystem::path& document) {
  const pid_t child = fork();
  if (child < 0) std::abort();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0) _exit(1);
    execl(program.c_str(), program.c_str(), "parse", document.c_str(), "--json", nullptr);
    _exit(1);
  }
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) != child || status != 0) std::abort();
  return static_cast<double>(used.ru_maxrss) * 1024 / kMegabyte;
}

Figure measure_parsing(const char* name, std::string_view text) {
  const test::Scratch scratch;
  const std::filesystem::path document = scratch / "bank.txt";
  if (write_file(document, text)) {
    const std::filesystem::path program =
        std::filesystem::read_symlink("/proc/self/exe").parent_path() / "rehearse";
    const double limit = 8 * static_cast<double>(text.size()) / kMegabyte + 64;
    return {name, peak_memory_mb(program, document), limit, "8 times the text and 64 MB", "MB"};
  }
  std::abort();
}

}  // namespace

std::vector<Figure> measure_memory() {
  const std::string bank = varied_bank(10'000'000);
  return {measure_parsing("memory of parse --json, a bank of 10 MB", bank),
          measure_parsing("memory of it as a site turned it round", mirrored(bank))};
}

}  // namespace rehearse::bench
