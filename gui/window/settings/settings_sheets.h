// The sheets of the settings, one function each: draws from `y` down, moves `y` behind it, and puts what was
// asked for into `intent`.
#pragma once

#include "gui/window/settings/settings_intent.h"
#include "gui/window/settings/settings_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct SheetPen {
  Ui& ui;
  const Rect& column;
  float& y;
  SettingsIntent& intent;
};

void draw_look_sheet(const SheetPen& pen, const LookView& view);
void draw_amount_sheet(const SheetPen& pen, const StudyAmountView& view);
void draw_scheduler_sheet(const SheetPen& pen, const SchedulerView& view);
void draw_backup_sheet(const SheetPen& pen, const BackupsView& view);
/// Where the part begins that somebody opens in it: a form, a list or a question. Screen pixels.
float draw_sync_sheet(const SheetPen& pen, const SyncView& view);
void draw_reminder_sheet(const SheetPen& pen, const ReminderView& view);
void draw_data_sheet(const SheetPen& pen, const std::string& folder);
void draw_keys_sheet(const SheetPen& pen, const std::vector<KeysView>& keys);
void draw_about_sheet(const SheetPen& pen, const std::string& version);

}  // namespace rehearse
