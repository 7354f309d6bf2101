// Many clients at once from one thread: each sends its next request when its last was answered.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "tests/bench/sync/load_connection.h"

namespace rehearse::bench {

/// The next request of a client, all its bytes; `last`: the reply to the one before, null at first.
using NextRequest = std::function<std::string(std::size_t client, const LoadReply* last)>;

struct LoadResult {
  double per_second = 0;  // replies
  double p50_ms = 0, p99_ms = 0, longest_ms = 0;
  double own_seconds = 0;  // of the processor, used by this side, for each second of the clock
};

/// `clients` connections to the port for so long. Throws std::runtime_error for a reply that is none of 200.
LoadResult run_load(std::uint16_t port, const LoadTransport& transport, std::size_t clients,
                    std::chrono::milliseconds time, const NextRequest& next);

/// Connections that have asked for one thing and are quiet since.
std::vector<LoadConnection> idle_connections(std::uint16_t port, const LoadTransport& transport,
                                             std::size_t count);

/// Of the processor, used by this thread.
double thread_seconds();

/// GET /healthz.
std::string health_request();

}  // namespace rehearse::bench
