// The door of the sync server to the network: HTTP/1.1, with or without TLS. A handler sees whole requests
// alone, read under limits and deadlines; slow, silent and hostile clients cost a little memory and no
// thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sync/server/front/counters.h"
#include "sync/server/front/limits.h"
#include "sync/server/front/messages.h"
#include "sync/server/front/tls.h"

namespace rehearse::sync {

/// For the log: one for each request that was answered or refused, or whose client left before its answer was
/// sent.
struct FinishedRequest {
  std::chrono::system_clock::time_point at;
  std::string id;
  std::string method;                 // empty when the request was refused before it was whole
  std::string pattern;                // of the route, never the path; empty when none fits
  int status = 0;                     // kClientLeft when nobody was there to read it
  std::chrono::microseconds took{0};  // from the request's first byte to the reply's last
  std::uint64_t bytes_in = 0;         // of the request and the reply, without TLS
  std::uint64_t bytes_out = 0;
  std::string peer;
  std::string refusal;  // the name of why the front answered it, empty for a handler's reply
};
inline constexpr int kClientLeft = 499;

struct FrontOptions {
  std::string address = "127.0.0.1";  // IPv4 or IPv6, in figures
  std::uint16_t port = 0;             // 0: one that is free
  std::size_t workers = 0;            // threads for handlers; 0: one per core, at least two
  std::optional<TlsFiles> tls;
  FrontLimits limits;
  /// Called on the thread of run(): it must not wait for anything.
  std::function<void(const FinishedRequest&)> on_request;
  /// A fault of ours, in words: a handler threw, a new certificate is not used. Called on any thread.
  std::function<void(const std::string&)> on_fault;
};

class Front {
 public:
  /// Listens at once; clients wait until run(). Throws std::runtime_error: the address is not free or not
  /// ours, a certificate cannot be read.
  Front(FrontOptions options, Routes routes);
  ~Front();
  Front(const Front&) = delete;
  Front& operator=(const Front&) = delete;

  std::uint16_t port() const;

  /// Serves until stop(). Then: takes no more connections, closes those that are quiet, answers what was
  /// begun, and returns when that is done or limits.stop is over.
  void run();

  /// From any thread, any number of times, and from a signal's handler.
  void stop() noexcept;
  /// Reads the certificate and its key again for the connections to come; if they cannot be read, the old
  /// ones stay in use and on_fault says so. As stop().
  void reload_tls() noexcept;

  /// From any thread.
  FrontCounters counters() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace rehearse::sync
