// Long work beside the window.
#include <doctest/doctest.h>

#include <semaphore>
#include <stdexcept>
#include <string>

#include "gui/window/jobs/job.h"

namespace rehearse {
namespace {

/// Waits for what a job says on its thread.
struct Window {
  std::counting_semaphore<> woken{0};
  std::function<void()> wake = [this] { woken.release(); };

  template <class Outcome>
  Outcome result_of(Job<Outcome>& job) {
    while (!job.is_done()) woken.acquire();
    return job.take();
  }
};

}  // namespace

TEST_SUITE("gui/window/jobs/job") {
  TEST_CASE("what the work returns is handed over once it is done and the window is woken") {
    Window window;
    Job<std::string> job([](JobControl&) { return std::string("done"); }, window.wake);
    CHECK(window.result_of(job) == "done");
  }

  TEST_CASE("work that is cancelled sees it and its job ends") {
    Window window;
    std::binary_semaphore has_begun{0};
    Job<int> job(
        [&](JobControl& control) {
          has_begun.release();
          int rounds = 0;
          while (!control.is_cancelled()) ++rounds;
          return rounds;
        },
        window.wake);
    has_begun.acquire();
    CHECK(!job.is_done());
    job.cancel();
    CHECK(window.result_of(job) >= 0);
  }

  TEST_CASE("a job that nobody waits for is cancelled and waited for at its end") {
    bool has_ended = false;
    {
      Job<int> job(
          [&](JobControl& control) {
            while (!control.is_cancelled()) {
            }
            has_ended = true;
            return 0;
          },
          [] {});
    }
    CHECK(has_ended);
  }

  TEST_CASE("what the work throws is thrown where its result is taken") {
    Window window;
    Job<int> job([](JobControl&) -> int { throw std::runtime_error("disk full"); }, window.wake);
    CHECK_THROWS_WITH(window.result_of(job), "disk full");
  }

  TEST_CASE("progress is between 0 and 1 and wakes the window for what can be seen of it") {
    int woken = 0;
    JobControl control([&] { ++woken; });
    for (int i = 0; i <= 100'000; ++i) control.set_progress(i / 100'000.0);
    CHECK(control.progress() > 0.98);
    CHECK(woken <= 100);
    CHECK(woken >= 90);
    control.set_progress(7);
    CHECK(control.progress() == 1);
    control.set_progress(0.5);
    CHECK(control.progress() == 1);
  }
}

}  // namespace rehearse
