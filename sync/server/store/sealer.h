// Seals what is old while a server serves: on a thread of its own, which gives way to all others.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "sync/server/store/sealing.h"

namespace rehearse::sync {

struct SealingTimes {
  std::chrono::days age = kSealedAge;
  std::chrono::milliseconds first = std::chrono::minutes{1};  // behind the start
  std::chrono::milliseconds pause = std::chrono::hours{6};    // between two passes
  std::chrono::milliseconds rest{50};                         // between two segments
};

class Sealer {
 public:
  /// `commits` outlives it. `clock`: the time of day. `say_fault` gets what could not be sealed, in English.
  Sealer(DataSource source, Commits& commits, std::function<Instant()> clock,
         std::function<void(const std::string& words)> say_fault, SealingTimes times = {});
  /// Waits for the segment that is at work.
  ~Sealer();
  Sealer(const Sealer&) = delete;
  Sealer& operator=(const Sealer&) = delete;

 private:
  void work();
  void pass();
  /// False when it is time to end.
  bool wait(std::chrono::milliseconds time);

  DataSource source_;
  Commits& commits_;
  std::function<Instant()> clock_;
  std::function<void(const std::string& words)> say_fault_;
  SealingTimes times_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool is_ending_ = false;
  std::thread thread_;
};

}  // namespace rehearse::sync
