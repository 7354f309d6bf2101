// The whole server in one object: data, accounts, limits, routes and the door to the network.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sync/server/front/front.h"
#include "sync/server/limiter/limiter.h"
#include "sync/server/routes/services.h"
#include "sync/server/store/sealer.h"
#include "sync/server/store/server_data.h"
#include "sync/server/sync_service.h"

namespace rehearse::sync {

/// The data file in a server's folder.
std::filesystem::path data_file(const std::filesystem::path& folder);

struct ServerOptions {
  std::filesystem::path file;               // the data; is made when it is not there
  std::optional<PostgresAddress> database;  // the data, instead of a file
  FrontOptions front;                       // on_request and on_fault are the server's
  std::vector<std::string> proxies;
  RequestLimits requests;
  SyncLimits sync;
  HashCost hash_cost;
  Registration registration = Registration::kInvite;
  SealingTimes sealing;
  Clocks clocks;
  std::function<void(const std::string& lines)> write_log;  // on a thread of its own
};

class Server {
 public:
  /// Listens at once; clients wait until run(). Throws StoreError and what Front throws.
  explicit Server(ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  /// Until stop(): then what was begun is answered.
  void run();
  /// Both from any thread and from a signal's handler.
  void stop() noexcept;
  void reload_tls() noexcept;

  Accounts& accounts();
  Commits& writer();
  PasswordHasher& hasher();
  FrontCounters front_counters() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace rehearse::sync
