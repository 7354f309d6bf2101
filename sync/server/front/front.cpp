#include "sync/server/front/front.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "sync/server/front/answering.h"
#include "sync/server/front/event_loop.h"
#include "sync/server/front/httplib_adapter.h"

namespace rehearse::sync {
namespace {

constexpr std::size_t kFewestWorkers = 2;
// Beside the clients': the server's own files.
constexpr std::size_t kOwnDescriptors = 256;

std::size_t worker_count(const FrontOptions& options) {
  if (options.workers > 0) return options.workers;
  return std::max<std::size_t>(std::thread::hardware_concurrency(), kFewestWorkers);
}

}  // namespace

class Front::Parts {
 public:
  Parts(FrontOptions options, Routes routes)
      : options_(std::move(options)),
        routes_(std::move(routes)),
        listener_(options_.address, options_.port),
        workers_(
            worker_count(options_), options_.limits.queued, [this] { return make_worker(); },
            [this](Done done) { mailbox_.deliver(std::move(done)); }),
        loop_(options_, listener_, mailbox_, workers_, counters_) {
    allow_descriptors(options_.limits.connections + kOwnDescriptors);
  }

  Listener& listener() { return listener_; }
  Mailbox& mailbox() { return mailbox_; }
  CounterBoard& counters() { return counters_; }
  EventLoop& loop() { return loop_; }

 private:
  WorkerPool::Worker make_worker() {
    routers_.push_back(std::make_unique<HttplibAdapter>(routes_));
    return [this, router = routers_.back().get()](Job job) {
      return answer_job(std::move(job), *router, options_.limits, options_.on_fault);
    };
  }

  const FrontOptions options_;
  const Routes routes_;
  CounterBoard counters_;
  Listener listener_;
  Mailbox mailbox_;
  std::vector<std::unique_ptr<HttplibAdapter>> routers_;  // one per worker
  WorkerPool workers_;
  EventLoop loop_;
};

Front::Front(FrontOptions options, Routes routes)
    : parts_(std::make_unique<Parts>(std::move(options), std::move(routes))) {}
Front::~Front() = default;

std::uint16_t Front::port() const { return parts_->listener().port(); }
void Front::run() { parts_->loop().run(); }
void Front::stop() noexcept { parts_->mailbox().ask_to_stop(); }
void Front::reload_tls() noexcept { parts_->mailbox().ask_to_reload(); }
FrontCounters Front::counters() const { return parts_->counters().read(); }

}  // namespace rehearse::sync
