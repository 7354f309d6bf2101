// The server of a simulation: the product's service and store over a fake disk.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "sync/server/groups/groups.h"
#include "sync/server/store/sqlite_stream_store.h"
#include "sync/server/sync_service.h"
#include "tests/sim/fake_disk.h"
#include "tests/sim/rules.h"

namespace rehearse::sim {

/// A server's data, and the ops it has told somebody it holds.
struct ServerCopy {
  Image image;
  std::set<OpId> held;
};

class Server {
 public:
  Server(const std::string& folder, std::optional<Rule> without);

  /// The data of a server that was never used.
  static Image fresh(const std::string& folder);

  void start();
  void stop();
  /// Without power from one moment to the next, and on again.
  void crash(const std::function<bool()>& is_kept);

  /// The body of a reply to this one of a request.
  std::variant<std::string, sync::Problem> answer(const sync::Sender& sender, std::string_view body,
                                                  Instant now);

  /// What its accounts do besides syncing.
  void act(const std::function<void(sync::ServerDatabase&)>& work) { writer_->run(work); }
  sync::Groups& groups() { return *groups_; }
  std::optional<GroupRole> role(Scope group, std::int64_t account) { return store_->role(group, account); }

  /// What a server does by itself now and then. Returns why not, where a stream could not be sealed.
  std::vector<std::string> seal(Instant now, std::chrono::days age);

  ServerCopy copy() const { return {disk_.image(), held_}; }
  /// Another state of its data. It is stopped.
  void put(const ServerCopy& copy);

  FakeDisk& disk() { return disk_; }
  const std::set<OpId>& held() const { return held_; }
  /// The cursor behind the last op of an account.
  sync::StreamCursor end(std::int64_t account) { return store_->end(account); }
  /// The whole stream of an account.
  std::vector<sync::KeptOp> stream(std::int64_t account);

  /// Bodies above this are refused as too large.
  std::size_t most_body_bytes = SIZE_MAX;

 private:
  std::string file() const { return disk_.folder() + "/server.sqlite"; }

  FakeDisk disk_;
  const std::optional<Rule> without_;
  std::set<OpId> held_;
  std::unique_ptr<sync::CommitQueue> writer_;
  std::unique_ptr<sync::SqliteStreamStore> store_;
  std::unique_ptr<sync::Groups> groups_;
  std::unique_ptr<sync::StreamStore> bent_;  // instead of store_, where a rule was taken out
  std::unique_ptr<sync::SyncService> service_;
};

}  // namespace rehearse::sim
