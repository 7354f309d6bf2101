// The sync server's program. Main is the only place that reads the clock and the environment.
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "core/base/freed_memory.h"
#include "core/base/store_error.h"
#include "sync/server/commands/commands.h"

namespace {

using namespace rehearse;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// REHEARSE_SYNC_DATA, else the XDG state folder.
std::filesystem::path default_folder() {
  if (const std::string folder = variable("REHEARSE_SYNC_DATA"); !folder.empty()) return folder;
  if (const std::string state = variable("XDG_STATE_HOME"); !state.empty())
    return std::filesystem::path(state) / "rehearse-sync";
  return std::filesystem::path(variable("HOME")) / ".local/state/rehearse-sync";
}

Language language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const std::string locale = variable(name); !locale.empty())
      return locale.starts_with("zh") ? Language::kChinese : Language::kEnglish;
  return Language::kEnglish;
}

Instant read_clock() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

int main(int argc, char** argv) try {
  if (sodium_init() < 0) {
    std::cerr << "rehearse-sync: this system gives no random numbers\n";
    return sync::kExitFailure;
  }
  // What is made here is nobody else's: passwords' hashes and people's cards are in it.
  umask(S_IRWXG | S_IRWXO);
  return_large_blocks_when_freed();
  sync::Environment environment{{read_clock, [] { return std::chrono::steady_clock::now(); }},
                                default_folder(),
                                variable("REHEARSE_SYNC_STORE"),
                                language(),
                                isatty(STDIN_FILENO) == 1,
                                std::cin,
                                std::cout,
                                std::cerr};
  const int exit_code = sync::run_command(argc, argv, environment);
  if (std::cout.flush()) return exit_code;
  std::cerr << "rehearse-sync: the output could not be written: is the disk full?\n";
  return sync::kExitFailure;
} catch (const StoreError& error) {
  std::cerr << "rehearse-sync: " << error.words().in(language()) << '\n';
  return sync::kExitFailure;
} catch (const std::exception& error) {
  std::cerr << "rehearse-sync: " << error.what() << '\n';
  return sync::kExitFailure;
}
