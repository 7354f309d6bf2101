// A whole server on a free port of 127.0.0.1, whose clocks stand still until they are moved, and people who
// use it.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sync/protocol/sync_message.h"
#include "sync/server/server.h"
#include "tests/scratch.h"
#include "tests/sync/front/client.h"
#include "tests/sync/server/store_under_test.h"

namespace rehearse::test {

inline constexpr const char* kGoodPassword = "correct horse battery staple";

/// The cheapest hash there is: what it costs is not what is tested.
sync::HashCost cheap_hash();

struct Call {
  std::string method, target;
  std::string body = {};
  std::string token = {};
  std::string headers = {};  // further ones, with their line ends
};

/// A device that is signed in.
struct Person {
  std::string account, device, token;
};

class RunningServer {
 public:
  /// `folder`: of its data, where that is in a file; empty: one of its own. Throws what sync::Server throws.
  explicit RunningServer(sync::RequestLimits limits = {}, std::vector<std::string> proxies = {},
                         sync::SyncLimits sync_limits = {},
                         sync::Registration registration = sync::Registration::kInvite,
                         const std::filesystem::path& folder = {});
  ~RunningServer();

  /// Stops it and starts it again on the same data.
  void restart();

  ClientReply call(const Call& call);
  /// The value of a member of a reply's JSON object; empty when it is none.
  static std::string member(const ClientReply& reply, const char* name);
  /// The last part of the problem's type.
  static std::string slug(const ClientReply& reply);

  /// A new account, with an invite of its own.
  Person sign_up(const std::string& name, const std::string& password = kGoodPassword);
  std::string invite(std::int64_t uses = 1);
  Person sign_in(const std::string& name, const std::string& password = kGoodPassword);

  ClientReply sync_body(const Person& person, const std::string& body,
                        const std::string& type = "application/x-ops");
  /// Sends the lines to the person's own scope and reads what is behind the cursor.
  std::optional<sync::SyncReply> sync(const Person& person, const std::vector<std::string>& lines,
                                      const sync::StreamCursor& cursor = {});
  /// Of the person's own stream.
  std::int64_t ops_of(const Person& person);

  void pass(std::chrono::milliseconds time) { wall_ms_ += time.count(), steady_ms_ += time.count(); }
  /// The clock that people set, alone.
  void set_clock(std::chrono::milliseconds by) { wall_ms_ += by.count(); }
  Instant now() const { return Instant{std::chrono::milliseconds{wall_ms_}}; }

  sync::Server& server() { return *server_; }
  std::uint16_t port() const { return server_->port(); }
  std::filesystem::path file() const { return folder_ / "server.sqlite"; }
  /// Every chain of it, computed again.
  sync::ServerCheck check() const { return test::check(place_); }
  /// All of it; stops the server so that no line is missing.
  std::string log();

 private:
  void start();
  void stop();

  Scratch scratch_;
  std::filesystem::path folder_;
  sync::DataPlace place_;
  sync::RequestLimits limits_;
  std::vector<std::string> proxies_;
  sync::SyncLimits sync_limits_;
  sync::Registration registration_;
  std::atomic<std::int64_t> wall_ms_{1'800'000'000'000}, steady_ms_{0};
  std::mutex mutex_;
  std::string log_;
  std::unique_ptr<sync::Server> server_;
  std::thread thread_;
};

/// An op of an account's own log: a valid line that no other call gives.
std::string some_op(int number, const std::string& device = "4f1d2c3b4a596877");

/// What has to be true after everything a client can do: the next one is served at once, the neighbour has
/// what he had, and memory is where it was.
class ServerGate {
 public:
  explicit ServerGate(RunningServer& server);
  void check();

 private:
  RunningServer& server_;
  Person neighbour_;
  std::size_t held_before_;
};

}  // namespace rehearse::test
