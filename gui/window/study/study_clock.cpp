#include "gui/window/study/study_clock.h"

#include <algorithm>

namespace rehearse {
namespace {

using std::chrono::seconds;

// Every change costs frames, which a laptop without a graphics card draws itself: a second each would be a
// twentieth of its processor while the learner thinks. So it goes in steps, by seconds only where the limit
// is near, and stands still for who is away from the desk.
constexpr seconds kStep{10};
constexpr int kLongestInLimits = 2;

/// What is shown of so many seconds.
seconds shown(seconds passed, seconds limit) {
  if (passed >= limit) return limit + (passed - limit) / kStep * kStep;
  return limit - passed <= kStep ? passed : passed / kStep * kStep;
}

}  // namespace

void StudyClock::start(Instant now, std::optional<std::chrono::seconds> limit) {
  *this = {};
  started_ = now;
  limit_ = limit;
}

void StudyClock::stop(Instant now) {
  if (!stopped_) stopped_ = now;
}

void StudyClock::pause(Instant now) {
  if (!paused_) paused_ = now;
}

void StudyClock::resume(Instant now) {
  if (!paused_) return;
  started_ += now - *paused_;
  if (stopped_) *stopped_ += now - *paused_;
  paused_.reset();
}

std::optional<ClockView> StudyClock::view(Instant now) const {
  if (!limit_) return std::nullopt;
  const auto longest = *limit_ * kLongestInLimits;
  const auto passed = std::clamp<seconds>(std::chrono::floor<seconds>(stopped_.value_or(now) - started_),
                                          seconds{0}, longest);
  ClockView view;
  view.limit = *limit_;
  view.passed = stopped_ ? passed : shown(passed, *limit_);
  view.is_running = !stopped_ && !paused_ && passed < longest;
  return view;
}

std::optional<std::chrono::milliseconds> StudyClock::until_change(Instant now) const {
  const std::optional<ClockView> seen = view(now);
  if (!seen || !seen->is_running) return std::nullopt;
  const std::chrono::milliseconds passed = now - started_;
  seconds next = std::max(seconds{0}, std::chrono::floor<seconds>(passed)) + seconds{1};
  while (shown(next, *limit_) == seen->passed) ++next;
  if (next > *limit_ * kLongestInLimits) return std::nullopt;
  return std::max(std::chrono::milliseconds{1}, next - passed);
}

}  // namespace rehearse
