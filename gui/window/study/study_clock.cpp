#include "gui/window/study/study_clock.h"

#include <algorithm>

namespace rehearse {
namespace {

// Each second costs a frame: who is away from the desk should not pay for it all day.
constexpr int kLongestInLimits = 2;

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
  const auto passed = std::chrono::floor<std::chrono::seconds>(stopped_.value_or(now) - started_);
  ClockView view;
  view.limit = *limit_;
  view.passed = std::clamp(passed, std::chrono::seconds{0}, longest);
  view.is_running = !stopped_ && !paused_ && passed < longest;
  return view;
}

std::optional<std::chrono::milliseconds> StudyClock::until_change(Instant now) const {
  const std::optional<ClockView> seen = view(now);
  if (!seen || !seen->is_running) return std::nullopt;
  const std::chrono::milliseconds next = seen->passed + std::chrono::seconds{1};
  return std::max(std::chrono::milliseconds{1}, next - std::chrono::milliseconds{now - started_});
}

}  // namespace rehearse
