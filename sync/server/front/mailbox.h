// What other threads leave for the loop, and the bell that wakes it.
#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "core/base/descriptor.h"
#include "sync/server/front/worker_pool.h"

namespace rehearse::sync {

class Mailbox {
 public:
  Mailbox();

  void deliver(Done done);
  void ask_to_stop() noexcept;    // also from a signal's handler
  void ask_to_reload() noexcept;  // as well

  /// Readable when there is something to collect.
  int bell() const { return bell_.number(); }
  /// What was left since the last time.
  std::vector<Done> collect();
  bool stop_asked() const { return stop_; }
  bool take_reload() { return reload_.exchange(false); }

 private:
  void ring() noexcept;

  Descriptor bell_;
  std::mutex mutex_;
  std::vector<Done> done_;
  std::atomic<bool> stop_{false};
  std::atomic<bool> reload_{false};
};

}  // namespace rehearse::sync
