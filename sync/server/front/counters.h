// What the front has done since it started, for /metrics.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "sync/server/front/refusal.h"

namespace rehearse::sync {

struct FrontCounters {
  std::uint64_t connections_open = 0;
  std::uint64_t connections = 0;
  std::uint64_t requests = 0;  // whole ones, those refused for want of room with them
  std::uint64_t bytes_in = 0;  // of the sockets, TLS and all
  std::uint64_t bytes_out = 0;
  std::uint64_t held_bytes = 0;  // bodies read and replies not yet sent, at this moment
  std::uint64_t tls_failures = 0;
  std::array<std::uint64_t, kRefusals> refused{};  // by Refusal
};

/// Written by one thread, read by any.
class CounterBoard {
 public:
  using Counter = std::atomic<std::uint64_t>;
  Counter connections_open{0}, connections{0}, requests{0}, bytes_in{0}, bytes_out{0}, held_bytes{0},
      tls_failures{0};
  std::array<Counter, kRefusals> refused{};

  FrontCounters read() const {
    FrontCounters counters{connections_open, connections, requests,     bytes_in,
                           bytes_out,        held_bytes,  tls_failures, {}};
    for (std::size_t i = 0; i < kRefusals; ++i) counters.refused[i] = refused[i];
    return counters;
  }
};

}  // namespace rehearse::sync
