#include "sync/server/front/worker_pool.h"

#include <utility>

namespace rehearse::sync {

WorkerPool::WorkerPool(std::size_t threads, std::size_t longest_queue,
                       const std::function<Worker()>& make_worker, std::function<void(Done)> deliver)
    : longest_queue_(longest_queue), deliver_(std::move(deliver)) {
  for (std::size_t i = 0; i < threads; ++i)
    threads_.emplace_back([this, worker = make_worker()] { work(worker); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
    queue_.clear();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::is_full() const {
  const std::lock_guard lock(mutex_);
  return queue_.size() >= longest_queue_;
}

void WorkerPool::add(Job job) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(job));
  }
  changed_.notify_one();
}

void WorkerPool::work(const Worker& worker) {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ends_ || !queue_.empty(); });
    if (ends_) return;
    Job job = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    deliver_(worker(std::move(job)));
    lock.lock();
  }
}

}  // namespace rehearse::sync
