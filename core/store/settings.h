// What the learner set for the whole library or for a deck, as the ops of kind `config` about it say.
#pragma once

#include <chrono>
#include <string>

#include "core/base/id.h"
#include "core/schedule/scheduler.h"
#include "core/schedule/study_settings.h"
#include "core/store/database.h"
#include "core/store/op.h"
#include "core/store/registers.h"

namespace rehearse {

inline constexpr const char* kLibraryTarget = "library";

/// Reads which scheduler folds the answers; SM-2 where nothing was set or it has the wrong shape. Reading it
/// again costs next to nothing, and sees what another program has set.
class SchedulerSetting {
 public:
  explicit SchedulerSetting(Database& database) : database_(database) {}

  const Scheduler& read() const;

 private:
  Database& database_;
  mutable std::string text_;  // that scheduler_ was made from
  mutable Scheduler scheduler_;
};

/// When the learner's days begin; kDayStartsAt where nothing was set or it has the wrong shape.
std::chrono::hours read_day_start(Database& database);
/// The field that sets it. Precondition: a whole hour up to kLatestDayStart.
Fields day_start_field(std::chrono::hours day_starts_at);

/// The fields that choose `scheduler`.
Fields scheduler_fields(const Scheduler& scheduler);

/// What was set for `target` itself: kLibraryTarget, or a deck. What has the wrong shape was not set.
StudySettings read_study_settings(Database& database, const std::string& target);
/// The fields that set what `settings` say.
Fields study_fields(const StudySettings& settings);

/// What the learner calls a copy of the library, by its name in ops (`d`); empty where nothing was said.
std::string read_device_name(Database& database, const std::string& device);
/// The field that says it.
Fields device_name_field(const std::string& device, std::string_view name);
/// True for an op that says nothing else.
bool is_device_name(const Op& op);

/// What is another than before.
struct ChangedSettings {
  bool scheduler = false;
  bool day_start = false;
};
/// Brings the table in step with the registers of `target`. Inside a transaction.
ChangedSettings write_settings(Database& database, const std::string& target, const Registers& registers);

}  // namespace rehearse
