// The one writer of a server's data file. Work of many threads that waits at the same moment shares one
// commit, and so one wait for the disk.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

#include "core/store/database.h"

namespace rehearse::sync {

class CommitQueue {
 public:
  explicit CommitQueue(const std::filesystem::path& file);
  ~CommitQueue();
  CommitQueue(const CommitQueue&) = delete;
  CommitQueue& operator=(const CommitQueue&) = delete;

  using Work = std::function<void(Database&)>;

  /// Runs `work` inside a transaction: durable when this returns. Throws what `work` threw, or the fault of
  /// the disk; then nothing of it was kept. Work that fails fails alone. It must be able to run twice.
  void run(const Work& work);

 private:
  struct Waiting {
    const Work* work;
    bool is_done = false;
    std::exception_ptr fault;
  };

  void serve();
  void commit(const std::deque<Waiting*>& together);

  Database database_;
  std::mutex mutex_;
  std::condition_variable arrived_, done_;
  std::deque<Waiting*> waiting_;
  bool is_closing_ = false;
  std::thread writer_;
};

}  // namespace rehearse::sync
