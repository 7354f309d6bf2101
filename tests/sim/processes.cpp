#include "tests/sim/processes.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace rehearse::sim {
namespace {

void start(const Work& work) {
  std::fflush(nullptr);
  const pid_t process = fork();
  if (process < 0) throw std::runtime_error("no process could be started");
  if (process > 0) return;
  const bool is_fine = work();
  std::fflush(nullptr);
  _exit(is_fine ? EXIT_SUCCESS : EXIT_FAILURE);  // what the first process made is its own to take away
}

/// Of any process.
bool wait_for_one() {
  int status = 0;
  const pid_t process = wait(&status);
  if (process > 0 && WIFSIGNALED(status))
    std::printf("process %d ended by signal %d\n", static_cast<int>(process), WTERMSIG(status));
  return process > 0 && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

}  // namespace

bool do_all(const std::vector<Work>& works, std::size_t at_once) {
  bool are_fine = true;
  if (at_once < 2) {
    for (const Work& work : works) are_fine &= work();
    return are_fine;
  }
  std::size_t running = 0;
  for (const Work& work : works) {
    for (; running >= at_once; --running) are_fine &= wait_for_one();
    start(work);
    ++running;
  }
  for (; running > 0; --running) are_fine &= wait_for_one();
  return are_fine;
}

bool do_in_a_copy(const Work& work) {
  start(work);
  return wait_for_one();
}

}  // namespace rehearse::sim
