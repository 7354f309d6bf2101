#include "gui/window/sync/sync_errand.h"

#include <utility>

namespace rehearse {

void SyncErrand::begin(const sync::ServerAddress& server, const sync::Trust& trust,
                       std::function<Finish(sync::HttpClient&)> work, std::function<void()> wake) {
  client_ = std::make_unique<sync::HttpClient>(server, trust);
  job_.emplace([client = client_.get(), work = std::move(work)](JobControl&) { return work(*client); },
               std::move(wake));
}

void SyncErrand::stop() {
  if (client_) client_->stop();
  job_.reset();
  client_.reset();
}

void SyncErrand::finish() {
  Finish rest;
  try {
    rest = job_->take();
  } catch (...) {
    job_.reset();
    throw;
  }
  job_.reset();
  client_.reset();
  if (rest) rest();
}

}  // namespace rehearse
