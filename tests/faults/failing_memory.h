// SQLite's memory with an allocation that fails: SQLite's own way of trying what a machine without memory
// does to it.
#pragma once

#include <cstddef>

namespace rehearse::faults {

enum class Lasting { kOnce, kFromThereOn };

/// Once, before anything is opened. Until fail_after() all is granted.
void use_failing_memory();

/// The allocation after `allocations` more fails, of those that are asked for while they are watched.
void fail_allocation_after(std::size_t allocations, Lasting lasting);
void grant_all_memory();

/// While it lives allocations are counted, and fail.
class WatchedMemory {
 public:
  WatchedMemory();
  ~WatchedMemory();
  WatchedMemory(const WatchedMemory&) = delete;
  WatchedMemory& operator=(const WatchedMemory&) = delete;
};

/// Watched ones since grant_all_memory().
std::size_t allocations_watched();

}  // namespace rehearse::faults
