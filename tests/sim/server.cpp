#include "tests/sim/server.h"

#include <algorithm>
#include <utility>

#include "core/base/store_error.h"
#include "core/store/op.h"
#include "sync/server/store/sealing.h"

namespace rehearse::sim {

using sync::Problem;
using sync::ProblemKind;
using sync::SyncReply;
using sync::SyncRequest;

Server::Server(const std::string& folder, std::optional<Rule> without) : disk_(folder), without_(without) {}

Image Server::fresh(const std::string& folder) {
  Server server(folder, std::nullopt);
  server.start();
  server.stop();
  return server.disk_.image();
}

void Server::start() {
  writer_ = std::make_unique<sync::CommitQueue>(file());
  store_ = std::make_unique<sync::SqliteStreamStore>(file(), *writer_);
  groups_ = std::make_unique<sync::Groups>(file(), *writer_);
  bent_ = store_without(without_, *store_);
  service_ = std::make_unique<sync::SyncService>(bent_ ? *bent_ : *store_);
}

void Server::stop() {
  service_.reset();
  bent_.reset();
  groups_.reset();
  store_.reset();
  writer_.reset();
}

void Server::crash(const std::function<bool()>& is_kept) {
  disk_.cut_power();
  stop();
  disk_.mend();
  disk_.lose_unsynced(is_kept);
  start();
}

void Server::put(const ServerCopy& copy) {
  disk_.put(copy.image);
  held_ = copy.held;
}

std::variant<std::string, Problem> Server::answer(const sync::Sender& sender, std::string_view body,
                                                  Instant now) try {
  if (body.size() > most_body_bytes) return Problem{ProblemKind::kTooLarge, "", std::nullopt};
  const auto request = sync::read_request(body);
  if (const auto* problem = std::get_if<Problem>(&request)) return *problem;
  auto result = service_->sync(sender, std::get<SyncRequest>(request), now);
  if (const auto* problem = std::get_if<Problem>(&result)) return *problem;
  const auto& reply = std::get<SyncReply>(result);
  const std::vector<std::string>& lines = std::get<SyncRequest>(request).scopes.front().ops;
  const auto& refused = reply.scopes.front().refused;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (std::none_of(refused.begin(), refused.end(), [&](const auto& line) { return line.index == i; }))
      held_.insert(op_id(lines[i]));
  return sync::write_reply(reply);
} catch (const StoreError&) {
  return Problem{ProblemKind::kInternal, "", std::nullopt};
}

std::vector<std::string> Server::seal(Instant now, std::chrono::days age) {
  std::vector<std::string> faults;
  try {
    sync::SealingPass pass(file(), *writer_, now, age);
    while (pass.step()) {
    }
    for (const Words& fault : pass.faults()) faults.push_back(fault.english);
  } catch (const StoreError& fault) {
    faults.emplace_back(fault.what());
  }
  return faults;
}

std::vector<sync::KeptOp> Server::stream(std::int64_t account) {
  return store_->read(account, {}, SIZE_MAX / 2, SIZE_MAX)->ops;
}

}  // namespace rehearse::sim
