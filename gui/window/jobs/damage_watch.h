// Looks once through the library's file, in the background, after the window has opened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/window/jobs/job.h"
#include "gui/window/shell/desk.h"

namespace rehearse {

class DamageWatch {
 public:
  explicit DamageWatch(Desk& desk) : desk_(desk) {}

  /// Begins with the first picture, which it does not hold up. True when it has just found something and
  /// said so.
  bool tick();

 private:
  Desk& desk_;
  bool has_begun_ = false;
  std::optional<Job<std::vector<std::string>>> looking_;
};

}  // namespace rehearse
