// What the settings show: plain values, each ready to be drawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "core/schedule/memory_state.h"
#include "core/schedule/study_deck.h"
#include "gui/window/shell/page.h"
#include "gui/window/shell/preferences.h"
#include "gui/window/sync/sync_view.h"

namespace rehearse {

struct LookView {
  std::optional<Language> language;  // nothing: the system's
  ThemeChoice theme = ThemeChoice::kSystem;
  int text_size = 100;             // per cent
  std::vector<std::string> fonts;  // families; the first is empty: chosen by itself
  std::size_t font = 0;            // among fonts
};

struct StudyAmountView {
  std::size_t minutes = 0, fresh = 0;  // a day
  std::optional<std::size_t> reviews;  // nothing: no limit
  AfterInterview after_interview = AfterInterview::kMaintenance;
  int day_starts = 4;  // o'clock
};

struct SchedulerView {
  enum class Work { kNone, kFitting, kFitted, kApplying };

  SchedulerKind kind = SchedulerKind::kSm2;
  int retention = 90;  // per cent
  bool is_fitted = false;
  Work work = Work::kNone;
  double progress = 0;  // of kFitting
  // Of kFitted:
  std::size_t reviews = 0;
  double loss_before = 0, loss_after = 0;
};

struct BackupRowView {
  std::string name;  // when it was made
  std::uintmax_t bytes = 0;
  std::optional<std::size_t> answers;  // nothing: not known
};

struct BackupsView {
  enum class Work { kNone, kBackingUp, kRestoring };

  std::vector<BackupRowView> rows;  // the newest first
  bool shows_all = false;
  std::optional<std::size_t> opened;  // the row that is looked into
  std::size_t decks = 0, questions = 0;
  std::string newest_answer;  // a day; empty: nothing was answered
  Work work = Work::kNone;
};

struct ReminderView {
  bool is_on = false;
  bool is_working = false;
  int hour = 20, minute = 0;
};

/// The keys of one page.
struct KeysView {
  std::string page;
  std::vector<KeyLine> lines;
};

struct SettingsView {
  LookView look;
  StudyAmountView amount;
  SchedulerView scheduler;
  BackupsView backups;
  SyncView sync;
  ReminderView reminder;
  std::string folder;
  std::vector<KeysView> keys;  // empty: not shown
  std::string version;
};

}  // namespace rehearse
