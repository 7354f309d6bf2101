// What one thread makes and another takes, in the same order, so that the one is never far ahead.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace rehearse {

template <class Item>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t room) : room_(room) {}

  /// Waits while it is full. False, and nothing is kept, when it was closed.
  bool push(Item item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return is_closed_ || items_.size() < room_; });
    if (is_closed_) return false;
    items_.push_back(std::move(item));
    changed_.notify_all();
    return true;
  }

  /// Waits while it is empty; nothing when it was closed and everything in it was taken.
  std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return is_closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<Item> item(std::move(items_.front()));
    items_.pop_front();
    changed_.notify_all();
    return item;
  }

  /// Nothing more comes, or nobody takes any more.
  void close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    changed_.notify_all();
  }

 private:
  const std::size_t room_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> items_;
  bool is_closed_ = false;
};

/// Closes a queue however the work at this end of it comes to its end.
template <class Item>
class Closing {
 public:
  explicit Closing(BoundedQueue<Item>& queue) : queue_(queue) {}
  ~Closing() { queue_.close(); }
  Closing(const Closing&) = delete;
  Closing& operator=(const Closing&) = delete;

 private:
  BoundedQueue<Item>& queue_;
};

}  // namespace rehearse
