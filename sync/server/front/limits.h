// What one client and all clients together may take of the server.
#pragma once

#include <chrono>
#include <cstddef>

namespace rehearse::sync {

struct FrontLimits {
  // One request.
  std::size_t head_bytes = 16 * 1024;  // first line and headers with their line ends
  std::size_t headers = 100;
  std::size_t target_bytes = 2 * 1024;  // path and query
  std::size_t body_bytes = 1024 * 1024;
  std::size_t reply_bytes = 16 * 1024 * 1024;

  // All of them.
  std::size_t connections = 10'000;
  std::size_t queued = 2'000;  // whole requests that wait for a worker
  // Bodies that are read and replies that are not yet sent. Bodies may take half: when they do, only small
  // requests go on being read.
  std::size_t held_bytes = 128 * 1024 * 1024;

  // A whole head or body or reply has this long: a byte now and then does not prolong it.
  std::chrono::milliseconds idle{15'000};
  std::chrono::milliseconds head{5'000};  // a TLS handshake too
  std::chrono::milliseconds body{30'000};
  std::chrono::milliseconds write{10'000};
  // After a last reply: how long the client may take to read it and close, and how much of what it still
  // sends is read and dropped meanwhile. A socket closed with unread bytes takes the reply away from the
  // client.
  std::chrono::milliseconds linger{1'000};
  std::size_t linger_bytes = 4 * 1024 * 1024;
  // After stop(): how long what was begun may take to end.
  std::chrono::milliseconds stop{10'000};
  // How late a deadline may be noticed.
  std::chrono::milliseconds resolution{100};
};

/// Deadlines are moments of the clock that never jumps; it is passed in.
using Moment = std::chrono::steady_clock::time_point;

}  // namespace rehearse::sync
