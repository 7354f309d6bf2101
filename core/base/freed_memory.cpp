#include "core/base/freed_memory.h"

#include <cstdlib>  // says whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace rehearse {

#ifdef __GLIBC__

void return_large_blocks_when_freed() {
  // By itself glibc takes each large block that was freed as a reason to keep blocks up to that size, and
  // twice as much at the end of its heap: after a look at the plan of a large deck that is tens of megabytes.
  constexpr int kLargeBlock = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, kLargeBlock);
  mallopt(M_TRIM_THRESHOLD, kLargeBlock);
  // A heap for each thread would keep its own share: one for the main thread, one for what goes on beside it.
  mallopt(M_ARENA_MAX, 2);
}

void return_freed_memory() { malloc_trim(0); }

#else

void return_large_blocks_when_freed() {}
void return_freed_memory() {}

#endif

}  // namespace rehearse
