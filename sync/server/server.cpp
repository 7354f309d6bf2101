#include "sync/server/server.h"

#include <optional>
#include <utility>

#include "sync/server/request_log.h"
#include "sync/server/routes/routes.h"

namespace rehearse::sync {
namespace {

// Workers wait: for the disk together, which is what makes one commit of many pushes (with half as many, 64
// devices that push had a third less); and for the one password that is being looked at. So that sign-ins
// cannot take all of them there are more than may wait.
constexpr std::size_t kWorkers = 4 * PasswordHasher::kMostWaiting;

}  // namespace

std::filesystem::path data_file(const std::filesystem::path& folder) { return folder / "server.sqlite"; }

class Server::Parts {
 public:
  explicit Parts(ServerOptions options)
      : clocks_(options.clocks),
        log_(std::move(options.write_log)),
        data_({options.file, options.database}),
        hasher_(options.hash_cost),
        accounts_(data_.source(), data_.commits(), hasher_, options.registration),
        groups_(data_.source(), data_.commits()),
        service_(data_.streams(), options.sync),
        limiter_(options.requests),
        services_{accounts_,
                  groups_,
                  hasher_,
                  service_,
                  data_.streams(),
                  limiter_,
                  notes_,
                  counters_,
                  options.clocks,
                  std::move(options.proxies),
                  [this] { return front_->counters(); },
                  [this](const std::string& words) { log_fault(words); }} {
    accounts_.finish_deletions();
    groups_.finish_deletions();
    if (options.front.workers == 0) options.front.workers = kWorkers;
    options.front.on_request = [this](const FinishedRequest& request) {
      log_.add(log_line(request, notes_.take(request.id)));
    };
    options.front.on_fault = [this](const std::string& words) { log_fault(words); };
    sealer_.emplace(
        data_.source(), data_.commits(), clocks_.wall, [this](const std::string& words) { log_fault(words); },
        options.sealing);
    front_ = std::make_unique<Front>(std::move(options.front), make_routes(services_));
  }

  Front& front() { return *front_; }
  Accounts& accounts() { return accounts_; }
  Commits& writer() { return data_.commits(); }
  PasswordHasher& hasher() { return hasher_; }

 private:
  void log_fault(const std::string& words) { log_.add(fault_line(clocks_.wall(), words)); }

  Clocks clocks_;
  LogWriter log_;
  ServerData data_;
  PasswordHasher hasher_;
  Accounts accounts_;
  Groups groups_;
  SyncService service_;
  Limiter limiter_;
  RequestNotes notes_;
  WorkCounters counters_;
  Services services_;
  std::optional<Sealer> sealer_;
  std::unique_ptr<Front> front_;  // goes first: its workers use the rest
};

Server::Server(ServerOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return parts_->front().port(); }
void Server::run() { parts_->front().run(); }
void Server::stop() noexcept { parts_->front().stop(); }
void Server::reload_tls() noexcept { parts_->front().reload_tls(); }
Accounts& Server::accounts() { return parts_->accounts(); }
Commits& Server::writer() { return parts_->writer(); }
PasswordHasher& Server::hasher() { return parts_->hasher(); }
FrontCounters Server::front_counters() const { return parts_->front().counters(); }

}  // namespace rehearse::sync
