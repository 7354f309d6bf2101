// What has to be true after everything a hostile client can do, whatever server it was done to: nothing of it
// is still held, and the next request is answered at once.
#pragma once

#include <chrono>
#include <cstddef>

namespace rehearse::test {

/// What one attack may leave behind in memory: bytes.
inline constexpr std::size_t kMemoryGrowth = 5 * 1024 * 1024;

/// Bytes that this process holds: of the heap, under a sanitizer, which gives nothing back; else resident.
std::size_t held_memory();
/// Within the patience of a client: a worker lets go of a request a moment after its reply was sent.
bool memory_comes_below(std::size_t limit);

/// Prints how long the next request took. Tests do not judge by the clock, but where the environment says
/// REHEARSE_NEXT_REQUEST_MS a longer time is a fault: on a machine that does nothing else.
void judge_next_request(std::chrono::steady_clock::duration took);

}  // namespace rehearse::test
