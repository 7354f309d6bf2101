#include "sync/server/store/sealer.h"

#include <sys/resource.h>

#include <utility>

#include "core/base/store_error.h"

namespace rehearse::sync {
namespace {

constexpr int kLowestPriority = 19;

}  // namespace

Sealer::Sealer(DataSource source, Commits& commits, std::function<Instant()> clock,
               std::function<void(const std::string& words)> say_fault, SealingTimes times)
    : source_(std::move(source)),
      commits_(commits),
      clock_(std::move(clock)),
      say_fault_(std::move(say_fault)),
      times_(times),
      thread_([this] { work(); }) {}

Sealer::~Sealer() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  ended_.notify_one();
  thread_.join();
}

void Sealer::work() {
  setpriority(PRIO_PROCESS, 0, kLowestPriority);  // on Linux: of this thread alone
  for (bool goes_on = wait(times_.first); goes_on; goes_on = wait(times_.pause)) pass();
}

void Sealer::pass() try {
  SealingPass pass(source_, commits_, clock_(), times_.age);
  bool goes_on = true;
  while (goes_on && pass.step()) goes_on = wait(times_.rest);
  for (const Words& fault : pass.faults()) say_fault_(fault.english);
} catch (const StoreError& fault) {
  say_fault_(fault.words().english);  // the next pass tries again
}

bool Sealer::wait(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !ended_.wait_for(lock, time, [&] { return is_ending_; });
}

}  // namespace rehearse::sync
