#include "tests/sync/gate.h"

#include <doctest/doctest.h>
#include <malloc.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <thread>

#include "tests/sync/front/client.h"

// As in sanitizer/allocator_interface.h, which Debian's GCC comes without. There in a program with a
// sanitizer, of which this file itself may know nothing.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" [[gnu::weak]] std::size_t __sanitizer_get_current_allocated_bytes();

namespace rehearse::test {

std::size_t held_memory() {
  if (__sanitizer_get_current_allocated_bytes != nullptr) return __sanitizer_get_current_allocated_bytes();
  malloc_trim(0);
  std::size_t size = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

bool memory_comes_below(std::size_t limit) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (held_memory() >= limit && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));  // nothing tells of it: between two looks
  return held_memory() < limit;
}

void judge_next_request(std::chrono::steady_clock::duration took) {
  const std::chrono::duration<double, std::milli> ms = took;
  MESSAGE("next request: ", ms.count(), " ms");
  if (const char* most = std::getenv("REHEARSE_NEXT_REQUEST_MS")) CHECK(ms.count() < std::atof(most));
}

}  // namespace rehearse::test
