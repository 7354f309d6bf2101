#include "sync/server/store/commit_queue.h"

#include <utility>

#include "sync/server/store/folder_owner.h"

namespace rehearse::sync {
namespace {

// Pages of 4 KiB. The same pages are written by many commits, and put in their place once.
constexpr const char* kSeldomCheckpoints = "PRAGMA wal_autocheckpoint = 4000";

}  // namespace

CommitQueue::CommitQueue(const std::filesystem::path& file) : database_(made_for_owner_of_folder(file)) {
  database_.file().execute(kSeldomCheckpoints);
  writer_ = std::thread([this] { serve(); });
}

CommitQueue::~CommitQueue() {
  {
    const std::lock_guard lock(mutex_);
    is_closing_ = true;
  }
  arrived_.notify_one();
  writer_.join();
}

void CommitQueue::run(const Work& work) {
  Waiting waiting{&work, false, nullptr};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&waiting);
  arrived_.notify_one();
  done_.wait(lock, [&] { return waiting.is_done; });
  if (waiting.fault) std::rethrow_exception(waiting.fault);
}

void CommitQueue::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    arrived_.wait(lock, [&] { return is_closing_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::deque<Waiting*> together = std::exchange(waiting_, {});
    lock.unlock();
    commit(together);
    lock.lock();
    for (Waiting* waiting : together) waiting->is_done = true;
    done_.notify_all();
  }
}

void CommitQueue::commit(const std::deque<Waiting*>& together) {
  try {
    Transaction transaction(database_.file());
    for (Waiting* waiting : together) (*waiting->work)(database_);
    transaction.commit();
    return;
  } catch (...) {
    if (together.size() == 1) {
      together.front()->fault = std::current_exception();
      return;
    }
  }
  // One of them failed, or all of them at the disk: each tells for itself.
  for (Waiting* waiting : together) commit({waiting});
}

}  // namespace rehearse::sync
