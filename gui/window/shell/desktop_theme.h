// Light or dark as the desktop prefers it, asked for in the background: other programs answer, and slowly.
#pragma once

#include <optional>

#include "gui/window/jobs/job.h"
#include "gui/window/shell/desk.h"

namespace rehearse {

class DesktopTheme {
 public:
  explicit DesktopTheme(Desk& desk) : desk_(desk) {}

  /// Unless the learner has chosen for themselves, or the answer to the last question is still to come.
  void ask();
  bool was_asked() const { return was_asked_; }
  /// Takes the answer. True when it changes what is on the screen.
  bool tick();

 private:
  Desk& desk_;
  bool was_asked_ = false;
  std::optional<Job<std::optional<ThemeName>>> asking_;
};

}  // namespace rehearse
