// Something asked of a server in the background, that can be broken off at any time.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "gui/window/jobs/job.h"
#include "sync/client/http_client.h"

namespace rehearse {

class SyncErrand {
 public:
  /// What is to be done on the window's thread once it is over; may be empty.
  using Finish = std::function<void()>;

  SyncErrand() = default;
  ~SyncErrand() { stop(); }
  SyncErrand(const SyncErrand&) = delete;
  SyncErrand& operator=(const SyncErrand&) = delete;

  /// `work` must bring all it needs with it but the client; `wake` as in Job. Precondition: !is_working().
  void begin(const sync::ServerAddress& server, const sync::Trust& trust,
             std::function<Finish(sync::HttpClient&)> work, std::function<void()> wake);
  /// Breaks it off and forgets it: soon, whatever the network does.
  void stop();

  bool is_working() const { return job_.has_value(); }
  bool is_done() const { return job_ && job_->is_done(); }
  /// Finishes it. Precondition: is_done(). Throws StoreError where the work threw anything.
  void finish();

 private:
  std::unique_ptr<sync::HttpClient> client_;  // of the job below
  std::optional<Job<Finish>> job_;
};

}  // namespace rehearse
