// What a person can ask for in the settings.
#pragma once

#include <cstddef>
#include <optional>
#include <variant>

#include "core/base/language.h"
#include "core/schedule/memory_state.h"
#include "core/schedule/study_deck.h"
#include "gui/window/shell/preferences.h"
#include "gui/window/sync/sync_intent.h"
#include "gui/window/ui/scroll_wish.h"

namespace rehearse {

struct ChooseLanguage {
  std::optional<Language> language;
};
struct ChooseTheme {
  ThemeChoice theme = ThemeChoice::kSystem;
};
struct ChooseScheduler {
  SchedulerKind kind = SchedulerKind::kSm2;
};
struct ChooseAfterInterview {
  AfterInterview after = AfterInterview::kMaintenance;
};

/// A value that goes up and down.
enum class SteppedSetting {
  kTextSize,
  kFont,
  kMinutes,
  kFresh,
  kReviews,
  kDayStart,
  kRetention,
  kReminderHour,
  kReminderMinute
};
struct StepSetting {
  SteppedSetting setting = SteppedSetting::kTextSize;
  int steps = 0;
};

struct StartFit {};
struct StopFit {};
struct ApplyFit {};
struct DiscardFit {};

struct BackUpNow {};
struct ToggleAllBackups {};
/// Opens a row, or closes the open one.
struct LookIntoBackup {
  std::size_t row = 0;
};
struct RestoreBackup {};

struct ToggleReminder {};
struct CopyFolder {};
struct ToggleAllKeys {};

using SettingsIntent = std::variant<std::monostate, ChooseLanguage, ChooseTheme, ChooseScheduler,
                                    ChooseAfterInterview, StepSetting, StartFit, StopFit, ApplyFit,
                                    DiscardFit, BackUpNow, ToggleAllBackups, LookIntoBackup, RestoreBackup,
                                    SyncIntent, ToggleReminder, CopyFolder, ToggleAllKeys, ScrollPage>;

}  // namespace rehearse
