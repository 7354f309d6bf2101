// When to sync: at the start, a while after the last answer, every few minutes; and when not to. Pure: the
// clock, which never jumps, and the chance are passed in.
#pragma once

#include <chrono>
#include <optional>

#include "core/base/random.h"
#include "sync/client/trouble.h"

namespace rehearse::sync {

inline constexpr std::chrono::seconds kAfterAnswer{15};
inline constexpr std::chrono::minutes kEvery{5};  // more or less a fifth: not all at once
inline constexpr std::chrono::seconds kShortestBackOff{1};
inline constexpr std::chrono::minutes kLongestBackOff{15};
inline constexpr std::chrono::seconds kQuitTime{3};  // what a sync at the end may take

class SyncSchedule {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// The first sync is due at once.
  SyncSchedule(RandomSource random, Moment now) : random_(std::move(random)), regular_(now) {}

  /// Something was answered or changed.
  void answered(Moment now) { after_answer_ = now + kAfterAnswer; }
  /// The person asks for it, or has signed in: nothing but a wait that the server asked for keeps it.
  void ask(Moment now);
  /// A sync has ended. After trouble it waits: longer each time, never exactly as long as others do, and at
  /// least as long as the server said.
  void ended(const std::optional<Trouble>& trouble, Moment now);

  /// When the next is due, in the past as well; nothing when only a person can help.
  std::optional<Moment> due() const;
  /// Whether one is worth beginning at the end of the program.
  bool may_begin(Moment now) const { return !needs_person_ && now >= not_before_; }

 private:
  std::chrono::milliseconds between(std::chrono::milliseconds least, std::chrono::milliseconds most);

  RandomSource random_;
  Moment regular_;
  std::optional<Moment> after_answer_;
  Moment not_before_ = Moment::min();  // of the back-off
  Moment server_says_ = Moment::min();
  int troubles_ = 0;  // one after the other
  bool needs_person_ = false;
};

}  // namespace rehearse::sync
