// How long the learner is at a card, and how long the answer took. Knows no time but what it is told.
#pragma once

#include <chrono>
#include <optional>

#include "core/base/time.h"
#include "gui/window/study/study_view.h"

namespace rehearse {

class StudyClock {
 public:
  /// A card came up. `limit`: of its answer; nothing where none is counted.
  void start(Instant now, std::optional<std::chrono::seconds> limit);
  /// The answer was given. The first time counts.
  void stop(Instant now);
  /// The learner was elsewhere until now: from pause() to resume() nothing counts.
  void pause(Instant now);
  void resume(Instant now);

  /// At the card, whether it is answered or not.
  std::chrono::milliseconds spent(Instant now) const { return now - started_; }
  /// What is seen of it; nothing without a limit. It goes in steps of ten seconds, by seconds in the last
  /// ten, and stands still far beyond the limit; once stopped it says the seconds.
  std::optional<ClockView> view(Instant now) const;
  /// Until it shows something else; nothing: never.
  std::optional<std::chrono::milliseconds> until_change(Instant now) const;

 private:
  Instant started_{};
  std::optional<Instant> stopped_, paused_;
  std::optional<std::chrono::seconds> limit_;
};

}  // namespace rehearse
