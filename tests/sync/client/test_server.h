// A whole sync server on a free port of this computer, for tests of what talks to it. Its clocks stand still
// until they are moved.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "sync/server/server.h"
#include "tests/scratch.h"

namespace rehearse::test {

struct TestServerOptions {
  sync::RequestLimits requests{{1000, 1}, {1'000'000, 1}, {1000, 1}, {1000, 1}, {1000, 1}};
  sync::SyncLimits sync = {};
  std::optional<sync::TlsFiles> tls = {};
  sync::Registration registration = sync::Registration::kInvite;
};

inline constexpr const char* kPassword = "correct horse battery staple";

class TestServer {
 public:
  explicit TestServer(TestServerOptions options = {});
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  /// http://127.0.0.1:PORT, or https://localhost:PORT.
  std::string url() const;
  std::string invite();
  void set_clock(Instant at) { now_ = at.time_since_epoch().count(); }
  Instant now() const { return Instant{std::chrono::milliseconds{now_}}; }
  /// What is asked next waits for nobody: the port is closed.
  void stop();
  sync::Server& server() { return *server_; }

 private:
  Scratch scratch_;
  std::atomic<std::int64_t> now_;
  bool is_safe_;
  std::uint16_t port_ = 0;
  std::unique_ptr<sync::Server> server_;
  std::thread thread_;
};

}  // namespace rehearse::test
