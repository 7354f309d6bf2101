#include "tests/faults/failing_memory.h"

#include <sqlite3.h>

#include <cstdint>
#include <stdexcept>

namespace rehearse::faults {
namespace {

sqlite3_mem_methods usual;
bool is_watched = false;                   // one thread
std::size_t watched = 0, left = SIZE_MAX;  // until one fails
Lasting how_long = Lasting::kOnce;

bool is_granted() {
  if (!is_watched) return true;
  ++watched;
  if (left == SIZE_MAX) return true;
  if (left > 0) return --left, true;
  if (how_long == Lasting::kOnce) left = SIZE_MAX;
  return false;
}

}  // namespace

void use_failing_memory() {
  if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual) != SQLITE_OK)
    throw std::runtime_error("SQLite is in use already");
  sqlite3_mem_methods failing = usual;
  failing.xMalloc = [](int size) -> void* { return is_granted() ? usual.xMalloc(size) : nullptr; };
  failing.xRealloc = [](void* block, int size) -> void* {
    return is_granted() ? usual.xRealloc(block, size) : nullptr;
  };
  sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
}

void fail_allocation_after(std::size_t allocations, Lasting lasting) {
  left = allocations;
  how_long = lasting;
}

void grant_all_memory() {
  left = SIZE_MAX;
  watched = 0;
}

WatchedMemory::WatchedMemory() { is_watched = true; }
WatchedMemory::~WatchedMemory() { is_watched = false; }

std::size_t allocations_watched() { return watched; }

}  // namespace rehearse::faults
