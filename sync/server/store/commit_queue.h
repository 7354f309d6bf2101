// The one writer of a server's SQLite file. Work of many threads that waits at the same moment shares one
// commit, and so one wait for the disk.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>

#include "sync/server/store/commits.h"
#include "sync/server/store/sqlite_database.h"

namespace rehearse::sync {

class CommitQueue : public Commits {
 public:
  explicit CommitQueue(const std::filesystem::path& file);
  ~CommitQueue() override;
  CommitQueue(const CommitQueue&) = delete;
  CommitQueue& operator=(const CommitQueue&) = delete;

  void run(const Work& work) override;
  void run_behind_locks(const Work& work) override { run(work); }

 private:
  struct Waiting {
    const Work* work;
    bool is_done = false;
    std::exception_ptr fault;
  };

  void serve();
  void commit(const std::deque<Waiting*>& together);

  SqliteDatabase database_;
  std::mutex mutex_;
  std::condition_variable arrived_, done_;
  std::deque<Waiting*> waiting_;
  bool is_closing_ = false;
  std::thread writer_;
};

}  // namespace rehearse::sync
