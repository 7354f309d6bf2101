// Backs the library up in the background while it is used.
#pragma once

#include <chrono>
#include <optional>

#include "core/library_backup.h"
#include "gui/window/jobs/job.h"
#include "gui/window/shell/desk.h"

namespace rehearse {

inline constexpr std::chrono::minutes kBetweenBackups{30};

class BackupKeeper {
 public:
  explicit BackupKeeper(Desk& desk) : desk_(desk), last_(desk.now().at) {}

  /// The learner did something: begins a backup when the last one is long enough ago. An idle window begins
  /// none: nothing changes.
  void note_use();
  /// Says it when a backup could not be made. True then.
  bool tick();

 private:
  Desk& desk_;
  Instant last_;
  std::optional<Job<std::optional<Backup>>> working_;
};

}  // namespace rehearse
