// Long work on a thread of its own, while the window goes on drawing: how far it is, a way to stop it, and
// what came of it.
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

namespace rehearse {

/// What the work has of its job.
class JobControl {
 public:
  /// `wake` is called on the work's thread.
  explicit JobControl(std::function<void()> wake) : wake_(std::move(wake)) {}

  /// From 0 to 1. Wakes the window when that is a hundredth more than it was told last.
  void set_progress(double done);
  /// True once nobody wants the result any more: the work should return soon, whatever it returns.
  bool is_cancelled() const { return is_cancelled_; }

  double progress() const { return progress_; }
  void cancel() { is_cancelled_ = true; }
  void wake() const { wake_(); }

 private:
  std::function<void()> wake_;
  std::atomic<double> progress_ = 0;
  std::atomic<bool> is_cancelled_ = false;
};

/// A fault nobody planned for, such as memory that is all used, costs the work and not the window.
[[noreturn]] void rethrow_in_words(const std::exception_ptr& fault);

template <class Outcome>
class Job {
 public:
  /// Begins at once. `work` must bring all it needs with it, a Library of its own for one. `wake` is called
  /// on the other thread when progress was made and when it is over.
  Job(std::function<Outcome(JobControl&)> work, std::function<void()> wake)
      : control_(std::move(wake)), thread_([this, work = std::move(work)] { run(work); }) {}
  /// Cancels, and waits until the work has seen it.
  ~Job() {
    cancel();
    if (thread_.joinable()) thread_.join();
  }
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;

  double progress() const { return control_.progress(); }
  void cancel() { control_.cancel(); }
  bool is_done() const { return is_done_; }

  /// Once, when it is done. Throws StoreError where the work threw anything.
  Outcome take() {
    thread_.join();
    if (fault_) rethrow_in_words(fault_);
    return std::move(*outcome_);
  }

 private:
  void run(const std::function<Outcome(JobControl&)>& work) {
    try {
      outcome_.emplace(work(control_));
    } catch (...) {  // handed over to whoever takes the outcome
      fault_ = std::current_exception();
    }
    is_done_ = true;
    control_.wake();
  }

  JobControl control_;
  std::optional<Outcome> outcome_;  // these two belong to the thread until it is done
  std::exception_ptr fault_;
  std::atomic<bool> is_done_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace rehearse
