// Threads that turn requests into replies, behind a queue with an end.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sync/server/front/messages.h"
#include "sync/server/front/reply_bytes.h"

namespace rehearse::sync {

struct Job {
  std::uint64_t connection;
  Request request;
  std::string target;
  Connected after = Connected::kKept;
};

struct Done {
  std::uint64_t connection;
  int status;
  std::string pattern;  // of the route
  ReplyBytes reply;
};

class WorkerPool {
 public:
  using Worker = std::function<Done(Job)>;

  /// `make_worker` is called once for each thread, here; a worker does not throw. `deliver` is called on the
  /// threads.
  WorkerPool(std::size_t threads, std::size_t longest_queue, const std::function<Worker()>& make_worker,
             std::function<void(Done)> deliver);
  /// Ends the jobs that run and drops those that wait.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  bool is_full() const;
  void add(Job job);

 private:
  void work(const Worker& worker);

  const std::size_t longest_queue_;
  std::function<void(Done)> deliver_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> queue_;
  bool ends_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace rehearse::sync
